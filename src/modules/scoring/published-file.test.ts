/** Files of published scores: what is read, and what is refused on which line. */
import { describe, expect, test } from 'vitest'
import { Problem } from '#base/problem.ts'
import { madeUpFramework } from '#tests/made-up-framework.ts'
import { readPublishedIndicators, readPublishedInstruments } from './published-file.ts'

const source = { file: 'published.csv', framework: madeUpFramework() }

function faults(read: () => unknown): string[] {
  try {
    read()
  } catch (error) {
    if (error instanceof Problem) return error.findings.map(({ line, code }) => `${line} ${code}`)
    throw error
  }
  return []
}

describe('published scores', () => {
  test('of indicators are read by number, Thai digits too', () => {
    const text = 'indicator,score\n1,94.52\n๑๐,๙๐.๐๐\n2,100\n'
    expect(readPublishedIndicators(text, source)).toEqual({ '1': '94.52', '2': '100', '10': '90.00' })
  })

  test('of instruments are read by part and instrument', () => {
    const text = 'instrument,score\nIIT,92.52\neitpublic,91.2\neitSurvey,89\neit,90\noit,0\n'
    expect(readPublishedInstruments(text, source)).toEqual({
      iit: '92.52',
      eitPublic: '91.2',
      eitSurvey: '89',
      eit: '90',
      oit: '0',
    })
  })

  test.each([
    ['more than a hundred', '1,100.01', ['2 published.impossibleScore']],
    ['three decimals', '1,94.525', ['2 published.impossibleScore']],
    ['less than nothing', '1,-1', ['2 published.impossibleScore']],
    ['a word', '1,ดี', ['2 published.impossibleScore']],
    ['an empty score', '1,', ['2 csv.emptyCell']],
    ['an eleventh indicator', '11,90', ['2 published.unknownName']],
    ['an indicator twice', '1,90\n๑,90', ['3 published.duplicate']],
  ])('are refused for %s', (_what, rows, expected) => {
    expect(faults(() => readPublishedIndicators(`indicator,score\n${rows}\n`, source))).toEqual(expected)
  })

  test('are refused for a part that the year does not have', () => {
    const oneEit = madeUpFramework({
      eit: { parts: [{ id: 'eit', name: { th: 'x', en: 'x' }, weightPercent: '30' }] },
    })
    const read = () =>
      readPublishedInstruments('instrument,score\neitPublic,90\n', { ...source, framework: oneEit })
    expect(faults(read)).toEqual(['2 published.unknownName'])
  })
})
