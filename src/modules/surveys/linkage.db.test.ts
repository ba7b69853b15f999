/** Nothing that is kept leads from an answer back to who gave it; the same search does find it when something leaks. */
import { Writable } from 'node:stream'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '#platform/config.ts'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { type Listening, listen, makeHub } from '#platform/http.ts'
import { makeRespond } from '#web/respond/respond.ts'
import { fiscalYear, operator } from '../../../tests/support/cast.ts'
import { answersOf, collect, group, newKey, room, secret } from '../../../tests/support/collecting.ts'
import { openClone } from '../../../tests/support/database.ts'
import {
  findAligningColumns,
  findSharedValues,
  findTellingColumns,
  readEach,
  type SeenRow,
  withinGroups,
} from '../../../tests/support/linkage.ts'
import { closePart } from './close-part.ts'
import type { Link } from './links.ts'
import { makeCodes } from './make-codes.ts'
import { setMode } from './set-mode.ts'
import { hashBytes } from './waiting-room.ts'

const people = 240
/** Real offices answer in dribs and drabs: after so many the waiting room is looked into. */
const waves = [7, 5, 11, 6, 9]
const address = '203.0.113.77'
const browser = 'Mozilla/5.0 (linkage)'

let database: Database
/** Over real connections, as people send. */
let listening: Listening
const logged: string[] = []

interface Person {
  readonly key: string
  readonly code: string
  readonly packed: string
}

/** What each person sent, in the order in which they did. */
interface Played {
  readonly persons: readonly Person[]
  readonly answersWhileOpen: SeenRow[]
  readonly groupsWhileOpen: readonly number[]
}

let byCode: Played
let byOpenLink: Played

beforeAll(async () => {
  database = await openClone()
  const log = pino(
    { level: 'trace' },
    new Writable({ write: (line, _, done) => done(void logged.push(String(line))) }),
  )
  const collected = await collect(database)
  const doorway = { ...collected.doorway, log }
  const { app, shortcut } = makeRespond(doorway, {
    intake: collected.intake,
    secret,
    render: () => '',
    proxies: 1,
  })
  listening = await listen(makeHub([app]), { ...readConfig({}), host: '127.0.0.1', port: 0 }, shortcut)

  const play = async (link: Link, codes: readonly string[]): Promise<Played> => {
    const persons: Person[] = []
    let left = waves[0] ?? 1
    for (let order = 0; order < people; order++) {
      const answers = answersOf(link, order)
      const person = { key: newKey(), code: codes[order] ?? '', packed: Object.values(answers).join('') }
      const body = new URLSearchParams({ key: person.key, code: person.code })
      for (const [id, place] of Object.entries(answers)) body.set(id, String(place))
      const headers = {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Forwarded-For': address,
        'User-Agent': browser,
      }
      const form = `${listening.address}/go/iit/${link.code}`
      const sent = await fetch(form, { method: 'POST', headers, body: String(body), redirect: 'manual' })
      if (sent.status !== 303) throw new Error(`not stored: ${sent.status}`)
      persons.push(person)
      left -= 1
      if (left === 0) {
        await collected.move()
        left = waves[order % waves.length] ?? 1
      }
    }
    await collected.move()
    const open = await readAnswers(persons, link.agency.code)
    const sizes = new Map<unknown, number>()
    for (const { seen } of open) sizes.set(seen.xmin, (sizes.get(seen.xmin) ?? 0) + 1)
    return { persons, answersWhileOpen: open, groupsWhileOpen: [...sizes.values()] }
  }
  const close = (agencyCode: string) =>
    act(doorway, operator, (context) => closePart(context, { fiscalYear, agencyCode, part: 'iit', room }))

  await act(doorway, operator, (context) =>
    setMode(context, { fiscalYear, agencyCode: 'HILL', part: 'iit', mode: 'codes' }),
  )
  const codes = await act(doorway, operator, (context) =>
    makeCodes(context, { fiscalYear, agencyCode: 'HILL', part: 'iit', count: people + 40, room }),
  )
  byCode = await play(await collected.linkOf('HILL', 'iit'), codes)
  await close('HILL')
  byOpenLink = await play(await collected.linkOf('RIVER', 'iit'), [])
  await close('RIVER')
}, 120_000)
afterAll(async () => {
  await listening.close()
  await database.close()
})

const bothLinks = () => [
  { name: 'codes', persons: byCode.persons, agency: 'HILL' },
  { name: 'open link', persons: byOpenLink.persons, agency: 'RIVER' },
]

type Row = Readonly<Record<string, string | number | null>>

/** Every column of a table, with the row's place and transaction, and its line in a copy such as a backup holds. */
async function readTable(table: string, where = 'true'): Promise<Row[]> {
  const { rows } = await database.pool.query<{
    row: Row
    page: number
    item: number
    xmin: number
    line: number
  }>(`
    select to_jsonb(t) as row, (ctid::text::point)[0]::int as page, (ctid::text::point)[1]::int as item,
      xmin::text::bigint::int as xmin, row_number() over ()::int as line
    from ${table} t where ${where}`)
  return rows.map(({ row, page, item, xmin, line }) => ({ ...row, ctid: page * 10_000 + item, xmin, line }))
}

/** The answers as they stand, each with the place of its respondent in the true order. */
async function readAnswers(
  persons: readonly Person[],
  agency?: string,
  table = 'survey_answers',
): Promise<SeenRow[]> {
  const orders = new Map(persons.map(({ packed }, order) => [packed, order]))
  const where = agency ? `agency_id = (select id from agencies where code = '${agency}')` : 'true'
  return readEach(await readTable(table, where)).flatMap(({ packed, seen }) => {
    const order = orders.get(packed)
    return order === undefined ? [] : [{ order, seen }]
  })
}

async function readHashed(table: string, column: string, hashes: readonly Buffer[]): Promise<SeenRow[]> {
  const orders = new Map(hashes.map((hash, order) => [`\\x${hash.toString('hex')}`, order]))
  return (await readTable(table)).flatMap((seen) => {
    const order = orders.get(String(seen[column]))
    return order === undefined ? [] : [{ order, seen }]
  })
}

/** The places of hexadecimal digits that take too few of their sixteen values; those that every uuid fixes left out. */
function findSteadyDigits(ids: readonly string[]): number[] {
  const fixed = [12, 16]
  const places = Array.from({ length: 32 }, (_, place) => place).filter((place) => !fixed.includes(place))
  const digits = ids.map((id) => id.replaceAll('-', ''))
  return places.filter((place) => new Set(digits.map((id) => id[place])).size < 12)
}

const submissionsOf = (persons: readonly Person[]) =>
  readHashed(
    'survey_submissions',
    'key_hash',
    persons.map(({ key }) => hashBytes(key)),
  )
const codesOf = (persons: readonly Person[]) =>
  readHashed(
    'survey_codes',
    'hash',
    persons.map(({ code }) => room.hashCode(code)),
  )

describe('after the close', () => {
  test('no column, place or transaction of an answer tells when it was given', async () => {
    for (const { persons, agency } of bothLinks()) {
      const answers = await readAnswers(persons, agency)
      expect(answers).toHaveLength(people)
      expect(Object.keys(answers[0]?.seen ?? {}).sort()).toEqual(
        ['agency_id', 'ctid', 'day', 'id', 'line', 'part', 'place', 'respondents', 'round_id', 'xmin'].sort(),
      )
      expect(findTellingColumns(answers)).toEqual([])
    }
  })

  test('all answers of a part stand in one row, and its id is of no group that was there before', async () => {
    const before = new Set(groupIds())
    for (const { persons, agency } of bothLinks()) {
      const ids = new Set((await readAnswers(persons, agency)).map(({ seen }) => String(seen.id)))
      expect(ids.size).toBe(1)
      expect([...ids].filter((id) => before.has(id))).toEqual([])
    }
  })

  test('the table of sent keys tells nothing of the order, and neither do the codes that were used', async () => {
    for (const { persons } of bothLinks()) {
      const submissions = await submissionsOf(persons)
      expect(submissions).toHaveLength(people)
      expect(findTellingColumns(submissions)).toEqual([])
    }
    const codes = await codesOf(byCode.persons)
    expect(codes).toHaveLength(people)
    expect(findTellingColumns(codes)).toEqual([])
  })

  test('keys or codes and answers, laid side by side in any order each has, find nobody', async () => {
    for (const { persons, agency } of bothLinks()) {
      const answers = await readAnswers(persons, agency)
      expect(findAligningColumns(await submissionsOf(persons), answers)).toEqual([])
    }
    const answers = await readAnswers(byCode.persons, 'HILL')
    expect(findAligningColumns(await codesOf(byCode.persons), answers)).toEqual([])
  })

  test('no value of a single answer stands in any other table', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    )
    const others = rows.map(({ name }) => name).filter((name) => name !== 'survey_answers')
    expect(others).toContain('audit_events')
    for (const { persons, agency } of bothLinks()) {
      const answers = await readAnswers(persons, agency)
      for (const table of others) {
        const elsewhere = (await readTable(`"${table}"`)).map((seen) => ({ order: 0, seen }))
        expect(findSharedValues(answers, elsewhere), table).toEqual([])
        expect(elsewhere.flatMap(({ seen }) => Object.values(seen))).not.toContain(answers[0]?.seen.id)
      }
    }
  })

  test('no table that a respondent leaves a row in has a time or counts up', async () => {
    const tables = ['survey_answers', 'survey_codes', 'survey_submissions', 'waiting_answers']
    const { rows } = await database.pool.query<{ place: string; isTelling: boolean }>(
      `select table_name || '.' || column_name as place,
        udt_name like '%time%' or is_identity = 'YES' or column_default is not null as "isTelling"
      from information_schema.columns where table_schema = 'public' and table_name = any ($1)`,
      [tables],
    )
    expect(rows.length).toBeGreaterThan(12)
    expect(rows.filter(({ isTelling }) => isTelling).map(({ place }) => place)).toEqual([
      'survey_codes.is_used',
    ])
    const sequences = await database.pool.query(
      "select sequencename from pg_sequences where schemaname = 'public'",
    )
    expect(sequences.rows).toEqual([])
  })
})

const groupIds = () =>
  [byCode, byOpenLink].flatMap(({ answersWhileOpen }) => [
    ...new Set(answersWhileOpen.map(({ seen }) => String(seen.id))),
  ])

describe('while the part is open', () => {
  test('the id of a group is made by chance in every digit, and so holds neither a time nor a number that counts', () => {
    expect(groupIds().length).toBeGreaterThan(50)
    expect(findSteadyDigits(groupIds())).toEqual([])
  })

  test('answers stand in groups of no fewer than were promised, and within a group in no order', () => {
    for (const { answersWhileOpen, groupsWhileOpen } of [byCode, byOpenLink]) {
      expect(Math.min(...groupsWhileOpen)).toBeGreaterThanOrEqual(group)
      expect(groupsWhileOpen.length).toBeGreaterThan(10)
      expect(findTellingColumns(withinGroups(answersWhileOpen, 'xmin'))).toEqual([])
    }
  })
})

describe('what the service says of itself', () => {
  test('no line of its log holds a key, a code, an answer, an address or a browser', () => {
    const all = logged.join('\n')
    const secrets = [byCode, byOpenLink].flatMap(({ persons }) =>
      persons.flatMap(({ key, code, packed }) => [
        key,
        packed,
        ...(code ? [code] : []),
        hashBytes(key).toString('hex'),
      ]),
    )
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([])
    expect([address, browser].filter((one) => all.includes(one))).toEqual([])
  })

  test('what PostgreSQL shows of its queries holds none of it either', async () => {
    const { rows } = await database.pool.query<{ query: string }>('select query from pg_stat_activity')
    const shown = rows.map(({ query }) => query).join('\n')
    const held = byOpenLink.persons.filter(({ key, packed }) => shown.includes(key) || shown.includes(packed))
    expect(held).toEqual([])
  })

  test('the audit trail names no respondent and holds counts alone', async () => {
    const events = (await readTable('audit_events')).filter(({ event }) =>
      String(event).startsWith('survey.'),
    )
    expect(new Set(events.map(({ event }) => event))).toEqual(
      new Set(['survey.codesMade', 'survey.linksOpened', 'survey.modeSet', 'survey.partClosed']),
    )
  })
})

describe('the search itself finds', () => {
  const leaky = async (name: string, statements: readonly string[]): Promise<SeenRow[]> => {
    const inOrder = byOpenLink.persons.map(({ packed }) => `'${packed}'`).join(',')
    await database.pool.query(`create table ${name} as select id, answers from survey_answers where false`)
    for (const statement of statements) {
      await database.pool.query(
        statement.replace('$persons', `unnest(array[${inOrder}]) with ordinality as p (answers, n)`),
      )
    }
    return readAnswers(byOpenLink.persons, undefined, name)
  }

  test('a time', async () => {
    const rows = await leaky('with_time', [
      'alter table with_time add at timestamptz',
      "insert into with_time select gen_random_uuid(), answers, '2025-08-15'::timestamptz + n * interval '41 s' from $persons order by random()",
    ])
    expect(findTellingColumns(rows)).toEqual(['at'])
  })

  test('an id that is made in order, such as uuid v7 or a number', async () => {
    const rows = await leaky('with_ordered_id', [
      'alter table with_ordered_id add number bigint',
      "insert into with_ordered_id select ('0190' || lpad(to_hex(n), 4, '0') || '-0000-7000-8000-' || lpad(to_hex((random() * 1e9)::int), 12, '0'))::uuid, answers, n from $persons order by random()",
    ])
    expect(findTellingColumns(rows)).toEqual(['id', 'number'])
    expect(findSteadyDigits(rows.map(({ seen }) => String(seen.id)))).not.toEqual([])
  })

  test('rows left in the order in which they came', async () => {
    const rows = await leaky('in_order', [
      'insert into in_order select gen_random_uuid(), answers from $persons order by n',
    ])
    expect(findTellingColumns(rows)).toEqual(['ctid', 'line', 'place'])
  })

  test('answers laid end to end in the order in which they came', async () => {
    const rows = await leaky('in_one_row', [
      'alter table in_one_row add respondents int',
      "insert into in_one_row select gen_random_uuid(), string_agg(answers, '' order by n), count(*) from $persons",
    ])
    expect(rows).toHaveLength(people)
    expect(findTellingColumns(rows)).toEqual(['place'])
  })

  test('one transaction for each answer', async () => {
    const rows = await leaky(
      'each_alone',
      byOpenLink.persons.map(
        ({ packed }) => `insert into each_alone values (gen_random_uuid(), '${packed}')`,
      ),
    )
    expect(findTellingColumns(rows)).toContain('xmin')
  })

  test('groups that were never written anew after the close', () => {
    expect(findTellingColumns(byOpenLink.answersWhileOpen)).toEqual(
      expect.arrayContaining(['ctid', 'place', 'xmin']),
    )
  })

  test('a key kept with its answer, and tables in step with each other', async () => {
    const submissions = await submissionsOf(byOpenLink.persons)
    const hashes = new Map(submissions.map(({ order, seen }) => [order, seen.key_hash ?? null]))
    const answers = await readAnswers(byOpenLink.persons, 'RIVER')
    const leaked = answers.map(({ order, seen }) => ({
      order,
      seen: { ...seen, receipt: hashes.get(order) ?? null },
    }))
    expect(findSharedValues(leaked, submissions)).toEqual(['receipt = key_hash'])
    expect(findAligningColumns(submissions, leaked)).toContain('key_hash ~ receipt')
  })
})
