/** Takes the snapshots that wait: of the agency that handed in first, then of others in the same round. */
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Role } from '#base/actor.ts'
import { authorize } from '#base/permission.ts'
import { agencies } from '#modules/registry/tables.ts'
import { roundSubject } from '#modules/rounds/round.ts'
import { rounds } from '#modules/rounds/tables.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { enqueue } from '#platform/jobs.ts'
import { canWatchItems } from '../access.ts'
import type { AgencyOfYear } from '../item.ts'
import { takeSnapshotsTask } from '../submit-items.ts'
import { disclosureAnswers, disclosureLinks, disclosureSnapshots } from '../tables.ts'
import { type AskedLink, listAskedLinks } from '../watching/asked-link.ts'
import { inOrder } from '../watching/in-order.ts'
import { type Kept, keepLink, type SnapshotMeans } from './keep.ts'

export interface TakingMeans extends SnapshotMeans {
  /** Stops as soon as it may; what is left is taken up again. */
  readonly signal: AbortSignal
}

const linksPerJob = 200
const linksAtOnce = 64

const agencySchema = z.object({ fiscalYear: z.number(), agencyCode: z.string() })

/** The job `takeSnapshots`. Several may run at once: none takes a link that another has in hand. */
export async function takeSnapshots(context: Context, payload: unknown, means: TakingMeans): Promise<void> {
  const role = authorize(context.actor, canWatchItems)
  const agency = agencySchema.parse(payload)
  const links = await takeInHand(context, await listWaiting(context, agency))
  const counts = { taken: 0, unreachable: 0, later: 0, failed: 0 }
  const keep = (asked: AskedLink) => keepOrFail(context, asked, means)
  const pace = { atOnce: linksAtOnce, ahead: linksPerJob, mayBegin: () => true, signal: means.signal }
  for await (const kept of inOrder(links.values(), keep, pace)) counts[kept] += 1
  const done = counts.taken + counts.unreachable + counts.later
  if (counts.failed > 0 && done === 0) throw new Error('no snapshot could be taken')
  if (done > 0 || means.signal.aborted) {
    await enqueueRest(context, agency)
    await record(context, { role, fiscalYear: agency.fiscalYear, ...counts })
  }
}

const linkSchema = z.object({ linkId: z.uuid(), attempt: z.number() })

/** The job `takeSnapshot`: a link that did not answer before. */
export async function takeSnapshot(context: Context, payload: unknown, means: SnapshotMeans): Promise<void> {
  const role = authorize(context.actor, canWatchItems)
  const { linkId, attempt } = linkSchema.parse(payload)
  const [asked] = await takeInHand(context, [linkId])
  if (!asked) return
  const kept = await keepLink(asked, attempt, means)
  const counts = { taken: 0, unreachable: 0, later: 0, [kept]: 1 }
  await record(context, { role, fiscalYear: asked.fiscalYear, ...counts })
}

async function keepOrFail({ log }: Context, asked: AskedLink, means: TakingMeans): Promise<Kept | 'failed'> {
  try {
    return await keepLink(asked, 0, means)
  } catch (error) {
    const { linkId } = asked
    if (!means.signal.aborted) log.error({ linkId, reason: String(error) }, 'a snapshot could not be taken')
    return 'failed'
  }
}

/** Those not tried yet. */
async function listWaiting({ transaction }: Context, agency: AgencyOfYear): Promise<string[]> {
  const isOwn = sql`${agencies.codeKey} = ${agency.agencyCode.toLowerCase()}`
  const rows = await transaction
    .select({ linkId: disclosureSnapshots.linkId })
    .from(disclosureSnapshots)
    .innerJoin(disclosureLinks, eq(disclosureLinks.id, disclosureSnapshots.linkId))
    .innerJoin(disclosureAnswers, eq(disclosureAnswers.id, disclosureLinks.answerId))
    .innerJoin(agencies, eq(agencies.id, disclosureAnswers.agencyId))
    .innerJoin(rounds, eq(rounds.id, disclosureAnswers.roundId))
    .where(
      and(
        eq(disclosureSnapshots.state, 'waiting'),
        isNull(disclosureSnapshots.report),
        eq(rounds.fiscalYear, agency.fiscalYear),
      ),
    )
    .orderBy(desc(isOwn), asc(disclosureSnapshots.askedAt), asc(disclosureSnapshots.linkId))
    .limit(linksPerJob)
  return rows.map(({ linkId }) => linkId)
}

/** Held until the transaction ends; without those that another has in hand, or has kept by now. */
async function takeInHand({ transaction }: Context, linkIds: readonly string[]): Promise<AskedLink[]> {
  const { rows } = await transaction.execute<{ id: string }>(
    sql`select id from unnest(${sql.param(linkIds)}::uuid[]) id
      where pg_try_advisory_xact_lock(hashtextextended('snapshot:' || id, 0))`,
  )
  if (rows.length === 0) return []
  const held = rows.map(({ id }) => id)
  return listAskedLinks(transaction, {
    where: and(
      inArray(disclosureLinks.id, held),
      sql`exists (select 1 from ${disclosureSnapshots} snapshot
        where snapshot.link_id = ${disclosureLinks.id} and snapshot.state = 'waiting')`,
    ),
  })
}

async function enqueueRest(context: Context, agency: AgencyOfYear): Promise<void> {
  if ((await listWaiting(context, agency)).length === 0) return
  const { fiscalYear, agencyCode } = agency
  const key = `${takeSnapshotsTask}:${fiscalYear}/${agencyCode}`
  await enqueue(context, { task: takeSnapshotsTask, payload: { fiscalYear, agencyCode }, key })
}

interface Counts {
  readonly role: Role | null
  readonly fiscalYear: number
  readonly taken: number
  readonly unreachable: number
}

async function record(context: Context, { role, fiscalYear, taken, unreachable }: Counts): Promise<void> {
  if (taken + unreachable === 0) return
  const subject = roundSubject(fiscalYear)
  await recordEvent(context, { event: 'items.kept', role, subject, details: { taken, unreachable } })
}
