/** Reads the directory of a zip archive without unpacking anything, to know what unpacking would cost. */
import { inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly compressedSize: number
  /** As the directory states it; a reader that unpacks must hold the entry to it. */
  readonly size: number
  /** Where its local header begins. */
  readonly offset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const endLength = 22
const longestComment = 0xffff
const entryLength = 46
const localLength = 30
const stored = 0
const deflated = 8
/** Stands where the true figure is in a zip64 record, which a file of this size never needs. */
const elsewhere = 0xffffffff

/** The entries in the order of the directory; undefined where it is damaged, hides sizes or is zip64. */
export function listZipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let number = 0; number < count; number++) {
    if (at + entryLength > bytes.length || view.getUint32(at, true) !== entrySignature) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const entry: ZipEntry = {
      name: new TextDecoder().decode(bytes.subarray(at + entryLength, at + entryLength + nameLength)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    if (!isPlain(entry)) return undefined
    entries.push(entry)
    at += entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endLength - longestComment)
  for (let at = view.byteLength - endLength; at >= first; at--) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  return undefined
}

/** States its true sizes: a deflated entry that claims to hold nothing would be unpacked without a bound. */
function isPlain({ name, method, compressedSize, size, offset }: ZipEntry): boolean {
  if ([compressedSize, size, offset].includes(elsewhere)) return false
  if (name.endsWith('/')) return size === 0
  if (method === stored) return size === compressedSize && size > 0
  return method === deflated && size > 0 && compressedSize > 0
}

/** Unpacks one small entry, and no more of it than it claims; undefined where it is damaged. */
export function readZipEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + localLength > bytes.length) return undefined
  const names = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const start = entry.offset + localLength + names
  const packed = bytes.subarray(start, start + entry.compressedSize)
  try {
    return entry.method === stored ? packed : inflateRawSync(packed, { maxOutputLength: entry.size })
  } catch {
    return undefined
  }
}
