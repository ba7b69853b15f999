/** `prongsai agencies` as an operator meets it: a list in any common form goes in, and comes out again. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { importAgencies } from '#modules/registry/import-agencies.ts'
import { readReference } from '#modules/registry/reference-files.ts'
import { verifyAudit } from '#platform/audit-queries.ts'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { seedsRoot } from '#platform/paths.ts'
import { readTable } from '#platform/table-file/read-table.ts'
import { operator } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { agenciesCommand } from './agencies.ts'

const folder = mkdtempSync(join(tmpdir(), 'prongsai-agencies-'))
const reference = await readReference(`${seedsRoot}/reference`)
let database: Database
let exitCode: typeof process.exitCode

beforeEach(async () => {
  exitCode = process.exitCode
  database = await openClone()
  vi.stubEnv('DATABASE_URL', String(database.pool.options.connectionString))
})

afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  process.exitCode = exitCode
  await database.close()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the command prints, and its exit code. */
async function run(...args: string[]): Promise<{ printed: string; code: number }> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  process.exitCode = 0
  try {
    await agenciesCommand().parseAsync(args, { from: 'user' })
    return {
      printed: write.mock.calls.map(([text]) => Buffer.from(text).toString()).join(''),
      code: Number(process.exitCode),
    }
  } finally {
    write.mockRestore()
  }
}

function save(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const listed = async (...args: string[]) => JSON.parse((await run('list', '--json', ...args)).printed)

const head = ['code', 'name_th', 'name_en', 'type', 'size', 'ministry', 'province', 'website']
const local = ['องค์การบริหารส่วนตำบล', 'S', 'กระทรวงมหาดไทย']
const agency = (number: number) => [
  `L${number}`,
  `องค์การบริหารส่วนตำบลบ้านที่ ${number}`,
  `Ban ${number}`,
  ...local,
  ['ชลบุรี', 'เชียงใหม่', 'กรุงเทพมหานคร'][number % 3] ?? '',
  `https://ban${number}.go.th`,
]
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\n')
const three = csv([head, agency(1), agency(2), agency(3)])
const done = (added: number, updated: number, unchanged: number) => ({
  added,
  updated,
  unchanged,
  failed: [],
})

describe('prongsai agencies import', () => {
  test('prints what it did and nothing else, and ends with 0', async () => {
    const file = save('three.csv', three)
    const first = await run('import', file, '--json')
    expect(JSON.parse(first.printed)).toEqual(done(3, 0, 0))
    expect(first.code).toBe(0)
    expect(JSON.parse((await run('import', file, '--json')).printed)).toEqual(done(0, 0, 3))
    const changed = save('changed.csv', three.replace('Ban 2', 'Ban Two'))
    expect(JSON.parse((await run('import', changed, '--json')).printed)).toEqual(done(0, 1, 2))
  })

  test('tells each failed row with line, field and reason in the language asked for, and ends with 1', async () => {
    const file = save('bad.csv', three.replace('เชียงใหม่', 'เชียงไหม่'))
    const { printed, code } = await run('import', file, '--json')
    expect(JSON.parse(printed)).toEqual({
      ...done(2, 0, 0),
      failed: [{ line: 2, field: 'province', reason: 'ไม่มีจังหวัด “เชียงไหม่” หมายถึง “เชียงใหม่” หรือไม่' }],
    })
    expect(code).toBe(1)
    expect((await run('import', file, '--lang', 'en')).printed).toBe(
      [
        'added 0, updated 0, unchanged 2, failed 1',
        'line 2, province: there is no province “เชียงไหม่”: did you mean “เชียงใหม่”?\n',
      ].join('\n'),
    )
  })

  test('all or nothing, and preview, write nothing and say so', async () => {
    const file = save('bad.csv', three.replace('เชียงใหม่', 'เชียงไหม่'))
    const refused = await run('import', file, '--all-or-nothing', '--lang', 'en')
    expect(refused.printed).toMatch(/^nothing was saved: 1 row\(s\) to mend\nline 2/)
    expect(refused.code).toBe(1)
    expect((await run('import', file, '--preview', '--lang', 'en')).printed).toMatch(
      /^preview, nothing was saved: would add 2/,
    )
    expect(await listed()).toEqual([])
  })

  test('takes the same list in every form it comes in', async () => {
    await run('import', save('three.csv', three))
    const tis620 = Uint8Array.from([...three], (sign) => {
      const point = sign.codePointAt(0) ?? 0
      return point < 0x80 ? point : point - 0x0e01 + 0xa1
    })
    const rows = three.split('\n').map((line) => line.split(','))
    const forms: Record<string, string | Uint8Array> = {
      'tis-620.csv': tis620,
      'utf-16.csv': Buffer.from(`\uFEFF${three.replaceAll(',', '\t')}`, 'utf16le'),
      'mark.csv': `\uFEFF${three.replaceAll(',', ';').replaceAll('\n', '\r\n')}`,
      'workbook.xlsx': await writeXlsx({ sheets: [{ name: 'หน่วยงาน', rows }] }),
    }
    for (const [name, content] of Object.entries(forms)) {
      const { printed } = await run('import', save(name, content), '--json')
      expect([name, JSON.parse(printed)]).toEqual([name, done(0, 0, 3)])
    }
  })

  test('two at once take turns: what one adds the other finds there', async () => {
    const rows = { ...(await readTable(Buffer.from(three), 'three.csv')), reference }
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => act(doorwayOf(database), operator, (context) => importAgencies(context, rows))),
    )
    expect(outcomes.map(({ added, unchanged }) => [added, unchanged]).sort()).toEqual([
      [0, 3],
      [0, 3],
      [3, 0],
    ])
  })

  test('refuses what is no list, with nothing on standard output', async () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    const file = save('picture.csv', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))
    const refused = agenciesCommand().parseAsync(['import', file, '--json'], { from: 'user' })
    await expect(refused).rejects.toMatchObject({ kind: 'invalid', code: 'table.notTable' })
    expect(write).not.toHaveBeenCalled()
  })

  test('8,300 agencies go in at once, come out as CSV, and go in again unchanged', async () => {
    const rows = Array.from({ length: 8300 }, (_, at) => agency(at + 1))
    const file = save('nation.csv', csv([head, ...rows]))
    const begun = performance.now()
    expect(JSON.parse((await run('import', file, '--json')).printed)).toEqual(done(8300, 0, 0))
    expect(performance.now() - begun).toBeLessThan(15_000)
    const { printed } = await run('list', '--format', 'csv')
    expect(printed.trimEnd().split('\r\n')).toHaveLength(8301)
    const again = await run('import', save('again.csv', printed), '--json')
    expect(JSON.parse(again.printed)).toEqual(done(0, 0, 8300))
    expect(await verifyAudit(database.query)).toMatchObject({ isWhole: true })
  })

  test('a name that looks like a formula is kept asleep in the CSV and comes back as it was', async () => {
    const name = '=HYPERLINK(1)'
    await run('import', save('formula.csv', csv([head, ['F1', name, 'F', 'กรมหรือเทียบเท่า', '', '', '', '']])))
    const { printed } = await run('list', '--format', 'csv')
    expect(printed).toContain("'=HYPERLINK(1)")
    const again = await run('import', save('formula-again.csv', printed), '--json')
    expect(JSON.parse(again.printed)).toEqual(done(0, 0, 1))
    expect((await listed())[0].name_th).toBe(name)
  })
})

describe('prongsai agencies list', () => {
  beforeEach(() => run('import', save('three.csv', three)))

  test('gives programs all there are, under the names of the columns', async () => {
    const all = await listed()
    expect(all.map(({ code }: { code: string }) => code)).toEqual(['L1', 'L2', 'L3'])
    expect(all[0]).toEqual({
      code: 'L1',
      name_th: 'องค์การบริหารส่วนตำบลบ้านที่ 1',
      name_en: 'Ban 1',
      type: 'subdistrictOrganization',
      size: 'S',
      ministry: 'interior',
      province: 'TH-50',
      website: 'https://ban1.go.th',
      active_from: null,
      active_to: null,
      is_imaginary: false,
    })
  })

  test('finds in Thai, filters, and pages', async () => {
    expect(await listed('--search', 'อบต.บ้านที่ ๒')).toMatchObject([{ code: 'L2' }])
    expect(await listed('--province', 'ชลบุรี', '--type', 'อบต.', '--ministry', 'interior')).toMatchObject([
      { code: 'L3' },
    ])
    expect(await listed('--page', '๒', '--page-size', '2')).toMatchObject([{ code: 'L3' }])
    expect(await listed('--sort', 'code', '--descending', '--page-size', '1')).toMatchObject([{ code: 'L3' }])
  })

  test('tells people the names and where they are in the list', async () => {
    const { printed } = await run('list', '--page-size', '2')
    expect(printed.split('\n')).toEqual([
      'L1  องค์การบริหารส่วนตำบลบ้านที่ 1  องค์การบริหารส่วนตำบล  กระทรวงมหาดไทย  เชียงใหม่',
      'L2  องค์การบริหารส่วนตำบลบ้านที่ 2  องค์การบริหารส่วนตำบล  กระทรวงมหาดไทย  กรุงเทพมหานคร',
      'หน้า 1 จาก 2 ทั้งหมด 3 หน่วยงาน',
      '',
    ])
    expect((await run('list', '--search', 'ไม่มี', '--lang', 'en')).printed).toBe('no agency is as asked\n')
  })

  test.each([
    ['--page', '0'],
    ['--page', 'x'],
    ['--page-size', '10001'],
  ])('refuses %s %s', async (option, value) => {
    await expect(run('list', option, value)).rejects.toMatchObject({
      code: 'registry.numberInvalid',
      parameters: { option, value },
    })
  })
})
