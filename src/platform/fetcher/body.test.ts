/** A body is read whatever its compression, and one that unfolds too far is not. */
import { Readable } from 'node:stream'
import zlib from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { readBody } from './body.ts'

const words = Buffer.from('งบประมาณรายจ่ายประจำปี '.repeat(2000))
const most = 10_000_000

const read = async (bytes: Buffer, encoding: string, mostBytes = most) =>
  Buffer.from(await readBody({ stream: Readable.from(slices(bytes)), encoding }, mostBytes))

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
}

describe('a body', () => {
  test.each([
    ['', words],
    ['gzip', zlib.gzipSync(words)],
    ['X-GZIP', zlib.gzipSync(words)],
    ['deflate', zlib.deflateSync(words)],
    ['deflate', zlib.deflateRawSync(words)],
    ['br', zlib.brotliCompressSync(words)],
    ['zstd', zlib.zstdCompressSync(words)],
    ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(words))],
    ['deflate, identity, gzip', zlib.gzipSync(zlib.deflateRawSync(words))],
  ])('compressed as "%s" is read', async (encoding, bytes) => {
    expect((await read(bytes, encoding)).equals(words)).toBe(true)
  })

  test('of an encoding that nobody knows is left as it came', async () => {
    expect((await read(words, 'utf-8')).equals(words)).toBe(true)
  })

  test.each(['gzip', 'deflate', 'br', 'zstd', ''])('that is empty is empty as "%s" too', async (encoding) => {
    expect(await read(Buffer.alloc(0), encoding)).toHaveLength(0)
  })

  test('cut short gives what there is', async () => {
    const cut = await read(zlib.gzipSync(words).subarray(0, -20), 'gzip')
    expect(cut.length).toBeGreaterThan(0)
    expect(words.subarray(0, cut.length).equals(cut)).toBe(true)
  })

  test.each(['gzip', 'deflate', 'br', 'zstd'])(
    'that is not what it says is an error as %s',
    async (encoding) => {
      await expect(read(Buffer.from('<html>not compressed'), encoding)).rejects.toThrow()
    },
  )

  test('may be of the limit exactly, and not of one byte more', async () => {
    expect(await read(words, '', words.length)).toHaveLength(words.length)
    await expect(read(words, '', words.length - 1)).rejects.toMatchObject({ failure: 'tooLarge' })
  })

  test.each([
    ['gzip', zlib.gzipSync],
    ['deflate', zlib.deflateRawSync],
    ['br', zlib.brotliCompressSync],
    ['zstd', zlib.zstdCompressSync],
  ] as const)('that is a bomb of %s stops at the limit', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(200_000_000))
    const source = Readable.from(slices(bomb))
    await expect(readBody({ stream: source, encoding }, 1_000_000)).rejects.toMatchObject({
      failure: 'tooLarge',
    })
    await vi.waitFor(() => expect(source.destroyed).toBe(true))
  })

  test('that is a bomb in a bomb stops at the limit', async () => {
    const bomb = zlib.gzipSync(zlib.gzipSync(Buffer.alloc(200_000_000)))
    await expect(read(bomb, 'gzip, gzip')).rejects.toMatchObject({ failure: 'tooLarge' })
  })

  test('compressed more often than anybody does is broken', async () => {
    await expect(read(words, 'gzip, gzip, gzip, gzip')).rejects.toMatchObject({ failure: 'broken' })
  })

  test('whose source fails is an error', async () => {
    async function* failing() {
      yield zlib.gzipSync(words).subarray(0, 30)
      throw new Error('gone')
    }
    await expect(readBody({ stream: Readable.from(failing()), encoding: 'gzip' }, most)).rejects.toThrow(
      'gone',
    )
    await expect(readBody({ stream: Readable.from(failing()), encoding: 'deflate' }, most)).rejects.toThrow()
  })
})
