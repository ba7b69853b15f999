/** The daily watch over the links of a round: what it keeps, that it goes on after a stop, and whom it tells. */
import { asc, eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#base/actor.ts'
import { newId } from '#base/id.ts'
import { users } from '#modules/accounts/tables.ts'
import { agencies } from '#modules/registry/tables.ts'
import { closeRound } from '#modules/rounds/close.ts'
import { auditEvents } from '#platform/audit-tables.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import type { Letter } from '#platform/mail-letter.ts'
import { fiscalYear, operator } from '../../../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../../../tests/support/database.ts'
import { agency, answered, type Disclosing, startDisclosing } from '../../../../tests/support/disclosing.ts'
import { serveSite } from '../../../../tests/support/watched-site.ts'
import { answerItem } from '../answer-item.ts'
import { assignItems } from '../assign-items.ts'
import type { Verdict } from '../check-report.ts'
import {
  disclosureChecks,
  disclosureItems,
  disclosureLinks,
  disclosureNotices,
  disclosureWatches,
} from '../tables.ts'
import type { CheckLink, SeenLink } from './asked-link.ts'
import { openCheck } from './check.ts'
import { checkItem } from './check-item.ts'
import { watchOn, watchOpenRounds } from './jobs.ts'
import { type WatchMeans, watchRound } from './watch-round.ts'
import { findWatch } from './watches.ts'

const system: Actor = { kind: 'system', name: 'worker' }

let database: Database
let doorway: Doorway
let now: Date
let stage: Disclosing
let letters: Letter[]
let seen: string[]
let failing: Map<string, Verdict>

beforeEach(async () => {
  database = await openClone()
  now = new Date('2025-08-15T02:00:00+07:00')
  doorway = { ...doorwayOf(database), clock: () => now }
  stage = await act(doorway, operator, (context) => startDisclosing((actor) => ({ ...context, actor })))
  ;[letters, seen, failing] = [[], [], new Map()]
})

afterEach(() => database.close())

const as = <T>(actor: Actor, verb: (context: Context) => Promise<T>) => act(doorway, actor, verb)
const nextDay = () => {
  now = new Date(now.getTime() + 24 * 3_600_000)
}

/** A checker that finds what `failing` says of an address. */
const look: CheckLink = async ({ url }) => {
  seen.push(url)
  return seenAs(url, failing.get(url) ?? 'live')
}

function seenAs(url: string, verdict: Verdict): SeenLink {
  const fix = verdict === 'live' ? null : { code: verdict, parameters: {} }
  const opens = { element: 'opens', result: fix ? ('fail' as const) : ('pass' as const), quote: '', fix }
  const report = {
    ...{ url, finalUrl: url, verdict, onMainSite: true, contentType: 'text/html' },
    ...{ sha256: newId(), textHash: newId(), findings: [opens] },
  }
  return { report, status: 200, headers: {}, body: new Uint8Array(), text: '' }
}

function means(given: Partial<WatchMeans> = {}): WatchMeans {
  return {
    ...{ check: look, log: doorway.log, baseUrl: 'https://ita.example', forMilliseconds: 60_000 },
    signal: new AbortController().signal,
    inTransaction: (step) => as(system, step),
    outbox: { put: async (_context, putOut) => void letters.push(...putOut.letters) },
    ...given,
  }
}

const watch = (given: Partial<WatchMeans> = {}, actor: Actor = system) =>
  as(actor, (context) => watchRound(context, { fiscalYear, means: means(given) }))

function answer(itemCode: string, ...paths: string[]): Promise<unknown> {
  const links = paths.map((path) => ({ url: `https://hill.example/${path}`, kind: 'page' as const }))
  return as(stage.people.owner, (context) =>
    answerItem(context, { ...stage.named(itemCode), has: true, links }),
  )
}

/** One answer with far more links than people give, for the ways of long runs. */
async function answerWith(count: number): Promise<void> {
  await answer('o1', 'first')
  const [first] = await database.query.select().from(disclosureLinks)
  const more = Array.from({ length: count - 1 }, (_, place) => ({
    ...{ id: newId(), answerId: first?.answerId ?? '', position: place + 2, kind: 'page' as const },
    ...{ url: `https://hill.example/${place}`, place: '' },
  }))
  await database.query.insert(disclosureLinks).values(more)
}

const checks = () =>
  database.query
    .select({ url: disclosureLinks.url, check: disclosureChecks })
    .from(disclosureChecks)
    .innerJoin(disclosureLinks, eq(disclosureLinks.id, disclosureChecks.linkId))
    .orderBy(asc(disclosureLinks.url), asc(disclosureChecks.firstAt))

describe('a watch', () => {
  test('checks each link of the answers that hold, and says how many fail', async () => {
    await answer('o1', 'old')
    await answer('o1', 'a', 'b')
    await answer('o2', 'c')
    failing.set('https://hill.example/b', 'notFound')
    expect(await watch()).toMatchObject({
      state: 'finished',
      watch: { day: '2025-08-15', linksTotal: 3, linksDone: 3, linksFailed: 1 },
    })
    expect((await checks()).map(({ url, check }) => [url.at(-1), check.report.verdict])).toEqual([
      ['a', 'live'],
      ['b', 'notFound'],
      ['c', 'live'],
    ])
    const [event] = await database.query
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.event, 'items.watched'))
    expect(event).toMatchObject({ subject: 'round:2568', details: { links: 3, failing: 1 } })
    expect(await findWatch(database.query, stage.round)).toMatchObject({ finishedAt: now })
  })

  test('that finds the same moves a date, and has a new row only for something else', async () => {
    await answer('o1', 'a', 'b')
    await watch()
    const firstDay = now
    nextDay()
    failing.set('https://hill.example/b', 'timeout')
    await watch()
    expect(
      (await checks()).map(({ url, check }) => [url.at(-1), check.isCurrent, check.firstAt, check.lastAt]),
    ).toEqual([
      ['a', true, firstDay, now],
      ['b', false, firstDay, firstDay],
      ['b', true, now, now],
    ])
  })

  test('is done once a day, but for whoever asks for it anew', async () => {
    await answer('o1', 'a')
    await watch()
    await watch()
    expect(seen).toHaveLength(1)
    await as(operator, (context) => watchRound(context, { fiscalYear, isAnew: true, means: means() }))
    expect(seen).toHaveLength(2)
  })

  test('leaves confirmed items alone, and without links there is nothing to do', async () => {
    expect(await watch()).toEqual({ state: 'nothing', watch: null })
    await answer('o1', 'a')
    await database.query.update(disclosureItems).set({ state: 'final' })
    expect(await watch()).toEqual({ state: 'nothing', watch: null })
  })

  test('is for administrators and the system, in a round that is open', async () => {
    await expect(watch({}, stage.people.coordinator)).rejects.toMatchObject({ code: 'access.refused' })
    await as(operator, (context) => closeRound(context, fiscalYear))
    await expect(watch()).rejects.toMatchObject({ code: 'round.closed' })
  })

  test('a link the checker itself fails at does not stop those after it', async () => {
    await answer('o1', 'a', 'b')
    const check: CheckLink = (asked) =>
      asked.url.endsWith('a') ? Promise.reject(new Error('defect')) : look(asked)
    expect(await watch({ check })).toMatchObject({ state: 'finished', watch: { linksDone: 2 } })
    expect(await checks()).toHaveLength(1)
  })
})

describe('a watch that is stopped', () => {
  test('by the death of its program goes on where it was, and keeps nothing twice', async () => {
    await answerWith(900)
    let steps = 0
    const dying = means().inTransaction
    const inTransaction: WatchMeans['inTransaction'] = (step) => {
      steps += 1
      // The connection is lost while the third batch is kept.
      return dying(async (context) => {
        const done = await step(context)
        if (steps >= 10) throw new Error('connection lost')
        return done
      })
    }
    await expect(watch({ inTransaction })).rejects.toThrow('connection lost')
    const [left] = await database.query.select().from(disclosureWatches)
    expect(left?.linksDone).toBeGreaterThan(0)
    expect(left?.linksDone).toBeLessThan(900)
    expect(await checks()).toHaveLength(left?.linksDone ?? 0)
    seen = []
    expect(await watch()).toMatchObject({ state: 'finished', watch: { linksDone: 900, linksTotal: 900 } })
    expect(seen).toHaveLength(900 - (left?.linksDone ?? 0))
    expect(await checks()).toHaveLength(900)
  })

  test('by its time or by the worker leaves off, and the job has another after it', async () => {
    await answerWith(900)
    const stopping = new AbortController()
    const check: CheckLink = (asked) => {
      if (seen.length === 500) stopping.abort()
      return look(asked)
    }
    await as(system, (context) => watchOn(context, { fiscalYear }, means({ check, signal: stopping.signal })))
    expect(await findWatch(database.query, stage.round)).toMatchObject({ finishedAt: null })
    expect(await waitingJobs('watchRound')).toEqual([{ fiscalYear }])
    nextDay()
    await as(system, (context) => watchOn(context, { fiscalYear }, means()))
    expect(await findWatch(database.query, stage.round)).toMatchObject({
      ...{ day: '2025-08-15', linksDone: 900, finishedAt: now },
    })
    expect(await checks()).toHaveLength(900)
  })

  test('waits while another worker is at it', async () => {
    await answer('o1', 'a')
    const { promise: held, resolve: release } = Promise.withResolvers<void>()
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const check: CheckLink = async (asked) => {
      begin()
      await held
      return look(asked)
    }
    const first = watch({ check })
    await begun
    expect(await watch()).toMatchObject({ state: 'busy', watch: { linksTotal: 1 } })
    await as(system, (context) => watchOn(context, { fiscalYear }, means()))
    expect(await waitingJobs('watchRound')).toEqual([{ fiscalYear }])
    release()
    expect(await first).toMatchObject({ state: 'finished' })
    expect(seen).toHaveLength(1)
  })

  test('every round that is open has its job', async () => {
    await as(system, watchOpenRounds)
    await as(system, watchOpenRounds)
    expect(await waitingJobs('watchRound')).toEqual([{ fiscalYear }])
    await expect(as(stage.people.owner, watchOpenRounds)).rejects.toMatchObject({ code: 'access.refused' })
  })
})

async function waitingJobs(task: string): Promise<unknown[]> {
  const { rows } = await database.query.execute(
    sql`select payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${task}`,
  )
  return rows.map(({ payload }) => payload)
}

describe('whoever owns a link that fails', () => {
  const dead = 'https://hill.example/dead'
  const addressees = () => letters.map(({ to }) => to)

  async function own(...itemCodes: string[]): Promise<string> {
    const { coordinator, owner } = stage.people
    await as(coordinator, (context) => assignItems(context, { ...agency, itemCodes, owner: owner.id }))
    return `${owner.name}@example.go.th`.toLowerCase()
  }

  test('is told when it failed twice in a row, once, with all their links in one letter', async () => {
    const email = await own('o1', 'o2')
    await answer('o1', 'dead', 'fine')
    await answer('o2', 'gone')
    failing.set(dead, 'notFound').set('https://hill.example/gone', 'dns')
    await watch()
    expect(letters).toEqual([])
    nextDay()
    await watch()
    expect(addressees()).toEqual([email])
    const [{ text, subject } = { text: '', subject: '' }] = letters
    expect(subject).toContain('2 ลิงก์')
    expect(text).toContain(dead)
    expect(text).toContain('ตรวจตัวสะกดของลิงก์')
    expect(text).toContain('https://hill.example/gone')
    expect(text).not.toContain('https://hill.example/fine')
    nextDay()
    await watch()
    failing.set(dead, 'serverError')
    nextDay()
    await watch()
    expect(letters).toHaveLength(1)
  })

  test('hears nothing of a single failure, and again of one that came back and failed anew', async () => {
    await own('o1')
    await answer('o1', 'dead')
    for (const verdict of ['live', 'timeout', 'live', 'timeout', 'refused', 'live'] as const) {
      failing.set(dead, verdict)
      await watch()
      nextDay()
    }
    expect(letters).toHaveLength(1)
    failing.set(dead, 'timeout')
    await watch()
    nextDay()
    await watch()
    expect(letters).toHaveLength(2)
    expect(await database.query.$count(disclosureNotices)).toBe(2)
  })

  test('is the coordinators where nobody owns the item, or the owner may not sign in', async () => {
    await own('o2')
    await answer('o1', 'dead')
    await answer('o2', 'gone')
    failing.set(dead, 'notFound').set('https://hill.example/gone', 'notFound')
    await database.query.update(users).set({ disabledAt: now }).where(eq(users.id, stage.people.owner.id))
    await watch()
    nextDay()
    await watch()
    expect(addressees()).toEqual([`${stage.people.coordinator.name}@example.go.th`.toLowerCase()])
    expect(letters[0]?.subject).toContain('2 ลิงก์')
  })

  test('has one letter a day: what fails later on that day waits', async () => {
    await own('o1')
    await answer('o1', 'dead', 'late')
    failing.set(dead, 'notFound')
    const again = () =>
      as(operator, (context) => watchRound(context, { fiscalYear, isAnew: true, means: means() }))
    const later = () => {
      now = new Date(now.getTime() + 60_000)
    }
    await again()
    later()
    await again()
    expect(letters).toHaveLength(1)
    failing.set('https://hill.example/late', 'notFound')
    for (const _ of [1, 2]) {
      later()
      await again()
    }
    expect(letters).toHaveLength(1)
    nextDay()
    await again()
    expect(letters).toHaveLength(2)
    expect(letters[1]?.text).not.toContain(dead)
    expect(letters[1]?.text).toContain('https://hill.example/late')
  })
})

test('an answer is checked soon after it was given, against the main website of the agency', async () => {
  const site = await serveSite()
  const { check, close } = openCheck({ checkerAllowHosts: [site.hostAndPort] })
  try {
    await database.query.update(agencies).set({ website: site.url }).where(eq(agencies.id, stage.agencyId))
    const links = ['/plan', '/gone'].map((path) => ({
      ...answered.links[0],
      kind: 'page' as const,
      url: site.url + path,
    }))
    site.gone.add('/gone')
    await as(stage.people.owner, (context) => answerItem(context, { ...stage.named('o1'), has: true, links }))
    const [payload] = await waitingJobs('checkItem')
    await as(system, (context) => checkItem(context, payload, check))
    expect((await checks()).map(({ check: { report } }) => [report.verdict, report.onMainSite])).toEqual([
      ['notFound', true],
      ['live', true],
    ])
    await expect(
      as(stage.people.owner, (context) => checkItem(context, payload, check)),
    ).rejects.toMatchObject({ code: 'access.refused' })
  } finally {
    await close()
    await site.close()
  }
})
