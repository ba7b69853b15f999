/** Item score files: how items may be written, and what is refused on which line. */
import { describe, expect, test } from 'vitest'
import { Problem } from '#base/problem.ts'
import { madeUpFramework } from '#tests/made-up-framework.ts'
import { itemCode, readItemScores } from './scores-file.ts'

const framework = madeUpFramework()
const read = (source: string) => readItemScores(source, { file: 'oit.csv', framework })

function faults(source: string): string[] {
  try {
    read(source)
  } catch (error) {
    if (error instanceof Problem) return error.findings.map(({ line, code }) => `${line} ${code}`)
    throw error
  }
  return []
}

describe('item scores', () => {
  test('are read in any order, and some may be left out', () => {
    expect(read('item,score\no3,100\no1,0\n')).toEqual({ o3: 100, o1: 0 })
  })

  test('are read with the columns turned round and Thai digits', () => {
    expect(read('Score,Item\n๑๐๐,o๕\n')).toEqual({ o5: 100 })
  })

  test.each(['o4', 'O4', 'o๔', '๐๔', '04', 'O 4', '4'])('"%s" is item o4', (written) => {
    expect(itemCode(written)).toBe('o4')
  })

  test.each([
    ['๐๑๐', 'o10'],
    ['010', 'o10'],
    ['๐๒๖', 'o26'],
  ])('"%s" is item %s', (written, code) => {
    expect(itemCode(written)).toBe(code)
  })
})

describe('an item file is refused', () => {
  test.each([
    ['an item of another year', 'item,score\no6,100\n', ['2 items.unknown']],
    ['an item twice, however written', 'item,score\no1,100\n๐๑,0\n', ['3 items.duplicate']],
    ['half a score', 'item,score\no1,50\n', ['2 items.impossibleScore']],
    ['an empty score', 'item,score\no1,\n', ['2 csv.emptyCell']],
    ['an empty item', 'item,score\n,100\n', ['2 csv.emptyCell']],
    ['another column', 'item,score,why\no1,100,x\n', ['1 csv.unknownColumn']],
    ['no score column', 'item\no1\n', ['1 csv.missingColumn']],
    ['a column twice', 'item,item,score\no1,o1,100\n', ['1 csv.duplicateColumn']],
    ['a long row', 'item,score\no1,100,1\n', ['2 csv.ragged']],
    ['nothing in it', '', ['1 file.empty']],
  ])('for %s', (_what, source, expected) => {
    expect(faults(source)).toEqual(expected)
  })

  test('with everything to mend at once', () => {
    expect(faults('item,score\no1,7\nx,100\no1,100\n')).toEqual([
      '2 items.impossibleScore',
      '3 items.unknown',
      '4 items.duplicate',
    ])
  })
})
