/** Nothing that is kept of interviews leads from an answer to the interview it came from, or to whoever was called. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { fiscalYear, operator } from '../../../tests/support/cast.ts'
import { answersOf, group, newKey } from '../../../tests/support/collecting.ts'
import { openClone } from '../../../tests/support/database.ts'
import { desk, emailOf, startInterviewing } from '../../../tests/support/interviewing.ts'
import {
  findAligningColumns,
  findSharedValues,
  findTellingColumns,
  readEach,
  type SeenRow,
  withinGroups,
} from '../../../tests/support/linkage.ts'
import { assignInterviews } from './assign-interviews.ts'
import { closePart } from './close-part.ts'
import { reviewHours } from './interview.ts'
import { releaseReviewed } from './release-interviews.ts'
import { hashBytes } from './waiting-room.ts'

const people = 120
/** So many a day; what was held long enough is let go in between. */
const waves = [7, 11, 6, 9]
const start = new Date('2025-08-02T03:00:00Z')

interface Interviewed {
  readonly key: string
  readonly packed: string
}

type Row = Readonly<Record<string, string | number | null>>

let database: Database
/** In the order in which they were interviewed. */
const played: Interviewed[] = []
let answersWhileOpen: SeenRow[]

beforeAll(async () => {
  database = await openClone()
  const stage = await startInterviewing(database)
  stage.setNow(start)
  const contacts = Array.from({ length: people }, (_, place) => ({
    name: `คนที่ ${place}`,
    phone: `02-000-${place}`,
  }))
  const { id: assignment } = await stage.as(stage.supervisor, (context) =>
    assignInterviews(context, {
      ...{ fiscalYear, agencyCode: 'RIVER', enumerator: emailOf(stage.first), quota: people, contacts, desk },
    }),
  )
  let left = waves[0] ?? 1
  let day = 0
  const link = await stage.linkOf('RIVER', 'eitPublic')
  for (let order = 0; order < people; order++) {
    const key = newKey()
    await stage.record(stage.first, { assignment, key, pattern: order, seconds: 200 + order })
    const packed = Object.values(answersOf({ ...link, part: 'eitSurvey' }, order)).join('')
    played.push({ key, packed })
    left -= 1
    if (left > 0) continue
    day += 1
    left = waves[day % waves.length] ?? 1
    stage.setNow(new Date(start.getTime() + day * (reviewHours + 1) * 3_600_000))
    await releaseReviewed(stage.doorway, desk.room)
  }
  answersWhileOpen = await readAnswers()
  await act(stage.doorway, operator, (context) =>
    closePart(context, { fiscalYear, agencyCode: 'RIVER', part: 'eitSurvey', room: desk.room }),
  )
}, 120_000)
afterAll(() => database.close())

/** Every column of a table, with the row's place and transaction. */
async function readTable(table: string): Promise<Row[]> {
  const { rows } = await database.pool.query<{ row: Row; page: number; item: number; xmin: number }>(`
    select to_jsonb(t) as row, (ctid::text::point)[0]::int as page, (ctid::text::point)[1]::int as item,
      xmin::text::bigint::int as xmin
    from ${table} t`)
  return rows.map(({ row, page, item, xmin }) => ({ ...row, ctid: page * 10_000 + item, xmin }))
}

async function readAnswers(): Promise<SeenRow[]> {
  const orders = new Map(played.map(({ packed }, order) => [packed, order]))
  return readEach(await readTable('survey_answers')).flatMap(({ packed, seen }) => {
    const order = orders.get(packed)
    return order === undefined ? [] : [{ order, seen }]
  })
}

/** The ledger, each row with the place of its interview in the true order: enumerators know their keys. */
async function readHashed(table: string): Promise<SeenRow[]> {
  const orders = new Map(played.map(({ key }, order) => [`\\x${hashBytes(key).toString('hex')}`, order]))
  return (await readTable(table)).flatMap((seen) => {
    const order = orders.get(String(seen.key_hash))
    return order === undefined ? [] : [{ order, seen }]
  })
}

/** The day is kept on purpose: all else must tell nothing. */
const apartFromDay = (rows: readonly SeenRow[]): SeenRow[] =>
  rows.map(({ order, seen: { day: _, ...seen } }) => ({ order, seen }))

describe('after the close', () => {
  test('no column, place or transaction of an answer tells more than the day of its interview', async () => {
    const answers = await readAnswers()
    expect(answers).toHaveLength(people)
    expect(Object.keys(answers[0]?.seen ?? {}).sort()).toEqual(
      ['agency_id', 'ctid', 'day', 'id', 'part', 'place', 'respondents', 'round_id', 'xmin'].sort(),
    )
    expect(new Set(answers.map(({ seen }) => `${seen.id} ${seen.ctid} ${seen.xmin}`)).size).toBe(1)
    expect(findTellingColumns(withinGroups(answers, 'day'))).toEqual([])
  })

  test('a day is shared by no fewer answers than were promised', async () => {
    const days = Map.groupBy(await readAnswers(), ({ seen }) => seen.day)
    expect(days.size).toBeGreaterThan(5)
    expect(Math.min(...[...days.values()].map(({ length }) => length))).toBeGreaterThanOrEqual(group)
  })

  test('the ledger of interviews and the sent keys, laid beside the answers in any order, find nobody', async () => {
    const answers = apartFromDay(await readAnswers())
    for (const table of ['interviews', 'survey_submissions']) {
      const ledger = await readHashed(table)
      expect(ledger).toHaveLength(people)
      expect(findAligningColumns(ledger, answers), table).toEqual([])
      expect(findTellingColumns(ledger), table).toEqual([])
    }
  })

  test('the trail of acts, which knows when each interview came, finds no more than the day does', async () => {
    const recorded = (await readTable('audit_events'))
      .filter(({ event }) => event === 'interview.recorded')
      .toSorted((a, b) => Number(a.number) - Number(b.number))
    expect(recorded).toHaveLength(people)
    const trail = recorded.map((row, order) => ({
      order,
      seen: { number: row.number ?? null, ctid: row.ctid ?? null, xmin: row.xmin ?? null },
    }))
    const answers = await readAnswers()
    const days = new Set(answers.map(({ seen }) => seen.day))
    expect(findAligningColumns(trail, apartFromDay(answers), days.size)).toEqual([])
    const inOrder = answers
      .toSorted((a, b) => a.order - b.order)
      .map(({ order }) => ({ order, seen: { order } }))
    expect(findAligningColumns(trail, inOrder, days.size)).not.toEqual([])
  })

  test('no value of a single answer stands in any other table', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    )
    const others = rows.map(({ name }) => name).filter((name) => name !== 'survey_answers')
    expect(others).toEqual(
      expect.arrayContaining(['interviews', 'call_list_entries', 'interview_assignments']),
    )
    const answers = await readAnswers()
    for (const table of others) {
      const elsewhere = (await readTable(`"${table}"`)).map((seen) => ({ order: 0, seen }))
      expect(findSharedValues(answers, elsewhere), table).toEqual([])
    }
  })

  test('the ledger holds no time, no length and no answer, and nobody is left who was to be called', async () => {
    for (const row of await readTable('interviews')) {
      expect(row).toMatchObject({ sealed: null, received_at: null, seconds: null, reason: null })
    }
    expect(await readTable('call_list_entries')).toEqual([])
  })
})

test('while the part is open, answers stand in groups of no fewer than were promised, and within a group in no order', () => {
  const groups = [...Map.groupBy(answersWhileOpen, ({ seen }) => seen.xmin).values()]
  expect(groups.length).toBeGreaterThan(5)
  expect(Math.min(...groups.map(({ length }) => length))).toBeGreaterThanOrEqual(group)
  expect(findTellingColumns(withinGroups(answersWhileOpen, 'xmin'))).toEqual([])
})

test('the search itself finds answers that were left in the order of the groups they were let go in', () => {
  expect(findTellingColumns(answersWhileOpen)).toEqual(expect.arrayContaining(['ctid', 'xmin']))
})
