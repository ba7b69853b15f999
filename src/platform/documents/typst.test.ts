/** A template and data make a PDF, and nothing but the data gets in. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderPdf } from './typst.ts'

let folder = ''
let template = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'typst-'))
  template = join(folder, 'letter.typ')
  const source = `#let data = json(bytes(sys.inputs.data))
#set text(font: "Sarabun", lang: "th", fallback: false)
#data.words
#if "mark" in data { image(data.mark) }`
  await writeFile(template, source)
})

afterAll(() => rm(folder, { recursive: true }))

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15" font-family="Sarabun">น้ำ</text></svg>'

describe('a document set by Typst', () => {
  test('is a PDF, and the same input gives the same bytes', async () => {
    const [first, second] = await Promise.all([
      renderPdf(template, { words: 'สวัสดี' }),
      renderPdf(template, { words: 'สวัสดี' }),
    ])
    expect(Buffer.from(first.subarray(0, 5)).toString()).toBe('%PDF-')
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })

  test('takes words as words and never as source', async () => {
    const pdf = await renderPdf(template, { words: '#panic("out") *bold* "]' })
    expect(pdf.length).toBeGreaterThan(1000)
  })

  test('shows an asset by its name', async () => {
    const without = await renderPdf(template, { words: 'ภาพ' })
    const pdf = await renderPdf(template, { words: 'ภาพ', mark: 'mark.svg' }, { 'mark.svg': mark })
    expect(pdf.length).toBeGreaterThan(without.length)
  })

  test('reaches nothing on the disk', async () => {
    await expect(renderPdf(template, { words: 'ภาพ', mark: '/etc/hostname' })).rejects.toThrow('letter.typ')
    await expect(renderPdf(template, { words: 'ภาพ', mark: '../../etc/hostname' })).rejects.toThrow(
      'letter.typ',
    )
  })

  test('fails alone: the next one is set', async () => {
    await expect(renderPdf(join(folder, 'absent.typ'), {})).rejects.toThrow('absent.typ')
    await expect(renderPdf(template, { words: 'ต่อไป' })).resolves.toBeInstanceOf(Uint8Array)
  })
})
