/** The audit trail in PostgreSQL: written with the act, one link after another, closed to change, and checked. */
import { asc, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Actor } from '#base/actor.ts'
import { recordScores } from '#modules/disclosure/record.ts'
import { ministries } from '#modules/registry/tables.ts'
import { enrolAgencies } from '#modules/rounds/enrol.ts'
import { recordAnswers } from '#modules/surveys/record.ts'
import { answerAll, fiscalYear, openCastRound, operator } from '../../tests/support/cast.ts'
import { doorwayOf, openClone, databaseTest as test } from '../../tests/support/database.ts'
import { recordEvent } from './audit.ts'
import { type ChainedEvent, emptyHead } from './audit-chain.ts'
import { findHead, listEvents, verifyAudit } from './audit-queries.ts'
import { auditEvents } from './audit-tables.ts'
import { act, type Context } from './context.ts'
import type { Database, Queryable } from './database.ts'

const readTrail = (db: Queryable) => db.select().from(auditEvents).orderBy(asc(auditEvents.number))

/** Nine acts, each on a subject of its own. */
async function recordNine(as: (actor: Actor) => Context): Promise<void> {
  for (let number = 1; number <= 9; number += 1) {
    const details = { count: number, share: 0.1 * number, hash: 'แฮช', isLast: number === 9, none: null }
    await recordEvent(as(operator), { event: 'cast.acted', subject: `act:${number}`, details })
  }
}

/** What a hand in the database does: takes the guard away, changes rows, puts the guard back. */
async function tamper(db: Queryable, ...statements: readonly string[]): Promise<void> {
  await db.execute(sql`alter table audit_events disable trigger all`)
  for (const statement of statements) await db.execute(sql.raw(statement))
  await db.execute(sql`alter table audit_events enable trigger all`)
}

async function withClone<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openClone()
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

describe('recording', () => {
  test('each event is the next link: who, what, on what, when, and the hash of the one before', async ({
    as,
    db,
  }) => {
    await recordEvent(as(operator), { event: 'cast.began', subject: 'act:1', details: { count: 3 } })
    await recordEvent(as({ kind: 'anyone' }), { event: 'cast.ended', subject: 'act:2' })
    const trail = await readTrail(db)
    expect(trail).toMatchObject([
      {
        number: 1,
        at: as(operator).now,
        ...{ actorKind: 'operator', actorName: 'somchai', role: null },
        ...{ event: 'cast.began', subject: 'act:1', details: { count: 3 } },
        previousHash: emptyHead.hash,
      },
      { number: 2, actorKind: 'anyone', actorName: null, details: {}, previousHash: trail[0]?.hash },
    ])
    expect(await findHead(db)).toEqual({ count: 2, hash: trail[1]?.hash })
  })

  test('a trail of any values that can be written is whole when read back', async ({ as, db }) => {
    const awkward = { tiny: 1e-7, huge: 1e21, minus: -0, third: 1 / 3, text: '"\\\n\u2028é👍', empty: '' }
    await recordEvent(as(operator), {
      event: 'cast.acted',
      subject: 'half \ud83d of a pair',
      details: awkward,
    })
    await recordNine(as)
    const trail = await readTrail(db)
    expect(await verifyAudit(db)).toEqual({ isWhole: true, count: 10, hash: trail.at(-1)?.hash, faults: [] })
  })

  test('an act and its event are kept together', () =>
    withClone(async (database) => {
      await act(doorwayOf(database), operator, addMinistry)
      expect(await database.query.select().from(ministries)).toHaveLength(1)
      expect(await readTrail(database.query)).toHaveLength(1)
      expect(await verifyAudit(database.query)).toMatchObject({ isWhole: true, count: 1 })
    }))

  test('an act and its event vanish together, and leave no gap', () =>
    withClone(async (database) => {
      const failing = act(doorwayOf(database), operator, async (context) => {
        await addMinistry(context)
        throw new Error('after the event')
      })
      await expect(failing).rejects.toThrow('after the event')
      expect(await database.query.select().from(ministries)).toEqual([])
      expect(await readTrail(database.query)).toEqual([])
      await act(doorwayOf(database), operator, addMinistry)
      expect(await readTrail(database.query)).toMatchObject([{ number: 1, previousHash: emptyHead.hash }])
    }))

  test('without a head no act is done', async ({ as, db }) => {
    await removeHead(db)
    await expect(addMinistry(as(operator))).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'audit.noHead',
    })
  })
})

async function addMinistry(context: Context): Promise<void> {
  const row = { code: 'industry', nameTh: 'กระทรวงอุตสาหกรรม', nameEn: 'Ministry of Industry', position: 1 }
  await context.transaction.insert(ministries).values(row)
  await recordEvent(context, { event: 'ministry.added', subject: 'ministry:industry' })
}

async function removeHead(db: Queryable): Promise<void> {
  await db.execute(sql`alter table audit_head disable trigger all`)
  await db.execute(sql`delete from audit_head`)
}

describe('acts at the same time', () => {
  test('an act that comes to record second waits for the first, and follows it', () =>
    withClone(async (database) => {
      const order: string[] = []
      const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>()
      const { promise: hasRecorded, resolve: recorded } = Promise.withResolvers<void>()
      const first = act(doorwayOf(database), operator, async (context) => {
        await recordEvent(context, { event: 'cast.acted', subject: 'act:first' })
        recorded()
        await mayEnd
        order.push('first')
      })
      await hasRecorded
      const second = act(doorwayOf(database), operator, async (context) => {
        await recordEvent(context, { event: 'cast.acted', subject: 'act:second' })
        order.push('second')
      })
      await someoneWaits(database)
      end()
      await Promise.all([first, second])
      expect(order).toEqual(['first', 'second'])
      expect(await readTrail(database.query)).toMatchObject([
        { number: 1, subject: 'act:first' },
        { number: 2, subject: 'act:second' },
      ])
      expect(await verifyAudit(database.query)).toMatchObject({ isWhole: true, count: 2 })
    }))

  test('many acts, some of them undone, make one chain without a gap', () =>
    withClone(async (database) => {
      const acts = Array.from({ length: 60 }, (_, index) =>
        act(doorwayOf(database), operator, async (context) => {
          await recordEvent(context, { event: 'cast.acted', subject: `act:${index}` })
          if (index % 3 === 0) throw new Error('undone')
        }),
      )
      const done = (await Promise.allSettled(acts)).filter(({ status }) => status === 'fulfilled')
      expect(done).toHaveLength(40)
      expect((await readTrail(database.query)).map(({ number }) => number)).toEqual(
        Array.from({ length: 40 }, (_, index) => index + 1),
      )
      expect(await verifyAudit(database.query)).toMatchObject({ isWhole: true, count: 40 })
    }))
})

/** Until an act stands before the lock of another. */
async function someoneWaits(database: Database): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await database.pool.query(
        `select 1 from pg_locks join pg_database on oid = database
         where locktype = 'advisory' and not granted and datname = current_database()`,
      )
      return rows.length
    })
    .toBe(1)
}

describe('the guard', () => {
  test.for([
    ['UPDATE', `update audit_events set subject = 'act:0' where number = 1`],
    ['DELETE', 'delete from audit_events where number = 9'],
    ['TRUNCATE', 'truncate audit_events'],
  ] as const)('refuses %s on the trail and says why', async ([act, statement], { as, db }) => {
    await recordNine(as)
    const refused = db.transaction((inner) => inner.execute(sql.raw(statement)))
    await expect(refused).rejects.toMatchObject({
      cause: { message: `${act} on audit_events is refused: the audit trail is append-only` },
    })
    expect(await verifyAudit(db)).toMatchObject({ isWhole: true, count: 9 })
  })

  test.for(['delete from audit_head', 'truncate audit_head'])('refuses: %s', async (statement, { db }) => {
    const refused = db.transaction((inner) => inner.execute(sql.raw(statement)))
    await expect(refused).rejects.toMatchObject({
      cause: { message: expect.stringContaining('append-only') },
    })
  })

  test('refuses a second head', async ({ db }) => {
    for (const isOnly of [true, false]) {
      const second = sql`insert into audit_head (is_only, count, hash) values (${isOnly}, 0, '')`
      await expect(db.transaction((inner) => inner.execute(second))).rejects.toThrow()
    }
  })
})

describe('verifying', () => {
  test.for([
    ['nothing', [], []],
    [
      'the details of a row',
      [`update audit_events set details = '{"count": 40}' where number = 4`],
      ['changed 4'],
    ],
    [
      'the time of a row by a millisecond',
      [`update audit_events set at = at + interval '1 millisecond' where number = 4`],
      ['changed 4'],
    ],
    [
      'the time of a row to infinity',
      [`update audit_events set at = 'infinity' where number = 4`],
      ['changed 4'],
    ],
    [
      'the name of the actor of the last row',
      [`update audit_events set actor_name = 'x' where number = 9`],
      ['changed 9'],
    ],
    ['a middle row away', ['delete from audit_events where number = 5'], ['missing 5']],
    ['the first row away', ['delete from audit_events where number = 1'], ['missing 1']],
    ['the last row away', ['delete from audit_events where number = 9'], ['missing 9']],
    ['all rows away', ['truncate audit_events'], ['missing 1-9']],
    [
      'the numbers of two rows',
      [
        'update audit_events set number = -3 where number = 3',
        'update audit_events set number = 3 where number = 7',
        'update audit_events set number = 7 where number = -3',
      ],
      ['reordered 3', 'reordered 7'],
    ],
    [
      'the contents of two rows',
      [
        `update audit_events own set (subject, details) = (select subject, details from audit_events other
         where other.number = 10 - own.number) where number in (3, 7)`,
      ],
      ['reordered 3', 'reordered 7'],
    ],
    ['the count of the head', ['update audit_head set count = 8'], ['headDiffers 9']],
  ] as const)('finds and names what was done by a hand that changed %s', async (given, { as, db }) => {
    const [, statements, expected] = given
    await recordNine(as)
    await tamper(db, ...statements)
    const { isWhole, faults } = await verifyAudit(db)
    expect(
      faults.map(({ kind, number, through }) => `${kind} ${number}${through ? `-${through}` : ''}`),
    ).toEqual(expected)
    expect(isWhole).toBe(expected.length === 0)
  })

  test('a head taken away is told', async ({ as, db }) => {
    await recordNine(as)
    await removeHead(db)
    expect((await verifyAudit(db)).faults).toEqual([{ kind: 'headDiffers', number: 9 }])
  })

  test('a row is found wherever it stands in a long trail', async ({ as, db }) => {
    await recordEvent(as(operator), { event: 'cast.acted', subject: 'act:1' })
    await recordNine(as)
    await tamper(
      db,
      `insert into audit_events select generate_series(11, 12500), at, actor_kind, actor_name, event, subject,
       details, role, previous_hash, hash from audit_events where number = 10`,
      'delete from audit_events where number in (5000, 5001, 10000)',
    )
    const { count, faults } = await verifyAudit(db)
    expect(count).toBe(12497)
    expect(faults.filter(({ kind }) => kind === 'missing')).toEqual([
      { kind: 'missing', number: 5000, through: 5001 },
      { kind: 'missing', number: 10000 },
    ])
    expect(faults.filter(({ kind }) => kind === 'changed' || kind === 'reordered')).toHaveLength(12487)
  })
})

describe('browsing', () => {
  const subjects = (events: readonly ChainedEvent[]) => events.map(({ subject }) => subject)

  test('the newest comes first, page by page', async ({ as, db }) => {
    await recordNine(as)
    const page = await listEvents(db, { limit: 4 })
    expect(subjects(page)).toEqual(['act:9', 'act:8', 'act:7', 'act:6'])
    const beforeNumber = page.at(-1)?.number
    expect(subjects(await listEvents(db, { limit: 2, beforeNumber }))).toEqual(['act:5', 'act:4'])
  })

  test('events are found by what, on what, by whom and when', async ({ as, db }) => {
    await recordNine(as)
    const later = { ...as({ kind: 'system', name: 'clock' }), now: new Date('2025-08-16T00:00:00Z') }
    await recordEvent(later, { event: 'round.closed', subject: 'round:2568' })
    const found = async (query: object) => subjects(await listEvents(db, { limit: 50, ...query }))
    expect(await found({ event: 'round.closed' })).toEqual(['round:2568'])
    expect(await found({ subject: 'act:3' })).toEqual(['act:3'])
    expect(await found({ actors: ['clock'] })).toEqual(['round:2568'])
    expect(await found({ from: later.now })).toEqual(['round:2568'])
    expect(await found({ to: later.now })).toHaveLength(9)
    expect(await found({ event: 'round.closed', actors: ['somchai'] })).toEqual([])
  })
})

describe('what events tell', () => {
  test('counts, codes and hashes, and nothing of what people answered or wrote', async ({ as, db }) => {
    await openCastRound(as(operator))
    await answerAll(as(operator), 'RIVER', 'best')
    const note = { th: 'คำที่มีคนเขียน', en: 'words that someone wrote' }
    await enrolAgencies(as(operator), { fiscalYear, agencies: [{ agencyCode: 'HILL', note }] })
    const remark = 'คำที่มีคนเขียน words that someone wrote'
    const scores = [{ agencyCode: 'HILL', itemCode: 'o1', score: 0, remark }]
    await recordScores(as(operator), { fiscalYear, scores })
    const answers = [Uint8Array.of(5, 1)]
    const entry = { fiscalYear, agencyCode: 'HILL', part: 'eitPublic', answeredOn: '2025-06-30', answers }
    await recordAnswers(as(operator), { ...entry, columns: ['e1', 'e3'] })

    const events = await listEvents(db, { limit: 100 })
    expect(events[0]).toMatchObject({
      event: 'answers.recorded',
      details: { agency: 'HILL', part: 'eitPublic', respondents: 1 },
    })
    expect(Object.keys(events[0]?.details ?? {})).toHaveLength(3)
    expect(events.length).toBeGreaterThan(8)
    const told = JSON.stringify(events)
    expect(told).not.toContain('คำที่มีคนเขียน')
    expect(told).not.toContain('someone wrote')
    for (const { details } of events) {
      for (const value of Object.values(details)) expect(String(value)).toMatch(/^[\w.:-]{1,64}$/)
    }
  })
})
