/** `prongsai score` as an operator meets it: files in, table or sheet out, every fault told. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem } from '#base/problem.ts'
import { packageRoot } from '#platform/paths.ts'
import { scoreCommand } from './score.ts'

const golden = (name: string) => join(packageRoot, 'tests/golden/diprom-2568', name)
const allFiles = [
  ...['--iit', golden('iit.csv'), '--eit-public', golden('eit-public.csv')],
  ...['--eit-survey', golden('eit-survey.csv'), '--oit', golden('oit.csv')],
]
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'score-'))
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

/** What `prongsai score …` prints. */
async function score(...args: string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  await scoreCommand().parseAsync(args, { from: 'user' })
  return write.mock.calls.map(([text]) => String(text)).join('')
}

async function refusal(...args: string[]): Promise<Problem> {
  const error: unknown = await score(...args).catch((reason: unknown) => reason)
  if (error instanceof Problem) return error
  throw new Error(`not refused: ${String(error)}`)
}

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('prongsai score', () => {
  test('prints the published figures of the golden case as JSON', async () => {
    const sheet = JSON.parse(await score('--year', '2568', ...allFiles, '--json'))
    const expected = JSON.parse(readFileSync(golden('expected.json'), 'utf8'))
    for (const field of ['questions', 'indicators', 'instruments', 'total', 'rating', 'measureLevels']) {
      expect(sheet[field]).toEqual(expected[field])
    }
  })

  test('prints a table with the total, the rating and its reason', async () => {
    const table = await score('--year', '๒๕๖๘', ...allFiles)
    expect(table).toContain('   92.65  คะแนนรวม')
    expect(table).toMatch(/^ระดับผลการประเมิน — ผ่าน: คะแนนรวม 92\.65 .*84\.38/m)
    expect(table).toMatch(/100\.00 {3}9 การเปิดเผยข้อมูล — อันดับ 1/)
    expect(table).toMatch(/i10 {2}82\.40/)
  })

  test('prints the table in English', async () => {
    expect(await score('--year', '2568', ...allFiles, '--lang', 'en')).toContain('   92.65  Total')
  })

  test('tells of each unknown figure what it lacks', async () => {
    const table = await score('--year', '2568', '--oit', golden('oit.csv'))
    expect(table).toMatch(/ – {2}คะแนนรวม — ยังไม่มีคำตอบของ แบบวัด IIT/)
  })

  test('writes the sheet to a file', async () => {
    const path = join(folder, 'sheet.json')
    await score('--year', '2568', ...allFiles, '--sheet', path)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      format: 'prongsai-score-sheet/1',
      total: '92.65',
    })
  })

  test('takes published figures and lists where they disagree', async () => {
    const instruments = file(
      'instruments.csv',
      'instrument,score\niit,92.52\neitPublic,91.21\neitSurvey,89.91\noit,95\n',
    )
    const indicators = file(
      'indicators.csv',
      'indicator,score\n1,94.51\n2,95.25\n3,95.25\n4,84.60\n5,91.36\n',
    )
    const table = await score('--year', '2567', '--instruments', instruments, '--indicators', indicators)
    expect(table).toContain('   92.92  คะแนนรวม')
    expect(table).toContain('เผยแพร่ 92.52 คิดได้ 92.19')
  })
})

describe('prongsai score refuses', () => {
  test('to start without any file', async () => {
    expect(await refusal('--year', '2568')).toMatchObject({ code: 'score.noInput' })
  })

  test('a year without a framework, naming those there are', async () => {
    const problem = await refusal('--year', '2550', ...allFiles)
    expect(problem.code).toBe('score.noFramework')
    expect(problem.parameters.years).toMatch(/2563, 2564.*2568/)
  })

  test('what is no year', async () => {
    expect(await refusal('--year', '68', ...allFiles)).toMatchObject({ code: 'year.invalid' })
  })

  test('parts that the year does not have, naming the options that fit', async () => {
    const problem = await refusal('--year', '2563', '--eit-public', golden('eit-public.csv'))
    expect(problem.findings).toEqual([
      {
        code: 'score.partNotInYear',
        parameters: { option: '--eit-public', year: 2563, options: '--iit, --eit' },
      },
    ])
    const other = await refusal('--year', '2568', '--eit', golden('eit-public.csv'))
    expect(other.findings[0]?.parameters?.options).toBe('--iit, --eit-public, --eit-survey')
  })

  test('pooled answers beside separate ones', async () => {
    const pooled = file('eit.csv', 'e1\n100\n')
    const problem = await refusal('--year', '2566', '--eit', pooled, '--eit-public', pooled)
    expect(problem.findings.map(({ code }) => code)).toEqual(['score.pooledBesideParts'])
  })

  test('with the faults of all files at once', async () => {
    const iit = file('iit.csv', 'i1\n7\n')
    const oit = file('oit.csv', 'item,score\no99,100\n')
    const problem = await refusal(
      '--year',
      '2568',
      '--iit',
      iit,
      '--oit',
      oit,
      '--eit-public',
      join(folder, 'no.csv'),
    )
    expect(problem.findings.map(({ file: where, line, code }) => [where, line, code])).toEqual([
      [iit, 2, 'answers.impossibleValue'],
      [undefined, undefined, 'file.unreadable'],
      [oit, 2, 'items.unknown'],
    ])
  })

  test('to write the sheet where it cannot', async () => {
    const problem = await refusal(
      '--year',
      '2568',
      ...allFiles,
      '--sheet',
      join(folder, 'none', 'sheet.json'),
    )
    expect(problem.code).toBe('score.unwritable')
  })
})
