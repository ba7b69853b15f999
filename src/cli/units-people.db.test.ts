/** `prongsai units` and `prongsai people` as an operator meets them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { operator, registerCast } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { peopleCommand } from './people.ts'
import { unitsCommand } from './units.ts'

const folder = mkdtempSync(join(tmpdir(), 'prongsai-units-'))
let database: Database
let exitCode: typeof process.exitCode

beforeEach(async () => {
  exitCode = process.exitCode
  database = await openClone()
  await act(doorwayOf(database), operator, registerCast)
  vi.stubEnv('DATABASE_URL', String(database.pool.options.connectionString))
})

afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  process.exitCode = exitCode
  await database.close()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(command: Command, ...args: string[]): Promise<{ printed: string; code: number }> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  process.exitCode = 0
  try {
    await command.parseAsync(args, { from: 'user' })
    const printed = write.mock.calls.map(([text]) => Buffer.from(text).toString()).join('')
    return { printed, code: Number(process.exitCode) }
  } finally {
    write.mockRestore()
  }
}

function save(name: string, ...lines: string[]): string {
  const file = join(folder, name)
  writeFileSync(file, lines.join('\n'))
  return file
}

const units = [
  'agency,code,name_th,name_en,kind,parent',
  'HILL,FIN,กองคลัง,Finance,,',
  'HILL,ACC,ฝ่ายบัญชี,,,FIN',
]
const people = ['agency,unit,name,position,email,phone', 'HILL,ACC,ขวัญ ใจงาม,นักวิชาการ,kwan@hill.go.th,']

test('units go in, are listed for people and programs, and come out as CSV that goes in again', async () => {
  const first = await run(unitsCommand(), 'import', save('units.csv', ...units), '--json')
  expect([JSON.parse(first.printed), first.code]).toEqual([
    { added: 2, updated: 0, unchanged: 0, failed: [] },
    0,
  ])
  expect((await run(unitsCommand(), 'list', '--lang', 'en')).printed).toBe(
    'HILL  FIN  Finance\nHILL  ACC  ฝ่ายบัญชี  ← FIN\n',
  )
  expect(JSON.parse((await run(unitsCommand(), 'list', '--json')).printed)).toMatchObject([
    { code: 'FIN', kind: 'division', parent: null },
    { code: 'ACC', kind: 'section', parent: 'FIN' },
  ])
  expect((await run(unitsCommand(), 'list', '--agency', 'FIELD')).printed).toBe('ยังไม่มีส่วนงาน\n')
  const { printed } = await run(unitsCommand(), 'list', '--format', 'csv')
  const again = await run(unitsCommand(), 'import', save('again.csv', printed), '--json')
  expect(JSON.parse(again.printed)).toMatchObject({ unchanged: 2 })
})

test('people go in, and a row to mend is told with line, field and reason, and ends with 1', async () => {
  await run(unitsCommand(), 'import', save('units.csv', ...units))
  const bad = 'HILL,NONE,ก,,x@hill.go.th,'
  const { printed, code } = await run(peopleCommand(), 'import', save('people.csv', ...people, bad), '--json')
  expect(JSON.parse(printed)).toEqual({
    ...{ added: 1, updated: 0, unchanged: 0 },
    failed: [{ line: 3, field: 'unit', reason: 'หน่วยงานนี้ไม่มีส่วนงานรหัส “NONE”' }],
  })
  expect(code).toBe(1)
  expect((await run(peopleCommand(), 'list', '--search', 'ขวัญ')).printed).toBe(
    'HILL  ACC  ขวัญ ใจงาม  นักวิชาการ  kwan@hill.go.th\n',
  )
  expect(JSON.parse((await run(peopleCommand(), 'list', '--json', '--agency', 'FIELD')).printed)).toEqual([])
})

test('all or nothing, and preview, write nothing', async () => {
  const file = save('units.csv', ...units, 'HILL,X,,,,')
  const refused = await run(unitsCommand(), 'import', file, '--all-or-nothing', '--lang', 'en')
  expect(refused.printed).toMatch(/^nothing was saved: 1 row\(s\) to mend\nline 4, name_th/)
  expect((await run(unitsCommand(), 'import', file, '--preview', '--lang', 'en')).printed).toMatch(
    /would add 2/,
  )
  expect((await run(unitsCommand(), 'list', '--lang', 'en')).printed).toBe('no units yet\n')
})
