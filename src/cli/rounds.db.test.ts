/** `prongsai rounds` as an operator meets it: from an empty database to a year under way. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { dayOf, endOfDay } from '#base/bangkok-day.ts'
import type { Problem } from '#base/problem.ts'
import { toThaiDigits } from '#base/thai-text.ts'
import { recordScores } from '#modules/disclosure/record.ts'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { frameworksRoot } from '#platform/paths.ts'
import { en } from '#text/en.ts'
import { problemText } from '#text/text.ts'
import { th } from '#text/th.ts'
import { operator, registerCast } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { roundsCommand } from './rounds.ts'
import { runProgram } from './run.ts'

let database: Database
let exitCode: typeof process.exitCode

beforeEach(async () => {
  exitCode = process.exitCode
  database = await openClone()
  vi.stubEnv('DATABASE_URL', String(database.pool.options.connectionString))
  await act(doorwayOf(database), operator, registerCast)
})

afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  process.exitCode = exitCode
  await database.close()
})

/** What the command prints. */
async function rounds(...args: string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    await roundsCommand().parseAsync(args, { from: 'user' })
    return write.mock.calls.map(([text]) => String(text)).join('')
  } finally {
    write.mockRestore()
  }
}

/** What a person reads who is refused, in Thai and in English. */
async function refusal(...args: string[]): Promise<readonly [string, string]> {
  const problem: Problem = await rounds(...args).then(
    () => Promise.reject(new Error('the command went through')),
    (error) => error,
  )
  const { code, parameters } = problem
  return [problemText(th, code, parameters), problemText(en, code, parameters)]
}

/** A day in Bangkok, so many days from today. */
const dayFromNow = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000))
const inBuddhistYear = (day: string) => `${Number(day.slice(0, 4)) + 543}${day.slice(4)}`

describe('a year', () => {
  test('is opened, filled, scheduled and extended, and shows where it stands', async () => {
    expect(await rounds('list')).toContain('rounds open --year')
    expect(await rounds('open', '--year', '๒๕๖๙')).toMatch(
      /^เปิดรอบการประเมินปี 2569 แล้ว ด้วยกรอบ [0-9a-f]{12} มีวันแล้ว 0 จาก 9 ขั้นตอน\n$/,
    )
    expect(await rounds('enrol', '--year', '2569', '--type', 'subdistrictOrganization')).toContain(
      'เพิ่ม 2 หน่วยงาน อยู่ในรอบแล้ว 0 หน่วยงาน',
    )
    expect(await rounds('enrol', '--year', '2569', '--agency', 'RIVER', 'hill', '--lang', 'en')).toBe(
      'round of 2569: 1 agency added, 1 agency enrolled before\n',
    )
    const closes = dayFromNow(12)
    const dates = ['--opens', toThaiDigits(inBuddhistYear(dayFromNow(-3))), '--closes', closes]
    const scheduled = await rounds('schedule', '--year', '2569', '--phase', 'collect', ...dates)
    expect(scheduled).toMatch(/^ขั้นตอน “เก็บแบบวัด IIT และ EIT” กำหนดแล้ว ตั้งแต่ .* จนถึง .* เวลา 24\.00 น\.\n$/)
    const extension = ['--agency', 'HILL', '--until', dayFromNow(20), '--reason', 'flood']
    await rounds('extend', '--year', '2569', '--phase', 'collect', ...extension)
    const shown = (await rounds('show', '--year', '2569', '--lang', 'en')).split('\n')
    expect(shown[0]).toMatch(/^round of 2569 \(open\), 3 agencies, framework [0-9a-f]{12}$/)
    expect(shown.filter((line) => line.includes('not scheduled'))).toHaveLength(8)
    expect(shown.find((line) => line.startsWith('  collect'))).toMatch(/open · From .* · 12 days left$/)
    expect(shown.at(-2)).toMatch(/^ {2}HILL {2}IIT and EIT answers {2}until .* because: flood$/)
  })

  test('tells programs the same', async () => {
    await rounds('open', '--year', '2569')
    await rounds(
      'schedule',
      '--year',
      '2569',
      '--phase',
      'score',
      '--opens',
      '1/5/2569',
      '--closes',
      '31/5/2569',
    )
    await rounds('enrol', '--year', '2569', '--all')
    const extension = ['--agency', 'HILL', '--until', '2569-06-07', '--reason', 'flood']
    await rounds('extend', '--year', '2569', '--phase', 'score', ...extension)
    const shown = JSON.parse(await rounds('show', '--year', '2569', '--json'))
    expect(shown).toMatchObject({ fiscalYear: 2569, isClosed: false, enrolledCount: 3 })
    expect(shown.timetable.find(({ phase }: { phase: string }) => phase === 'score')).toMatchObject({
      opensOn: '2026-05-01',
      closesOn: '2026-05-31',
    })
    expect(shown.extensions).toEqual([
      { agency: 'HILL', phase: 'score', until: '2026-06-07', reason: 'flood' },
    ])
    const { extensions: _, ...round } = shown
    expect(JSON.parse(await rounds('list', '--json'))).toEqual([round])
  })

  test('is closed once, and takes nothing after', async () => {
    await rounds('open', '--year', '2569')
    expect(await rounds('close', '--year', '๒๕๖๙', '--lang', 'en')).toContain('the round of 2569 is closed')
    expect(await rounds('list')).toContain('(ปิดแล้ว)')
    for (const again of [['close'], ['enrol', '--all']]) {
      const [thai, english] = await refusal(...again, '--year', '2569')
      expect(thai).toContain('ปีงบประมาณ 2569 ปิดแล้ว')
      expect(english).toContain('2569 is closed')
    }
    expect((await refusal('close', '--year', '2570'))[1]).toContain('there are rounds of 2569')
  })

  test('takes over the days of a framework that has them', async () => {
    const dir = join(frameworksRoot, '2565')
    await rounds('open', '--year', '2565', '--framework', dir)
    expect(await rounds('show', '--year', '2565')).toContain(
      'ชี้แจงเพิ่มเติม · ปิดแล้ว · ตั้งแต่ 1 มิ.ย. 2565 จนถึง 15 มิ.ย. 2565 เวลา 24.00 น.',
    )
    const [thai] = await refusal('open', '--year', '2569', '--framework', dir)
    expect(thai).toBe('โฟลเดอร์ที่ระบุเป็นกรอบการประเมินของปี 2565 ไม่ใช่ปี 2569')
  })
})

describe('a command that cannot be meant', () => {
  test.each([
    [['show', '--year', '2570'], /ปี 2569/, /there are rounds of 2569/],
    [['open', '--year', '2569'], /เปิดไว้แล้ว/, /already/],
    [['open', '--year', '2599'], /2563.*2569/, /2563.*2569/],
    [['enrol', '--year', '2569'], /--type.*--agency.*--all/, /--type.*--agency.*--all/],
    [['enrol', '--year', '2569', '--all', '--type', 'department'], /อย่างใดอย่างหนึ่ง/, /one of/],
    [['enrol', '--year', '2569', '--type', 'school'], /department, sub/, /department, sub/],
    [scheduling({ phase: 'dance' }), /register, collect, .*followUp/, /register, collect, .*followUp/],
    [scheduling({ opens: '31/2/2569' }), /--opens “31\/2\/2569”/, /--opens “31\/2\/2569” is not a day/],
    [scheduling({ closes: 'soon' }), /--closes “soon”/, /--closes “soon” is not a day/],
    [scheduling({ closes: '2569-02-01' }), /1 ก\.พ\. 2569 มาก่อน/, /1 Feb 2026 comes before/],
    [scheduling({ closes: '2659-04-30' }), /30 เม\.ย\. 2659/, /check the year/],
    [extending({ agency: 'NOBODY' }), /NOBODY ไม่ได้อยู่ในรอบ/, /NOBODY is not enrolled/],
    [extending({ reason: ' ' }), /ต้องบอกเหตุผล/, /needs a reason/],
    [extending({ until: '2569-03-30' }), /ปิด 31 มี\.ค\. 2569/, /closes at 24:00 on 31 Mar 2026/],
    [extending({ phase: 'approve' }), /ยังไม่กำหนดวันปิด/, /no closing day/],
  ])('%j is refused with what there is', async (args, thai, english) => {
    await rounds('open', '--year', '2569')
    await rounds('enrol', '--year', '2569', '--agency', 'HILL')
    await rounds(...scheduling({}))
    const [inThai, inEnglish] = await refusal(...args)
    expect(inThai).toMatch(thai)
    expect(inEnglish).toMatch(english)
  })

  function scheduling(change: Record<string, string>): string[] {
    return asArgs('schedule', { phase: 'answer', opens: '2569-03-01', closes: '2569-03-31', ...change })
  }

  function extending(change: Record<string, string>): string[] {
    const extension = { agency: 'HILL', phase: 'answer', until: '2569-04-07', reason: 'flood' }
    return asArgs('extend', { ...extension, ...change })
  }

  function asArgs(verb: string, options: Record<string, string>): string[] {
    return [
      verb,
      '--year',
      '2569',
      ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    ]
  }
})

test('an act outside its phase ends the program with 1 and the dates', async () => {
  await rounds('open', '--year', '2569')
  await rounds('enrol', '--year', '2569', '--agency', 'HILL')
  await rounds(
    'schedule',
    '--year',
    '2569',
    '--phase',
    'score',
    '--opens',
    '1/5/2569',
    '--closes',
    '31/5/2569',
  )
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const late = { ...doorwayOf(database), clock: () => endOfDay('2026-05-31') }
  await runProgram(() =>
    act(late, operator, (context) =>
      recordScores(context, {
        fiscalYear: 2569,
        scores: [{ agencyCode: 'HILL', itemCode: 'o1', score: 100 }],
      }),
    ),
  )
  expect(process.exitCode).toBe(1)
  const printed = write.mock.calls.map(([text]) => String(text)).join('')
  expect(printed).toContain('“ตรวจให้คะแนน OIT” ปิดแล้ว (เปิดวันที่ 1 พ.ค. 2569 ปิดวันที่ 31 พ.ค. 2569 เวลา 24.00 น.)')
})
