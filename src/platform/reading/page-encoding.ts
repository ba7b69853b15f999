/** Finds out how a page or text file is encoded, whoever is wrong about it: its server, its own mark or nobody. */
import { decodeText } from '#base/text-encoding.ts'

/** How far into a page its own word on its encoding is looked for. */
const prologueBytes = 4096
/** One sign in this many beyond ASCII may be unreadable: pages are cut and pasted together. */
const readableShare = 50

/**
 * The text of `bytes`, or undefined where they are no text. In order: a byte order mark, UTF-8 without a fault, what
 * the header or the page says where that reads well, Thai by its look, and what was said whatever comes of it.
 */
export function decodePage(bytes: Uint8Array, contentType: string): string | undefined {
  const marked = markOf(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  const plain = decodeStrictly(bytes)
  if (plain !== undefined) return plain
  const claimed = claimsOf(bytes, contentType)
  const decoders = claimed.map(decoderOf).filter((decoder) => decoder !== undefined)
  for (const decoder of decoders.filter(({ encoding }) => encoding !== 'windows-1252')) {
    const text = decoder.decode(bytes)
    if (readsWell(text)) return text
  }
  return decodeText(bytes) ?? decodeAnyhow(bytes, decoders)
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function claimsOf(bytes: Uint8Array, contentType: string): string[] {
  const prologue = new TextDecoder('latin1').decode(bytes.subarray(0, prologueBytes))
  const claims = [
    /charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(contentType)?.[1],
    /<meta[^>]{1,500}charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(prologue)?.[1],
    /^\s*<\?xml[^>]{1,200}encoding\s*=\s*["']([\w:.-]+)/i.exec(prologue)?.[1],
  ]
  return claims.filter((claim) => claim !== undefined)
}

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}

function readsWell(text: string): boolean {
  const beyondAscii = text.match(/[^\0-\x7f]/g) ?? []
  return beyondAscii.filter((sign) => sign === '\ufffd').length * readableShare <= beyondAscii.length
}

function decodeAnyhow(bytes: Uint8Array, decoders: readonly TextDecoder[]): string | undefined {
  const isText = bytes.subarray(0, prologueBytes).every((byte) => byte > 8 && byte !== 127)
  if (decoders.length === 0 && !isText) return undefined
  return (decoders[0] ?? new TextDecoder()).decode(bytes)
}
