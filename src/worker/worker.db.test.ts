/** The worker as it runs in the product: what follows an event, and what is due by the clock, as letters in the data folder. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Role } from '#base/actor.ts'
import { newId } from '#base/id.ts'
import { listCoordinators } from '#modules/accounts/coordinators.ts'
import { readInvitationToken } from '#modules/accounts/invitation.ts'
import { invite } from '#modules/accounts/invite.ts'
import { roleGrants, users } from '#modules/accounts/tables.ts'
import { answerItem } from '#modules/disclosure/answer-item.ts'
import {
  disclosureChecks,
  disclosureLinks,
  disclosureSnapshots,
  disclosureWatches,
} from '#modules/disclosure/tables.ts'
import { mapEnrolledAgencies } from '#modules/rounds/queries.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import { recordEvent } from '#platform/audit.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { enqueue } from '#platform/jobs.ts'
import { eventsWithReaction } from '#platform/jobs-of-events.ts'
import { newSecret, readSecret } from '#platform/secret.ts'
import { fiscalYear, openCastRound, operator } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { answered, startDisclosing } from '../../tests/support/disclosing.ts'
import { serveSite } from '../../tests/support/watched-site.ts'
import { schedule } from './schedule.ts'
import { startWorker } from './worker.ts'

const address = 'https://ita.example'
const patience = { timeout: 15_000, interval: 20 }

let database: Database
let config: Config
let closers: (() => unknown)[]

beforeEach(async () => {
  closers = []
  const dataDir = mkdtempSync(join(tmpdir(), 'prongsai-worker-'))
  config = readConfig({ DATA_DIR: dataDir, SECRET: newSecret() })
  database = await openClone()
  closers.push(() => database.close())
  closers.push(() => rmSync(dataDir, { recursive: true, force: true }))
})

afterEach(async () => {
  for (const close of closers.reverse()) await close()
})

function start(day = '2025-08-15'): void {
  const clock = () => new Date(`${day}T08:00:00+07:00`)
  const worker = startWorker({ ...doorwayOf(database), clock }, { config, address })
  closers.push(() => worker.stop())
}

function letters(): string[] {
  try {
    const folder = join(config.dataDir, 'mail')
    return readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
  } catch {
    return []
  }
}

const waiting = async () => (await database.pool.query('select * from graphile_worker._private_jobs')).rows

describe('an event', () => {
  test.each(eventsWithReaction)('%s has its job in the transaction of the act', async (event) => {
    const undone = act(doorwayOf(database), operator, async (context) => {
      await recordEvent(context, { event, subject: 'invitation:1' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await waiting()).toEqual([])
    await act(doorwayOf(database), operator, (context) =>
      recordEvent(context, { event, subject: 'invitation:1' }),
    )
    expect(await waiting()).toMatchObject([{ payload: { event, subject: 'invitation:1', number: 1 } }])
  })

  test('that nothing follows has no job', async () => {
    await act(doorwayOf(database), operator, (context) =>
      recordEvent(context, { event: 'cast.acted', subject: 'act:1' }),
    )
    expect(await waiting()).toEqual([])
  })

  test('an invitation brings one letter, with a link that lets in', async () => {
    start()
    const grant = { role: 'administrator', scope: { kind: 'centre' } } as const
    const { id } = await act(doorwayOf(database), operator, (context) =>
      invite(context, { email: 'somsri@example.go.th', name: 'สมศรี', grant }),
    )
    await vi.waitFor(() => expect(letters()).toHaveLength(1), patience)
    const [letter = ''] = letters()
    expect(letter).toContain('To: somsri@example.go.th')
    const [, token = ''] = /https:\/\/ita\.example\/\S*\/(\S+)/.exec(letter) ?? []
    expect(readInvitationToken(readSecret(config), token)).toBe(id)
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), patience)
  })
})

describe('links', () => {
  const wide = { ...patience, timeout: 60_000 }

  test('of an answer are checked, watched, and kept with a picture when they are handed in', async () => {
    const site = await serveSite()
    closers.push(site.close)
    config = { ...config, checkerAllowHosts: [site.hostAndPort] }
    start()
    const link = { ...answered.links[0], url: `${site.url}/plan`, kind: 'page' as const }
    const { linkId } = await act(doorwayOf(database), operator, async (context) => {
      const stage = await startDisclosing((actor) => ({ ...context, actor }))
      const { owner } = stage.people
      await answerItem({ ...context, actor: owner }, { ...stage.named('o1'), has: true, links: [link] })
      const [row] = await context.transaction.select().from(disclosureLinks)
      return { linkId: row?.id ?? '' }
    })
    const check = async () => (await database.query.select().from(disclosureChecks))[0]
    await vi.waitFor(async () => expect(await check()).toMatchObject({ report: { verdict: 'live' } }), wide)
    await act(doorwayOf(database), operator, async (context) => {
      await enqueue(context, { task: 'watchOpenRounds', payload: {} })
      const waiting = { linkId, state: 'waiting' as const, askedAt: context.now }
      await context.transaction.insert(disclosureSnapshots).values(waiting)
      await enqueue(context, { task: 'takeSnapshots', payload: { fiscalYear, agencyCode: 'HILL' } })
    })
    const watch = async () => (await database.query.select().from(disclosureWatches))[0]
    await vi.waitFor(async () => expect(await watch()).toMatchObject({ linksDone: 1, linksFailed: 0 }), wide)
    const snapshot = async () => (await database.query.select().from(disclosureSnapshots))[0]
    const kept = {
      state: 'taken',
      ...(existsSync('/usr/bin/chromium') && { pictureKey: expect.any(String) }),
    }
    await vi.waitFor(async () => expect(await snapshot()).toMatchObject(kept), wide)
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), wide)
  }, 90_000)
})

interface Person {
  readonly email: string
  readonly role?: Role
  readonly isDisabled?: boolean
  readonly isEnded?: boolean
}

async function grant(agencyId: string, { email, role = 'coordinator', isDisabled, isEnded }: Person) {
  const [id, at] = [newId(), new Date()]
  await database.query
    .insert(users)
    .values({ id, name: email, email, createdAt: at, updatedAt: at, disabledAt: isDisabled ? at : null })
  await database.query.insert(roleGrants).values({
    ...{ id: newId(), userId: id, role, scopeKind: 'agency', agencyId, grantedAt: at },
    endedAt: isEnded ? at : null,
  })
}

describe('by the clock', () => {
  async function openUntilTheEndOfAugust(): Promise<Map<string, string>> {
    const round = await act(doorwayOf(database), operator, async (context) => {
      const opened = await openCastRound(context)
      await schedulePhase(context, {
        ...{ fiscalYear, phase: 'answer', opensOn: '2025-08-01', closesOn: '2025-08-31' },
      })
      return opened
    })
    return mapEnrolledAgencies(database.query, round, ['RIVER', 'HILL'])
  }

  test('the coordinators who may sign in are reminded of a close, and nobody else', async () => {
    const ids = await openUntilTheEndOfAugust()
    const [river = '', hill = ''] = [ids.get('river'), ids.get('hill')]
    await grant(river, { email: 'river@example.go.th' })
    await grant(river, { email: 'owner@example.go.th', role: 'itemOwner' })
    await grant(hill, { email: 'gone@example.go.th', isDisabled: true })
    await grant(hill, { email: 'moved@example.go.th', isEnded: true })
    expect(await listCoordinators(database.query, [river, hill])).toEqual([
      { agencyId: river, email: 'river@example.go.th', name: 'river@example.go.th' },
    ])
    start('2025-08-24')
    for (const _ of [1, 2]) {
      await act(doorwayOf(database), operator, (context) =>
        enqueue(context, { task: 'remindAgencies', payload: {} }),
      )
      await vi.waitFor(async () => expect(await waiting()).toEqual([]), patience)
    }
    expect(letters()).toHaveLength(1)
    expect(letters()[0]).toContain('To: river@example.go.th')
    expect(letters()[0]).toContain('31 ส.ค. 2568')
    expect(letters()[0]).toContain(`${address}/rounds/2568`)
  })

  test('each task has one time of the day', () => {
    const tasks = schedule.map(({ task }) => task)
    expect(new Set(tasks).size).toBe(tasks.length)
    for (const { hour = 0, minute } of schedule) {
      expect(hour >= 0 && hour < 24 && minute >= 0 && minute < 60).toBe(true)
    }
  })
})
