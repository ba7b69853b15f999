/** Answer files: what is counted, what is never kept, and every fault with its line. */
import { describe, expect, test } from 'vitest'
import { type Finding, Problem } from '#base/problem.ts'
import { madeUpFramework } from '#tests/made-up-framework.ts'
import { readAnswers } from './answers-file.ts'

const framework = madeUpFramework()
const split = madeUpFramework({ subQuestions: true })

const read = (source: string | Uint8Array, part = 'iit', of = framework) =>
  readAnswers(source, { file: 'iit.csv', framework: of, part })

function problemOf(act: () => unknown): Problem {
  try {
    act()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was refused')
}

/** "2 csv.emptyCell" for each finding of a refused file. */
function faults(source: string | Uint8Array, of = framework): string[] {
  const { findings } = problemOf(() => read(source, 'iit', of))
  expect(findings.every(({ file }) => file === 'iit.csv')).toBe(true)
  return findings.map(({ line, code }) => `${line} ${code}`)
}

function firstFinding(source: string): Finding | undefined {
  return problemOf(() => read(source)).findings[0]
}

describe('answers are counted', () => {
  test('by column and option', () => {
    const { tally, columns, answers } = read('respondent,i1,i2\n7,100,0\n8,80,100\n9,100,20\n')
    expect(tally).toEqual({ respondents: 3, counts: { i1: [0, 0, 0, 0, 1, 2], i2: [1, 1, 0, 0, 0, 1] } })
    expect(columns).toEqual(['i1', 'i2'])
    expect(answers.map((row) => [...row])).toEqual([
      [5, 0],
      [4, 5],
      [5, 1],
    ])
  })

  test('with columns in any order and without the respondent', () => {
    const { columns, answers } = read('i3,i1\n20,40\n')
    expect(columns).toEqual(['i1', 'i3'])
    expect(answers.map((row) => [...row])).toEqual([[2, 1]])
  })

  test.each([
    ['a byte order mark', '\uFEFFi1,i2\n100,80\n'],
    ['Windows line ends', 'i1,i2\r\n100,80\r\n'],
    ['old Macintosh line ends', 'i1,i2\r100,80\r'],
    ['Thai digits', 'i๑,i๒\n๑๐๐,๘๐\n'],
    ['capital letters', 'I1,I2\n100,80\n'],
    ['spaces around', ' i1 , i2 \n 100 ,  80\n'],
    ['quotation marks', '"i1","i2"\n"100","80"\n'],
    ['blank lines', '\ni1,i2\n\n100,80\n\n\n'],
    ['no end of line', 'i1,i2\n100,80'],
  ])('from a file with %s', (_what, source) => {
    expect(read(source).tally).toEqual(read('i1,i2\n100,80\n').tally)
    expect(read(new TextEncoder().encode(source)).tally).toEqual(read('i1,i2\n100,80\n').tally)
  })

  test('and nothing of the respondent column is kept', () => {
    const kept = JSON.stringify(read('respondent,i1\nsomchai@example.go.th,100\n'))
    expect(kept).not.toContain('somchai')
    expect(kept).not.toContain('respondent,')
  })

  test('from sub-questions, or from the whole question instead', () => {
    expect(read('i1.1,i1.2,i2\n100,80,60\n', 'iit', split).columns).toEqual(['i1.1', 'i1.2', 'i2'])
    expect(read('i1,i2\n100,60\n', 'iit', split).columns).toEqual(['i1', 'i2'])
  })

  test('for pooled answers where the year has them', () => {
    const pooled = madeUpFramework({ eit: { pooledPart: { id: 'eit', name: { th: 'EIT', en: 'EIT' } } } })
    expect(read('e1\n100\n', 'eit', pooled).tally.respondents).toBe(1)
  })
})

describe('an answers file is refused', () => {
  test.each([
    ['empty', '', ['1 file.empty']],
    ['blank', '\n\n', ['1 file.empty']],
    ['a header only', 'respondent,i1\n', ['1 file.empty']],
    ['no question column', 'respondent\n1\n', ['1 csv.noQuestionColumn']],
    ['an unknown column', 'i1,i99\n100,100\n', ['1 csv.unknownColumn']],
    ['a nameless column', 'i1,\n100,\n', ['1 csv.unknownColumn']],
    ['a column twice', 'i1,I๑\n100,100\n', ['1 csv.duplicateColumn']],
    ['two respondent columns', 'respondent,i1,respondent\n1,100,1\n', ['1 csv.duplicateColumn']],
    ['an impossible value', 'i1\n100\n90\n', ['3 answers.impossibleValue']],
    ['a word', 'i1\nมาก\n', ['2 answers.impossibleValue']],
    ['an empty cell', 'i1,i2\n100,80\n100,\n', ['3 csv.emptyCell']],
    ['a short row', 'i1,i2\n100\n100,80\n', ['2 csv.ragged']],
    ['a long row', 'i1,i2\n100,80\n100,80,60\n', ['3 csv.ragged']],
    ['an open quotation mark', 'i1,i2\n100,80\n"100,80\n20,20\n', ['3 csv.brokenQuotes']],
    ['a stray quotation mark', 'i1,i2\n100,80\n100,8"0\n', ['3 csv.brokenQuotes']],
  ])('for %s', (_what, source, expected) => {
    expect(faults(source)).toEqual(expected)
  })

  test('when it is not UTF-8', () => {
    expect(faults(new Uint8Array([0x69, 0x31, 0x0a, 0xa1, 0xa2]))).toEqual(['1 file.notUtf8'])
    expect(faults(new Uint8Array([0xff, 0xfe, 0x69, 0x00]))).toEqual(['1 file.notUtf8'])
  })

  test('for a question beside its own sub-questions', () => {
    expect(faults('i1,i1.1\n100,100\n', split)).toEqual(['1 answers.mixedColumns'])
  })

  test('with everything to mend at once, in the order of its lines', () => {
    expect(faults('i1,i2,x\n100,7,1\n100\n,100,1\n"')).toEqual([
      '1 csv.unknownColumn',
      '2 answers.impossibleValue',
      '3 csv.ragged',
      '4 csv.emptyCell',
      '5 csv.brokenQuotes',
    ])
  })

  test('with the line of the file even after a cell of several lines', () => {
    expect(faults('respondent,i1\r\n"a\r\nb",100\r\nc,7\r\n')).toEqual(['4 answers.impossibleValue'])
  })

  test('naming the column, the value and what is allowed', () => {
    expect(firstFinding('i1\n90\n')?.parameters).toEqual({
      column: 'i1',
      value: '90',
      allowed: '0, 20, 40, 60, 80, 100',
    })
    expect(firstFinding('i1,q2\n100,80\n')?.parameters).toEqual({
      column: 'q2',
      expected: 'respondent, i1 … i6',
    })
  })

  test('with fifty findings at most, and the number of the others', () => {
    const { findings, parameters } = problemOf(() => read(`i1\n${'7\n'.repeat(60)}`))
    expect(findings).toHaveLength(51)
    expect(findings.at(-1)).toEqual({ file: 'iit.csv', code: 'csv.more', parameters: { count: 10 } })
    expect(parameters.count).toBe(60)
  })

  test('for a part that the year does not have, naming those it has', () => {
    const problem = problemOf(() => read('e1\n100\n', 'eit'))
    expect(problem).toMatchObject({
      code: 'score.partNotInYear',
      parameters: { option: 'eit', year: 2568, options: 'iit, eitPublic, eitSurvey' },
    })
  })
})
