/** Opens surveys in an empty database and serves them over HTTP, as the product does but for limits on addresses. */
import { fork } from 'node:child_process'
import type { Hono } from 'hono'
import type { Actor } from '#base/actor.ts'
import { dayOf } from '#base/bangkok-day.ts'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { installReference } from '#modules/registry/install-reference.ts'
import { readReference } from '#modules/registry/reference-files.ts'
import { registerAgencies } from '#modules/registry/register-agencies.ts'
import { enrolAgencies } from '#modules/rounds/enrol.ts'
import { openRound } from '#modules/rounds/open.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import { linkPath } from '#modules/surveys/link.ts'
import { listLinks } from '#modules/surveys/links.ts'
import { openLinks } from '#modules/surveys/open-links.ts'
import { openIntake, usualLimits } from '#modules/surveys/submit.ts'
import { tendWaiting } from '#modules/surveys/tend-waiting.ts'
import { makeWaitingRoom, type WaitingRoom } from '#modules/surveys/waiting-room.ts'
import { act, type Doorway } from '#platform/context.ts'
import { listen, makeHub } from '#platform/http.ts'
import { loadRenderer } from '#web/respond/renderer.ts'
import { makeRespond } from '#web/respond/respond.ts'
import type { SenderJob, SenderReport } from './sender.ts'

const fiscalYear = 2569
const agencies = 100
const dayMilliseconds = 86_400_000
const operator: Actor = { kind: 'operator', name: 'bench' }
/** Counted as always, but all of the load comes from one address. */
const endless = { burst: 1e12, perSecond: 1e12 }

export interface ServedSurvey {
  readonly port: number
  readonly room: WaitingRoom
  close(): Promise<void>
}

export interface ServeOptions {
  readonly more?: readonly Hono[]
  /** Of the queue; as usual where left out. */
  readonly capacity?: number
}

export async function serveSurvey(
  doorway: Doorway,
  { more = [], capacity = usualLimits.capacity }: ServeOptions = {},
): Promise<ServedSurvey> {
  const secret = { deriveKey: (purpose: string) => Buffer.alloc(32, purpose) }
  const room = makeWaitingRoom(secret)
  const intake = openIntake(doorway, room, { ...usualLimits, capacity })
  const tending = tendWaiting(doorway, intake)
  const render = await loadRenderer()
  const respond = makeRespond(doorway, { intake, render, secret, rates: { address: endless, link: endless } })
  const config = { host: '127.0.0.1', port: 0 }
  const { address, close } = await listen(
    makeHub([...more, respond.app]),
    config as Parameters<typeof listen>[1],
    respond.shortcut,
  )
  return {
    ...{ port: Number(new URL(address).port), room },
    close: async () => {
      await close()
      await tending.stop()
      await intake.queue.drain()
    },
  }
}

/** The addresses of the forms of a hundred agencies. */
export async function openSurveys(doorway: Doorway): Promise<string[]> {
  const loaded = await findShippedFramework(fiscalYear)
  if (!loaded) throw new Error(`there is no framework of ${fiscalYear}`)
  const codes = Array.from({ length: agencies }, (_, index) => `BENCH-${index}`)
  const day = (distance: number) => dayOf(new Date(doorway.clock().getTime() + distance * dayMilliseconds))
  const round = await act(doorway, operator, async (context) => {
    await installReference(context, await readReference('seeds/reference'))
    await registerAgencies(
      context,
      codes.map((code) => ({
        code,
        name: { th: `หน่วยงาน ${code}`, en: `Agency ${code}` },
        type: 'department',
      })),
    )
    const opened = await openRound(context, loaded)
    await schedulePhase(context, { fiscalYear, phase: 'collect', opensOn: day(-1), closesOn: day(1) })
    await enrolAgencies(context, { fiscalYear, agencies: codes.map((agencyCode) => ({ agencyCode })) })
    await openLinks(context, { fiscalYear })
    return opened
  })
  const links = await listLinks(doorway.database.query, round)
  return links.flatMap(({ survey, code }) => (survey === 'iit' ? [linkPath(survey, code)] : []))
}

/** Sends from a process of its own, as a machine of its own would. */
export function send(job: SenderJob): Promise<SenderReport> {
  return new Promise((resolve, reject) => {
    const sender = fork(new URL('./sender.ts', import.meta.url), [JSON.stringify(job)])
    sender.once('message', (report) => resolve(report as SenderReport))
    sender.once('exit', (code) => reject(new Error(`the sender ended with code ${code}`)))
  })
}
