/** Reads QR codes off pictures and papers as a telephone would: the dots are drawn, and what they say is told. */
import { inflateSync } from 'node:zlib'
import jsqr from 'jsqr'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

const channels = 4
const dotPixels = 6

/** What a picture of RGBA bytes says; null where no code is found. */
function readPicture(pixels: Uint8ClampedArray, width: number): string | null {
  return (
    jsqr(pixels, width, pixels.length / channels / width, { inversionAttempts: 'dontInvert' })?.data ?? null
  )
}

/** Eight bits a channel with transparency, as `qrcode` writes it. */
export function readQrPng(png: Uint8Array): string | null {
  const bytes = Buffer.from(png)
  const width = bytes.readUInt32BE(16)
  if (bytes.subarray(24, 26).toString('hex') !== '0806') throw new Error('another kind of PNG')
  const packed: Buffer[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const body = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(body)
  }
  return readPicture(unfilter(inflateSync(Buffer.concat(packed)), width * channels), width)
}

/** Undoes what PNG does to each line before it is packed. */
function unfilter(lines: Buffer, lineBytes: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray((lines.length / (lineBytes + 1)) * lineBytes)
  for (let from = 0, to = 0; from < lines.length; from += lineBytes + 1, to += lineBytes) {
    const filter = lines[from] ?? 0
    for (let place = 0; place < lineBytes; place++) {
      const left = place < channels ? 0 : (pixels[to + place - channels] ?? 0)
      const above = pixels[to + place - lineBytes] ?? 0
      const corner = place < channels ? 0 : (pixels[to + place - lineBytes - channels] ?? 0)
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0
      pixels[to + place] = ((lines[from + 1 + place] ?? 0) + guess) & 255
    }
  }
  return pixels
}

function paeth(left: number, above: number, corner: number): number {
  const distances = [left, above, corner].map((one) => Math.abs(left + above - corner - one))
  return [left, above, corner][distances.indexOf(Math.min(...distances))] ?? 0
}

/** A stroke one dot high, from left to right, in dots. */
interface Stroke {
  readonly from: number
  readonly to: number
  readonly line: number
}

function readStrokes(strokes: readonly Stroke[]): string | null {
  const width = dotPixels * (Math.max(...strokes.map(({ to }) => to)) + 4)
  const pixels = new Uint8ClampedArray(width * width * channels).fill(255)
  for (const { from, to, line } of strokes) {
    for (let y = line * dotPixels; y < (line + 1) * dotPixels; y++) {
      const start = (y * width + from * dotPixels) * channels
      for (let at = start; at < start + (to - from) * dotPixels * channels; at++)
        if (at % channels < 3) pixels[at] = 0
    }
  }
  return readPicture(pixels, width)
}

/** As `qrcode` draws it: one path of moves and horizontal strokes. */
export function readQrSvg(svg: string): string | null {
  const path = /stroke="#000000" d="([^"]+)"/.exec(svg)?.[1] ?? ''
  let [x, line] = [0, 0]
  const strokes: Stroke[] = []
  for (const [, command, first = '', second] of path.matchAll(/([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    const by = Number(first)
    if (command === 'h') strokes.push({ from: x, to: x + by, line })
    if (command === 'M') line = Math.floor(Number(second))
    x = command === 'M' ? by : x + by
  }
  return readStrokes(strokes)
}

/** The path of the first page with the most strokes: moves and lines in dots, upright and as wide as high. */
export async function readQrPdf(pdf: Uint8Array): Promise<string | null> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await (await document.getPage(1)).getOperatorList()
  let path = new Float32Array()
  let [across, down] = [0, 0]
  let placed: readonly number[] = []
  for (const [index, operator] of fnArray.entries()) {
    if (operator === OPS.transform) placed = argsArray[index]
    const found: Float32Array<ArrayBuffer> | undefined =
      operator === OPS.constructPath ? argsArray[index][1][0] : undefined
    if (!found || found.length <= path.length) continue
    path = found
    across = placed[0] ?? 0
    down = -(placed[3] ?? 0)
  }
  if (across <= 0 || Math.abs(across - down) > 1e-6) throw new Error('the code is mirrored or bent')
  return readStrokes(strokesOf(path))
}

/** Each a move (0, x, y) and a line (1, x, y). */
function strokesOf(path: Float32Array): Stroke[] {
  return Array.from({ length: path.length / 6 }, (_, stroke) => {
    const [, from = 0, line = 0, , to = 0] = path.subarray(stroke * 6)
    return { from, to, line: Math.floor(line) }
  })
}
