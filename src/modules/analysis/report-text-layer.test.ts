/** What is copied from a report, or read aloud by a machine, is what stands on the paper. */
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readFramework } from '#modules/frameworks/load.ts'
import { frameworksRoot } from '#platform/paths.ts'
import { recommend } from './recommend.ts'
import { renderResultReport } from './result-report.ts'
import { diprom2568 } from './result-samples.ts'

interface Syllable {
  readonly text: string
  readonly glyphs: number
}

/** The pieces of text that a PDF says in letters because their glyphs do not, with how many glyphs each has. */
function listSyllables(pdf: Uint8Array): Syllable[] {
  const bodies = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/stream\n([\s\S]*?)\n?endstream/g)
  const pages = [...bodies].map(([, body = '']) => unpack(body))
  return pages.flatMap((page) =>
    [...page.matchAll(/\/ActualText <FEFF([0-9A-F]+)>\n>> BDC\n([\s\S]*?)EMC/g)].map(
      ([, letters = '', drawn = '']) => ({ text: lettersOf(letters), glyphs: countGlyphs(drawn) }),
    ),
  )
}

function unpack(body: string): string {
  try {
    return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
  } catch {
    return ''
  }
}

const lettersOf = (hex: string) =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))

/** Each glyph is two bytes of a string, some of them escaped. */
function countGlyphs(drawn: string): number {
  const strings = drawn.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/g)
  const bytes = [...strings].flatMap(([, string = '']) => string.match(/\\[0-7]{1,3}|\\[\s\S]|[\s\S]/g) ?? [])
  return bytes.length / 2
}

test('a syllable with a tone mark is drawn in one piece, so that its text is there once', async () => {
  const { framework } = await readFramework(`${frameworksRoot}/2568`)
  const result = diprom2568(framework)
  const pdf = await renderResultReport(result, recommend(framework, result), { digits: 'thai', framework })
  const toned = listSyllables(pdf).filter(({ text }) => /^[ก-ฮ][ัิ-ื][่-๋]$/.test(text))
  expect(toned.map(({ text }) => text)).toEqual(expect.arrayContaining(['ซึ่', 'ทั้', 'ที่']))
  expect(toned.filter(({ text, glyphs }) => glyphs < text.length)).toEqual([])
})
