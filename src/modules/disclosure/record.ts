/** Puts in the scores that assessors gave disclosure items, or changes those put in before. All or none. */

import { and, eq, sql } from 'drizzle-orm'
import { inBatches } from '#base/batches.ts'
import { authorize } from '#base/permission.ts'
import { type Finding, Problem } from '#base/problem.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { requireOpen } from '#modules/rounds/phase.ts'
import { getOpenRound, mapEnrolledAgencies } from '#modules/rounds/queries.ts'
import { type Round, roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { canRecordScores } from './access.ts'
import { disclosureItems, disclosureScores } from './tables.ts'

export interface ItemScoreEntry {
  readonly agencyCode: string
  /** The year's code, such as `o26`. */
  readonly itemCode: string
  /** 0 or 100. */
  readonly score: number
  readonly remark?: string
  /** A day, such as "2025-06-30". */
  readonly assessedOn?: string
  /** The line of the file it comes from, for the finding. */
  readonly line?: number
}

export interface ScoresEntry {
  readonly fiscalYear: number
  readonly scores: readonly ItemScoreEntry[]
}

/**
 * Throws `access.refused`, `round.notFound`, `round.closed`, `round.phaseNotOpen`, `disclosure.alreadyConfirmed`, or
 * `disclosure.scoresInvalid` with a finding for each score to mend.
 */
export async function recordScores(context: Context, { fiscalYear, scores }: ScoresEntry): Promise<void> {
  const role = authorize(context.actor, canRecordScores)
  const { transaction, now } = context
  const round = await getOpenRound(transaction, fiscalYear)
  const codes = scores.map(({ agencyCode }) => agencyCode)
  const enrolled = await mapEnrolledAgencies(transaction, round, codes)
  const calendar = await getCalendar(transaction, round, [...enrolled.values()])
  for (const agencyId of enrolled.values()) requireOpen(calendar, { phase: 'score', agencyId, now })
  await refuseConfirmed(transaction, round, [...enrolled.values()])
  const { framework } = await getPinnedFramework(transaction, round.frameworkHash)
  const findings = findFaults(scores, { framework, enrolled })
  if (findings.length > 0) throw Problem.ofFindings('disclosure.scoresInvalid', findings)
  const rows = scores.flatMap((entry) => {
    const agencyId = enrolled.get(entry.agencyCode.toLowerCase())
    return agencyId ? [{ ...toRow(entry), roundId: round.id, agencyId }] : []
  })
  for (const batch of inBatches(rows, 5000)) await upsert(context, batch)
  await recordEvent(context, {
    event: 'scores.recorded',
    role,
    subject: roundSubject(fiscalYear),
    details: { agencies: enrolled.size, scores: rows.length },
  })
}

/** What assessors confirmed is not written over. */
async function refuseConfirmed(db: Queryable, round: Round, agencyIds: readonly string[]): Promise<void> {
  const { agencyId, roundId, state } = disclosureItems
  const ofAgencies = sql`${agencyId} = any(${sql.param([...agencyIds])}::uuid[])`
  const [confirmed] = await db
    .select({ agency: agencies.code })
    .from(disclosureItems)
    .innerJoin(agencies, eq(agencies.id, agencyId))
    .where(and(eq(roundId, round.id), ofAgencies, eq(state, 'final')))
    .limit(1)
  if (!confirmed) return
  const { agency } = confirmed
  throw new Problem('conflict', 'disclosure.alreadyConfirmed', { agency, year: round.fiscalYear })
}

interface Known {
  readonly framework: Framework
  readonly enrolled: ReadonlyMap<string, string>
}

function findFaults(scores: readonly ItemScoreEntry[], { framework, enrolled }: Known): Finding[] {
  const items = new Set(framework.disclosureItems.map(({ code }) => code))
  const year = framework.fiscalYear
  const findings: Finding[] = []
  const seen = new Set<string>()
  for (const { agencyCode, itemCode, score, line } of scores) {
    const add = (code: string) =>
      findings.push({
        ...(line ? { line } : {}),
        code,
        parameters: { agency: agencyCode, item: itemCode, score, year },
      })
    const key = `${agencyCode.toLowerCase()} ${itemCode}`
    if (!enrolled.has(agencyCode.toLowerCase())) add('round.notEnrolled')
    if (!items.has(itemCode)) add('disclosure.itemUnknown')
    if (score !== 0 && score !== 100) add('disclosure.scoreInvalid')
    if (seen.has(key)) add('disclosure.itemTwice')
    seen.add(key)
  }
  return findings
}

function toRow({ itemCode, score, remark, assessedOn }: ItemScoreEntry) {
  return { itemCode, score, remark: remark ?? null, assessedOn: assessedOn ?? null }
}

type ScoreRow = typeof disclosureScores.$inferInsert

async function upsert({ transaction }: Context, rows: readonly ScoreRow[]): Promise<void> {
  await transaction
    .insert(disclosureScores)
    .values([...rows])
    .onConflictDoUpdate({
      target: [disclosureScores.roundId, disclosureScores.agencyId, disclosureScores.itemCode],
      set: {
        score: sql`excluded.score`,
        remark: sql`excluded.remark`,
        assessedOn: sql`excluded.assessed_on`,
      },
    })
}
