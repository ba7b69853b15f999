/** Checks every link of a round that is answered and not confirmed: a run that goes on where the last one stopped. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import { dayOf } from '#base/bangkok-day.ts'
import { newId } from '#base/id.ts'
import { authorize } from '#base/permission.ts'
import { getRound, refuseClosedRound } from '#modules/rounds/queries.ts'
import { type Round, roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canWatchItems } from '../access.ts'
import type { FoundOnLink } from '../store-check.ts'
import { disclosureWatches } from '../tables.ts'
import { type CheckLink, countWatched, isWatched, listAskedLinks } from './asked-link.ts'
import { isFailing } from './failing-links.ts'
import { inOrder } from './in-order.ts'
import { storeChecks } from './store-checks.ts'
import { type NoticeMeans, tellOfFailingLinks } from './tell-owners.ts'
import { findWatch, type Watch } from './watches.ts'

export interface WatchMeans extends NoticeMeans {
  readonly check: CheckLink
  /** A transaction of its own for each step: what is done stays done. */
  readonly inTransaction: <T>(step: (context: Context) => Promise<T>) => Promise<T>
  /** Stops the run as soon as it may. */
  readonly signal: AbortSignal
  /** Nothing is begun after so long. */
  readonly forMilliseconds: number
  readonly onProgress?: (watch: Watch) => void
}

export interface Watching {
  readonly fiscalYear: number
  /** Begin again where today's run is over. */
  readonly isAnew?: boolean
  readonly means: WatchMeans
}

/** `busy`: another worker is at it. `nothing`: no link is watched. */
export interface Watched {
  readonly state: 'finished' | 'paused' | 'busy' | 'nothing'
  readonly watch: Watch | null
}

const linksAtOnce = 64
const linksAhead = 1000
const linksPerRead = 200
const linksPerStep = 200
const stepMilliseconds = 5000

/**
 * Only one such run is under way for a round, whoever asks; the transaction given holds its place. Throws
 * `access.refused`, `round.notFound` or `round.closed`.
 */
export async function watchRound(
  context: Context,
  { fiscalYear, isAnew, means }: Watching,
): Promise<Watched> {
  const role = authorize(context.actor, canWatchItems)
  const round = await getRound(context.transaction, fiscalYear)
  refuseClosedRound(round)
  if (!(await takePlace(context, round))) {
    return { state: 'busy', watch: (await findWatch(context.transaction, round)) ?? null }
  }
  const begun = await means.inTransaction((step) => beginOrGoOn(step, round, isAnew === true))
  if (!begun) return { state: 'nothing', watch: null }
  if (begun.finishedAt) return { state: 'finished', watch: begun }
  const { watch, isAtEnd } = await run(begun, means)
  if (!isAtEnd) return { state: 'paused', watch }
  const finished = await means.inTransaction(async (step) => {
    const ended = await moveOn(step, { watch, to: { finishedAt: step.now } })
    const { letters } = await tellOfFailingLinks(step, { round, means })
    const { day, linksDone: links, linksFailed: failing } = ended
    const details = { day, links, failing, letters }
    await recordEvent(step, { event: 'items.watched', role, subject: roundSubject(fiscalYear), details })
    return ended
  })
  return { state: 'finished', watch: finished }
}

async function takePlace({ transaction }: Context, { id }: Round): Promise<boolean> {
  const { rows } = await transaction.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`watch:${id}`}, 0)) as held`,
  )
  return rows[0]?.held === true
}

/** A run of yesterday that is not over goes on: else the last of many links would never have their turn. */
async function beginOrGoOn(
  { transaction, now }: Context,
  round: Round,
  isAnew: boolean,
): Promise<Watch | undefined> {
  const latest = await findWatch(transaction, round)
  const day = dayOf(now)
  if (latest && !latest.finishedAt) return latest
  if (latest?.day === day && !isAnew) return latest
  const linksTotal = await countWatched(transaction, round.id)
  if (linksTotal === 0) return undefined
  const start = {
    ...{ startedAt: now, progressedAt: now, finishedAt: null, afterLinkId: null },
    ...{ linksTotal, linksDone: 0, linksFailed: 0 },
  }
  const [begun] = await transaction
    .insert(disclosureWatches)
    .values({ id: newId(), roundId: round.id, day, ...start })
    .onConflictDoUpdate({ target: [disclosureWatches.roundId, disclosureWatches.day], set: start })
    .returning()
  return begun
}

interface Ran {
  readonly watch: Watch
  /** Whether every link had its turn. */
  readonly isAtEnd: boolean
}

async function run(begun: Watch, means: WatchMeans): Promise<Ran> {
  const endsAt = performance.now() + means.forMilliseconds
  let [watch, isEveryLinkBegun] = [begun, false]
  const links = (async function* () {
    yield* linksAfter(begun, means)
    isEveryLinkBegun = true
  })()
  let found: SeenOnLink[] = []
  let stepEndsAt = performance.now() + stepMilliseconds
  const keep = async () => {
    watch = await keepFound(watch, found, means)
    means.onProgress?.(watch)
    found = []
    stepEndsAt = performance.now() + stepMilliseconds
  }
  const look = (asked: LinkInTurn) => lookAt(asked, means)
  const mayBegin = () => performance.now() < endsAt && !means.signal.aborted
  const pace = { atOnce: linksAtOnce, ahead: linksAhead, mayBegin, signal: means.signal }
  for await (const seen of inOrder(links, look, pace)) {
    found.push(seen)
    if (found.length >= linksPerStep || performance.now() > stepEndsAt) await keep()
  }
  if (found.length > 0) await keep()
  return { watch, isAtEnd: isEveryLinkBegun && !means.signal.aborted }
}

type LinkInTurn = Parameters<CheckLink>[0]

async function* linksAfter(
  { roundId, afterLinkId }: Watch,
  { inTransaction }: WatchMeans,
): AsyncGenerator<LinkInTurn> {
  let after = afterLinkId
  for (;;) {
    const where = isWatched(roundId, after)
    const links = await inTransaction(({ transaction }) =>
      listAskedLinks(transaction, { where, limit: linksPerRead }),
    )
    yield* links
    if (links.length < linksPerRead) return
    after = links.at(-1)?.linkId ?? after
  }
}

interface SeenOnLink {
  readonly linkId: string
  /** Null where the checker itself failed: a link must not stop those after it. */
  readonly found: FoundOnLink | null
}

async function lookAt(asked: LinkInTurn, { check, log, signal }: WatchMeans): Promise<SeenOnLink> {
  const { linkId } = asked
  try {
    return { linkId, found: { linkId, report: (await check(asked)).report } }
  } catch (error) {
    if (!signal.aborted) log.error({ linkId, reason: String(error) }, 'a link could not be checked')
    return { linkId, found: null }
  }
}

function keepFound(watch: Watch, seen: readonly SeenOnLink[], { inTransaction }: WatchMeans): Promise<Watch> {
  const found = seen.flatMap((one) => one.found ?? [])
  return inTransaction(async (step) => {
    await storeChecks(step, found)
    return moveOn(step, {
      watch,
      to: {
        afterLinkId: seen.at(-1)?.linkId ?? watch.afterLinkId,
        linksDone: watch.linksDone + seen.length,
        linksFailed: watch.linksFailed + found.filter(({ report }) => isFailing(report)).length,
      },
    })
  })
}

/** From where it was left, and nowhere else: a run that lost its place to another must not go on beside it. */
async function moveOn(
  { transaction, now }: Context,
  { watch, to }: { readonly watch: Watch; readonly to: Partial<Watch> },
): Promise<Watch> {
  const [moved] = await transaction
    .update(disclosureWatches)
    .set({ ...to, progressedAt: now })
    .where(
      and(
        eq(disclosureWatches.id, watch.id),
        isNull(disclosureWatches.finishedAt),
        eq(disclosureWatches.linksDone, watch.linksDone),
        sql`${disclosureWatches.afterLinkId} is not distinct from ${watch.afterLinkId}`,
      ),
    )
    .returning()
  if (!moved) throw new Error('another run has taken over')
  return moved
}
