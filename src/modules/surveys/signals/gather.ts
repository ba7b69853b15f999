/** Reads the answers of parts that take no more, and works out their signals beside those of agencies of the same type. */
import { and, eq, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { dayOf, lastDayBefore } from '#base/bangkok-day.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { phaseState } from '#modules/rounds/phase.ts'
import type { Round } from '#modules/rounds/round.ts'
import { enrolments } from '#modules/rounds/tables.ts'
import type { Queryable } from '#platform/database.ts'
import type { CollectDays } from '../pace.ts'
import { answerColumns } from '../packed-answers.ts'
import { surveyPartIds } from '../progress.ts'
import { countDays, listSettled } from '../settled.ts'
import { surveyParts } from '../tables.ts'
import { findBursts } from './bursts.ts'
import { findCrowding } from './crowding.ts'
import { findAgainstPeers, findPublicAgainstSurvey, type PartMean, partMean } from './differences.ts'
import { findIdenticalVectors } from './identical-vectors.ts'
import type { PartAnswers, Signal } from './signal.ts'
import { findStraightLining, straightShare } from './straight-lining.ts'
import { fewestAnswers } from './thresholds.ts'

export interface AgencySignals {
  readonly agencyId: string
  /** How many answered each part that takes no more, in the framework's order. */
  readonly parts: readonly { readonly part: string; readonly answers: number }[]
  /** Raised and silent ones; a signal that could not be worked out is not among them. */
  readonly signals: readonly Signal[]
}

/** Of agencies of any types; an agency none of whose parts is closed has no parts and no signals. */
export async function listSignals(
  db: Queryable,
  round: Round,
  given: readonly { readonly agencyId: string; readonly type: string }[],
): Promise<AgencySignals[]> {
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const ids = given.map(({ agencyId }) => agencyId)
  const settled = await readSettled(db, round, { framework, ids })
  const daysOf = await collectDays(db, round, ids)
  const peersOf = new Map<string, readonly Summary[]>()
  for (const type of new Set(given.map((one) => one.type))) {
    peersOf.set(type, await summarizeType(db, round, { framework, type }))
  }
  return given.map(({ agencyId, type }) => {
    const parts = settled.filter((one) => one.agencyId === agencyId)
    const peers = (peersOf.get(type) ?? []).filter((peer) => peer.agencyId !== agencyId)
    return {
      agencyId,
      parts: parts.map(({ part, rows }) => ({ part, answers: rows.length })),
      signals: signalsOf(parts, { peers, days: daysOf(agencyId) }),
    }
  })
}

interface Beside {
  readonly peers: readonly Summary[]
  readonly days: CollectDays
}

function signalsOf(parts: readonly PartAnswers[], { peers, days }: Beside): Signal[] {
  const means = parts.map((answers) => partMean(answers.part, answers))
  const own = parts.flatMap((answers) => {
    const alike = peers.filter(({ part, answers: count }) => part === answers.part && count >= fewestAnswers)
    const mean = means.find(({ part }) => part === answers.part)
    return [
      findStraightLining(
        answers,
        alike.map(({ straight }) => straight),
      ),
      findIdenticalVectors(answers),
      findBursts(answers),
      findCrowding(answers, days),
      mean
        ? findAgainstPeers(
            mean,
            alike.map((peer) => peer.mean),
          )
        : null,
    ]
  })
  const open = means.find(({ part }) => part === 'eitPublic')
  const interviewed = means.find(({ part }) => part === 'eitSurvey')
  const between = open && interviewed ? findPublicAgainstSurvey(open, interviewed) : null
  return [...own, between].filter((signal) => signal !== null)
}

interface SettledAnswers extends PartAnswers {
  readonly agencyId: string
}

interface Wanted {
  readonly framework: Framework
  readonly ids: readonly string[]
}

async function readSettled(
  db: Queryable,
  round: Round,
  { framework, ids }: Wanted,
): Promise<SettledAnswers[]> {
  const order = surveyPartIds(framework)
  return (await listSettled(db, round, ids))
    .map(({ agencyId, part, answers }) => ({
      ...{ agencyId, part, columns: answerColumns(framework, part) ?? [] },
      rows: answers.map(({ packed }) => packed).sort(),
      days: countDays(answers),
    }))
    .toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part))
}

/** What is needed of a peer's part. */
interface Summary extends PartMean {
  readonly agencyId: string
  /** The share of those who chose one option throughout. */
  readonly straight: number
}

/** Settled parts never change: what was summed up of them once holds for good. */
const kept = new LRUCache<string, readonly Summary[]>({ max: 50_000 })
const batchSize = 200

interface OfType {
  readonly framework: Framework
  readonly type: string
}

/** Of every settled part of the round's agencies of the type. */
async function summarizeType(db: Queryable, round: Round, { framework, type }: OfType): Promise<Summary[]> {
  const found = await db
    .select({
      agencyId: enrolments.agencyId,
      closed: sql<number>`(select count(*)::int from ${surveyParts} where ${surveyParts.roundId} = ${enrolments.roundId}
        and ${surveyParts.agencyId} = ${enrolments.agencyId} and ${surveyParts.isClosed})`,
    })
    .from(enrolments)
    .innerJoin(agencies, eq(agencies.id, enrolments.agencyId))
    .where(and(eq(enrolments.roundId, round.id), eq(agencies.typeCode, type)))
  const keyed = found.map(({ agencyId, closed }) => ({
    agencyId,
    key: `${round.id} ${agencyId} ${closed} ${round.isClosed}`,
  }))
  const missing = keyed.filter(({ key }) => !kept.has(key))
  for (let start = 0; start < missing.length; start += batchSize) {
    const batch = missing.slice(start, start + batchSize)
    const ids = batch.map(({ agencyId }) => agencyId)
    const settled = await readSettled(db, round, { framework, ids })
    const sums = Map.groupBy(settled.map(summarize), ({ agencyId }) => agencyId)
    for (const { agencyId, key } of batch) kept.set(key, sums.get(agencyId) ?? [])
  }
  return keyed.flatMap(({ key }) => kept.get(key) ?? [])
}

function summarize(answers: SettledAnswers): Summary {
  const { agencyId, part } = answers
  return { agencyId, ...partMean(part, answers), straight: straightShare(answers) }
}

async function collectDays(
  db: Queryable,
  round: Round,
  ids: readonly string[],
): Promise<(agencyId: string) => CollectDays> {
  const calendar = await getCalendar(db, round, ids)
  return (agencyId) => {
    const { opensAt, closesAt } = phaseState(calendar, { phase: 'collect', agencyId, now: new Date(0) })
    return { opensOn: opensAt && dayOf(opensAt), closesOn: closesAt && lastDayBefore(closesAt) }
  }
}
