/** Links as they stood when they were handed in: taken once each, whatever happens meanwhile, and safe to be shown. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc, eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#base/actor.ts'
import { agencies } from '#modules/registry/tables.ts'
import { auditEvents } from '#platform/audit-tables.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { type Files, fileKey } from '#platform/files/files.ts'
import { openFolder } from '#platform/files/folder.ts'
import { operator } from '../../../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../../../tests/support/database.ts'
import { agency, type Disclosing, makeReady, startDisclosing } from '../../../../tests/support/disclosing.ts'
import { serveSite, type WatchedSite } from '../../../../tests/support/watched-site.ts'
import { approveItems } from '../approve-items.ts'
import { submitItems } from '../submit-items.ts'
import { disclosureChecks, disclosureLinks, disclosureSnapshots } from '../tables.ts'
import { type OpenedCheck, openCheck } from '../watching/check.ts'
import { openSnapshotPart } from './open-part.ts'
import { getSnapshot } from './snapshots.ts'
import { takePicture } from './take-picture.ts'
import { type TakingMeans, takeSnapshot, takeSnapshots } from './take-snapshots.ts'

const system: Actor = { kind: 'system', name: 'worker' }

let database: Database
let doorway: Doorway
let now: Date
let stage: Disclosing
let site: WatchedSite
let opened: OpenedCheck
let files: Files
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prongsai-snapshots-'))
  files = openFolder(folder)
  site = await serveSite()
  opened = openCheck({ checkerAllowHosts: [site.hostAndPort, '127.0.0.1:9'] })
  database = await openClone()
  now = new Date('2025-08-15T10:00:00+07:00')
  doorway = { ...doorwayOf(database), clock: () => now }
  stage = await act(doorway, operator, async (context) => {
    const as = (actor: Actor) => ({ ...context, actor })
    const started = await startDisclosing(as)
    for (const { code } of started.framework.disclosureItems) {
      const url = code === 'o2' ? 'http://127.0.0.1:9/nobody' : `${site.url}/${code}`
      await makeReady(as, started, code, { has: true, links: [{ url, kind: 'page' }] })
    }
    await context.transaction
      .update(agencies)
      .set({ website: site.url })
      .where(eq(agencies.id, started.agencyId))
    await approveItems(as(started.people.executive), agency)
    await submitItems(as(started.people.executive), agency)
    return started
  })
})

afterEach(async () => {
  await opened.close()
  await database.close()
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

const as = <T>(actor: Actor, verb: (context: Context) => Promise<T>) => act(doorway, actor, verb)

function means(given: Partial<TakingMeans> = {}): TakingMeans {
  return {
    ...{ check: opened.check, files, hasPictures: async () => true, ...given },
    inTransaction: given.inTransaction ?? ((step) => as(system, step)),
    signal: given.signal ?? new AbortController().signal,
  }
}

const take = (given: Partial<TakingMeans> = {}, actor: Actor = system) =>
  as(actor, (context) => takeSnapshots(context, agency, means(given)))

const rows = () => database.query.select().from(disclosureSnapshots).orderBy(asc(disclosureSnapshots.linkId))

async function jobs(task: string): Promise<{ payload: unknown; run_at: string; priority: number }[]> {
  const { rows: found } = await database.query.execute<{
    payload: unknown
    run_at: string
    priority: number
  }>(
    sql`select payload, run_at, priority from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${task} order by j.id`,
  )
  return found
}

async function linkOf(path: string) {
  const [link] = await database.query
    .select()
    .from(disclosureLinks)
    .where(eq(disclosureLinks.url, `${site.url}${path}`))
  return getSnapshot(database.query, link?.id ?? '')
}

describe('taking snapshots', () => {
  test('keeps headers, body, words, hash, time and report of every link, and asks for pictures of pages', async () => {
    site.gone.add('/o3')
    await take()
    const items = stage.framework.disclosureItems.length
    const states = (await rows()).map(({ state }) => state)
    expect(states.filter((state) => state === 'taken')).toHaveLength(items - 1)
    expect(states.filter((state) => state === 'waiting')).toHaveLength(1)
    const { snapshot, itemCode, url } = await linkOf('/o1')
    expect({ itemCode, url }).toEqual({ itemCode: 'o1', url: `${site.url}/o1` })
    expect(snapshot).toMatchObject({
      ...{ status: 200, takenAt: now, report: { verdict: 'live', onMainSite: true } },
      headers: { 'content-type': 'text/html; charset=utf-8' },
    })
    expect(snapshot.headers).not.toHaveProperty('set-cookie')
    const body = (await files.get(snapshot.bodyKey ?? '')) ?? new Uint8Array()
    expect(Buffer.from(body).toString()).toContain('แผนดำเนินงาน ปีงบประมาณ พ.ศ. 2568 /o1')
    expect(snapshot).toMatchObject({ bodyBytes: body.byteLength, report: { sha256: fileKey(body) } })
    const words = await files.get(snapshot.textKey ?? '')
    expect(Buffer.from(words ?? []).toString()).toContain('แผนดำเนินงาน')
    expect((await linkOf('/o3')).snapshot).toMatchObject({ state: 'taken', report: { verdict: 'notFound' } })
    expect(await jobs('takePicture')).toHaveLength(items - 1)
    expect((await jobs('takePicture')).every(({ priority }) => priority > 0)).toBe(true)
    expect(await database.query.$count(disclosureChecks)).toBe(items)
    const events = await database.query.select().from(auditEvents).where(eq(auditEvents.event, 'items.kept'))
    expect(events).toMatchObject([{ details: { taken: items - 1, unreachable: 0 } }])
  })

  test('asks a link that does not answer four times within an hour before it is unreachable', async () => {
    await take()
    const tried: number[] = []
    for (let [job] = await jobs('takeSnapshot'); job; [job] = await jobs('takeSnapshot')) {
      expect((await rows()).filter(({ state }) => state === 'waiting')).toHaveLength(1)
      now = new Date(job.run_at)
      tried.push(now.getTime())
      await database.query.execute(
        sql`delete from graphile_worker._private_jobs where payload::text like '%attempt%'`,
      )
      const { payload } = job
      await as(system, (context) => takeSnapshot(context, payload, means()))
    }
    expect(tried.map((at) => (at - Date.parse('2025-08-15T10:00:00+07:00')) / 60_000)).toEqual([10, 30, 60])
    expect((await rows()).filter(({ state }) => state === 'unreachable')).toMatchObject([
      { status: null, bodyKey: null, takenAt: now, report: { verdict: 'refused' } },
    ])
  })

  test('broken off in the middle goes on where it was: no link is kept twice', async () => {
    let steps = 0
    const dying: TakingMeans['inTransaction'] = (step) => {
      steps += 1
      return steps > 5 ? Promise.reject(new Error('connection lost')) : as(system, step)
    }
    await take({ inTransaction: dying })
    expect(await jobs('takeSnapshots')).toMatchObject([{ payload: agency }])
    const before = (await rows()).filter(({ report }) => report !== null)
    expect(before).toHaveLength(5)
    site.asked.length = 0
    await take()
    const after = await rows()
    expect(after.filter(({ report }) => report === null)).toEqual([])
    expect(after).toEqual(expect.arrayContaining(before))
    for (const { report } of before) expect(site.asked).not.toContain(new URL(report?.url ?? '').pathname)
  })

  test('by two workers at once asks each link once', async () => {
    await Promise.all([take(), take()])
    expect(site.asked.toSorted()).toEqual([...new Set(site.asked)].toSorted())
    expect(site.asked).toHaveLength(stage.framework.disclosureItems.length - 1)
  })

  test('waits for the store of files to come back', async () => {
    const broken = { ...files, put: () => Promise.reject(new Error('disk full')) }
    await take({ files: broken })
    expect((await rows()).filter(({ state }) => state === 'taken')).toEqual([])
    await expect(take({ files: broken })).rejects.toThrow('no snapshot could be taken')
    await take()
    expect((await rows()).filter(({ state }) => state === 'taken').length).toBeGreaterThan(0)
  })

  test('is for the system', async () => {
    await expect(take({}, stage.people.executive)).rejects.toMatchObject({ code: 'access.refused' })
  })
})

describe('a snapshot shown to a browser', () => {
  test('never runs in our name: a page is text to be saved, its words are text', async () => {
    await take()
    const { snapshot } = await linkOf('/o1')
    const body = await openSnapshotPart(files, snapshot, 'body')
    expect(body?.headers).toMatchObject({
      'Content-Type': 'text/plain',
      'Content-Disposition': 'attachment; filename="snapshot.txt"',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Content-Length': String(snapshot.bodyBytes),
    })
    expect(await new Response(body?.stream).text()).toContain('<script>')
    const words = await openSnapshotPart(files, snapshot, 'text')
    expect(words?.headers).toMatchObject({
      ...{ 'Content-Type': 'text/plain; charset=utf-8', 'Content-Disposition': 'inline' },
      'Content-Security-Policy': "default-src 'none'; sandbox",
    })
    expect(await new Response(words?.stream).text()).not.toContain('<script>')
    expect(await openSnapshotPart(files, snapshot, 'picture')).toBeUndefined()
  })

  test('has the picture that was drawn from what was kept', async () => {
    await take()
    const { snapshot } = await linkOf('/o1')
    const drawn: string[] = []
    const pictures = {
      take: async ({ url, bytes }: { url: string; bytes: Uint8Array }) => {
        drawn.push(url, fileKey(bytes))
        return new TextEncoder().encode('picture')
      },
    }
    for (const _ of [1, 2]) {
      await as(system, (context) => takePicture(context, { linkId: snapshot.linkId }, { files, pictures }))
    }
    expect(drawn).toEqual([`${site.url}/o1`, snapshot.bodyKey])
    const picture = await openSnapshotPart(files, (await linkOf('/o1')).snapshot, 'picture')
    expect(picture?.headers['Content-Type']).toBe('image/webp')
    await picture?.stream.cancel()
  })

  test('that was never asked for is not found', async () => {
    const id = '0198f000-0000-7000-8000-000000000000'
    await expect(getSnapshot(database.query, id)).rejects.toMatchObject({ code: 'snapshot.notFound' })
  })
})
