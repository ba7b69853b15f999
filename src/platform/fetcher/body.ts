/** Reads a body as it comes, undoes its compression, and stops at a limit: a bomb never unfolds. */
import { Duplex, pipeline, Readable } from 'node:stream'
import zlib from 'node:zlib'
import { makeFault } from './fault.ts'

/** Nobody compresses a page more often than this. */
const mostEncodings = 3

/** The most memory a zstd stream may ask for, as a power of two: 8 MB (RFC 9659). */
const zstdWindow = 23

const hasZstd = 'createZstdDecompress' in zlib

/** What to ask servers for: the value of `Accept-Encoding`. */
export const readableEncodings = hasZstd ? 'gzip, deflate, br, zstd' : 'gzip, deflate, br'

export interface Body {
  readonly stream: Readable
  /** The value of `Content-Encoding`; one that is not known is left as it came, as browsers do. */
  readonly encoding: string
}

/** Throws `tooLarge` as soon as more than `mostBytes` have come out, and the stream's own errors. */
export async function readBody({ stream, encoding }: Body, mostBytes: number): Promise<Uint8Array> {
  const steps = stepsOf(encoding)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of through(stream, steps)) {
    size += chunk.byteLength
    if (size > mostBytes) throw makeFault('tooLarge', `more than ${mostBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

/** What goes wrong anywhere is thrown to whoever reads the last of them. */
function through(stream: Readable, steps: readonly Duplex[]): Readable {
  return steps.reduce<Readable>((from, step) => pipeline(from, step, () => {}), stream)
}

/** In the order of undoing: what was applied last comes first. */
function stepsOf(encoding: string): readonly Duplex[] {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  const steps = names.toReversed().flatMap((name) => stepOf(name) ?? [])
  if (steps.length > mostEncodings) throw makeFault('broken', `Content-Encoding: ${steps.length} times`)
  return steps
}

/** A stream that was cut short gives what there is, as in browsers. */
function stepOf(name: string): Duplex | undefined {
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH, ZSTD_e_flush, ZSTD_d_windowLogMax } = zlib.constants
  if (name === 'gzip' || name === 'x-gzip') return zlib.createGunzip({ finishFlush: Z_SYNC_FLUSH })
  if (name === 'deflate') return Duplex.from(inflate)
  if (name === 'br') return zlib.createBrotliDecompress({ finishFlush: BROTLI_OPERATION_FLUSH })
  if (name !== 'zstd' || !hasZstd) return undefined
  return zlib.createZstdDecompress({
    finishFlush: ZSTD_e_flush,
    params: { [ZSTD_d_windowLogMax]: zstdWindow },
  })
}

/** Some servers send "deflate" with its header, some without: the first byte tells. */
async function* inflate(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done) return
  const options = { finishFlush: zlib.constants.Z_SYNC_FLUSH }
  const hasHeader = ((first.value[0] ?? 0) & 0x0f) === 8
  const step = hasHeader ? zlib.createInflate(options) : zlib.createInflateRaw(options)
  yield* through(Readable.from(joined(first.value, chunks)), [step])
}

async function* joined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  yield first
  yield* { [Symbol.asyncIterator]: () => rest }
}
