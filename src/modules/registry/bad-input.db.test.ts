/** Whatever file is given for agencies, units or people: what is wrong is told clearly, and nothing is half-written. */
import { sql } from 'drizzle-orm'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect } from 'vitest'
import { type Actor, anyone } from '#base/actor.ts'
import { Problem } from '#base/problem.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { readTable } from '#platform/table-file/read-table.ts'
import { en } from '#text/en.ts'
import { problemText } from '#text/text.ts'
import { th } from '#text/th.ts'
import { operator, reference, registerCast } from '../../../tests/support/cast.ts'
import { databaseTest as test } from '../../../tests/support/database.ts'
import { zip } from '../../../tests/support/zip.ts'
import { addUnit } from './add-unit.ts'
import { importAgencies } from './import-agencies.ts'
import { importPeople } from './import-people.ts'
import type { ImportKind } from './import-run.ts'
import { importUnits } from './import-units.ts'

/** For each kind a good list, a row that repeats its first, and one that names a group or place nobody knows. */
const lists: Readonly<
  Record<ImportKind, { head: string; good: string; bad: string; twice: string; unknown: [string, string] }>
> = {
  agencies: {
    head: 'code,name_th,type,ministry',
    good: 'SEA,กรมทะเล,กรมหรือเทียบเท่า,กระทรวงอุตสาหกรรม',
    bad: 'BAD/1,กรม,กรมหรือเทียบเท่า,',
    twice: 'sea,กรมทะเลอีกแห่ง,กรมหรือเทียบเท่า,',
    unknown: ['ODD,กรม,กรมหรือเทียบเท่า,กระทรวงเวทมนตร์', 'registry.noSuchMinistry'],
  },
  units: {
    head: 'agency,code,name_th,parent',
    good: 'HILL,SEA,กองทะเล,TOP',
    bad: 'HILL,BAD/1,กอง,',
    twice: 'hill,sea,กองทะเลอีกแห่ง,',
    unknown: ['NOBODY,ODD,กอง,', 'registry.noSuchAgency'],
  },
  people: {
    head: 'agency,unit,name,email',
    good: 'HILL,TOP,ทะเล งาม,sea@hill.go.th',
    bad: 'HILL,,ทะเล,sea at hill',
    twice: 'hill,,ทะเล อีกคน,SEA@hill.go.th',
    unknown: ['HILL,NONE,ก,odd@hill.go.th', 'registry.noSuchUnit'],
  },
}
const kinds = ['agencies', 'units', 'people'] as const

async function take(context: Context, kind: ImportKind, bytes: Uint8Array) {
  const table = await readTable(bytes, 'list')
  if (kind === 'units') return importUnits(context, table)
  if (kind === 'people') return importPeople(context, table)
  return importAgencies(context, { ...table, reference })
}

async function prepare(as: (actor: Actor) => Context): Promise<Context> {
  const context = as(operator)
  await registerCast(context)
  await addUnit(context, 'HILL', { code: 'TOP', name_th: 'สำนัก' })
  return context
}

const countsOf = async (db: Queryable) =>
  (
    await db.execute(
      sql`select (select count(*) from agencies) as agencies, (select count(*) from units) as units,
        (select count(*) from people) as people, (select count(*) from audit_events) as events`,
    )
  ).rows[0]

const csv = (...lines: string[]) => Buffer.from(lines.join('\n'))
const tis620 = (text: string) =>
  Uint8Array.from([...text], (sign) => {
    const point = sign.codePointAt(0) ?? 0
    return point < 0x80 ? point : point - 0x0e01 + 0xa1
  })

const contents = { name: '[Content_Types].xml', content: Buffer.from('<Types/>') }
const sheet = { name: 'xl/worksheets/sheet1.xml', content: Buffer.from('<worksheet/>') }

const unfit: readonly (readonly [string, string, () => Uint8Array])[] = [
  ['a picture', 'table.notTable', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])],
  ['a PDF', 'table.notTable', () => Buffer.from('%PDF-1.7\n1,2\n')],
  ['a web page', 'table.notTable', () => Buffer.from('<!doctype html><table>')],
  [
    'a workbook with macros',
    'table.macros',
    () => zip([contents, sheet, { name: 'xl/vbaProject.bin', content: Buffer.from('x') }]),
  ],
  [
    'a workbook that unpacks to hundreds of times its size',
    'table.bomb',
    () => zip([contents, { ...sheet, content: Buffer.alloc(60 * 1024 * 1024, 32) }]),
  ],
  ['a file of 200 MB', 'table.tooLarge', () => new Uint8Array(200 * 1024 * 1024)],
  ['an empty file', 'csv.invalid', () => new Uint8Array()],
  ['a list of something else', 'csv.invalid', () => Buffer.from('fruit,price\napple,3\n')],
  ['quotation marks that do not match', 'csv.invalid', () => Buffer.from('code,name_th,type\nA,"ก,b\n')],
]

describe.each(kinds)('a list of %s', (kind) => {
  const { head, good, bad, twice, unknown } = lists[kind]

  test.for(unfit)('that is %s is refused whole', async ([, code, bytes], { as, db }) => {
    const context = await prepare(as)
    const before = await countsOf(db)
    const refusal = await take(context, kind, bytes()).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Problem)
    expect(refusal).toMatchObject({ kind: 'invalid', code })
    if (refusal instanceof Problem) {
      for (const text of [th, en]) {
        expect(problemText(text, refusal.code, refusal.parameters)).not.toMatch(/undefined|^table\./)
      }
    }
    expect(await countsOf(db)).toEqual(before)
  })

  test.for([
    ['Windows-874', () => tis620(`${head}\n${good}`)],
    ['UTF-16', () => Buffer.from(`\uFEFF${head}\n${good}`.replaceAll(',', '\t'), 'utf16le')],
    [
      'UTF-8 with a mark, semicolons and CRLF',
      () => Buffer.from(`\uFEFF${head}\r\n${good}`.replaceAll(',', ';')),
    ],
  ] as const)('in %s is read as it was meant', async ([, bytes], { as, db }) => {
    const context = await prepare(as)
    expect(await take(context, kind, bytes())).toMatchObject({ added: 1, faults: [] })
    expect(await take(context, kind, csv(head, good))).toMatchObject({ added: 0, unchanged: 1 })
    expect(await countsOf(db)).toBeDefined()
  })

  test('in a workbook is read as it was meant', async ({ as }) => {
    const context = await prepare(as)
    const rows = [head, good].map((line) => line.split(','))
    const bytes = await writeXlsx({ sheets: [{ name: 'a', rows }] })
    expect(await take(context, kind, bytes)).toMatchObject({ added: 1, faults: [] })
  })

  test('with the same entry twice takes the first and tells the second', async ({ as }) => {
    const outcome = await take(await prepare(as), kind, csv(head, good, twice))
    expect(outcome).toMatchObject({ added: 1, faults: [{ line: 3, parameters: { first: 2, line: 3 } }] })
  })

  test('with a name nobody knows tells it and takes the rest', async ({ as }) => {
    const [row, code] = unknown
    const outcome = await take(await prepare(as), kind, csv(head, row, good))
    expect(outcome).toMatchObject({ added: 1, faults: [{ line: 2, code }] })
  })

  test('with Thai digits in its codes finds what Arabic ones name', async ({ as }) => {
    const context = await prepare(as)
    const numbered = {
      agencies: ['A๑,กรม,กรมหรือเทียบเท่า,', 'A1,กรม,กรมหรือเทียบเท่า,'],
      units: ['HILL,A๑,กอง,', 'HILL,A1,กอง,'],
      people: ['HILL,,คนที่ ๑,a@hill.go.th', 'HILL,,คนที่ ๑,a@hill.go.th'],
    }[kind]
    await take(context, kind, csv(head, numbered[0] ?? ''))
    expect(await take(context, kind, csv(head, numbered[1] ?? ''))).toMatchObject({
      unchanged: 1,
      faults: [],
    })
  })

  test('all bad is told row by row and leaves everything as it was', async ({ as, db }) => {
    const context = await prepare(as)
    const { agencies, units, people } = (await countsOf(db)) ?? {}
    const outcome = await take(context, kind, csv(head, bad))
    expect(outcome).toMatchObject({ added: 0, updated: 0, faults: [{ line: 2 }] })
    expect(await countsOf(db)).toMatchObject({ agencies, units, people })
  })

  test('of someone who may not is refused before a row is looked at', async ({ as }) => {
    await prepare(as)
    await expect(take(as(anyone), kind, csv('fruit,price', 'apple,3'))).rejects.toMatchObject({
      code: 'access.signInFirst',
    })
  })
})
