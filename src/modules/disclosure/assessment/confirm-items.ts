/** Confirms the scores of an agency's items, all at once: scoring reads them from then on. */
import { and, eq, sql } from 'drizzle-orm'
import { dayOf, lastDayBefore } from '#base/bangkok-day.ts'
import { type Finding, Problem } from '#base/problem.ts'
import type { PhaseId } from '#modules/rounds/calendar.ts'
import { phaseState, requireOpen } from '#modules/rounds/phase.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canConfirmItems } from '../access.ts'
import { type EnteredItems, enterItems, type ItemRow } from '../enter.ts'
import { itemsSubject } from '../item.ts'
import { isAtWork, mayFollow } from '../item-state.ts'
import { takeSteps } from '../step.ts'
import { disclosureScores } from '../tables.ts'
import type { AgencyNamed } from './claim-agency.ts'
import { listMarks } from './item-marks.ts'
import { type Mark, standingMark } from './mark.ts'

export interface Confirmed {
  readonly items: number
  /** Those that score 0. */
  readonly zeros: number
}

/**
 * What was never handed in scores 0. Throws `round.notFound`, `round.notEnrolled`, `access.refused`, `round.closed`,
 * `round.phaseNotOpen`, `items.clarificationOpen` while the agency may still explain, `items.answersOpen` while it may
 * still hand items in, `items.alreadyFinal`, `items.scoresRecorded`, or `items.unsettled` with a finding for each item that has no score yet.
 */
export async function confirmItems(context: Context, named: AgencyNamed): Promise<Confirmed> {
  const { now } = context
  const entered = await enterItems(context, canConfirmItems, named)
  const { place, role, calendar } = entered
  requireOpen(calendar, { phase: 'confirm', agencyId: place.agencyId, now })
  refuseWhileOpen(entered, now)
  const rows = entered.rows.filter(({ state }) => state !== 'final')
  if (rows.length === 0) throw new Problem('conflict', 'items.alreadyFinal', { agency: place.code })
  refuseUnsettled(rows, place.code)
  await refuseRecorded(context, entered)
  const scores = await scoresOf(context, entered, rows)
  await storeScores(context, scores)
  await takeSteps(context, rows, { act: 'confirm', to: 'final', role })
  const confirmed = { items: rows.length, zeros: scores.filter(({ score }) => score === 0).length }
  await recordEvent(context, {
    ...{ event: 'items.confirmed', role, details: { ...confirmed } },
    subject: itemsSubject({ fiscalYear: named.fiscalYear, agencyCode: place.code }),
  })
  return confirmed
}

/** What the agency may still do counts: to explain, and to answer what it has not handed in. */
function refuseWhileOpen({ calendar, place, rows }: EnteredItems, now: Date): void {
  const refuse = (phase: PhaseId, code: string) => {
    const { state, closesAt } = phaseState(calendar, { phase, agencyId: place.agencyId, now })
    if (state !== 'open' || closesAt === null) return
    throw new Problem('closed', code, { agency: place.code, closes: lastDayBefore(closesAt) })
  }
  refuse('clarify', 'items.clarificationOpen')
  if (!rows.some(({ state }) => isAtWork(state))) return
  refuse('answer', 'items.answersOpen')
  refuse('approve', 'items.answersOpen')
}

function refuseUnsettled(rows: readonly ItemRow[], agency: string): void {
  const findings = rows
    .filter(({ state }) => !mayFollow('confirm', state))
    .map(
      ({ itemCode, state }): Finding => ({
        code: 'items.unsettledOne',
        parameters: { item: itemCode, state },
      }),
    )
  if (findings.length === 0) return
  throw Problem.ofFindings('items.unsettled', findings, { agency, count: findings.length })
}

/** Scores put in as a whole hold for an agency that never worked on its items here. */
async function refuseRecorded({ transaction }: Context, { round, place, rows }: EnteredItems): Promise<void> {
  if (rows.some(({ state }) => state !== 'open')) return
  const { roundId, agencyId } = disclosureScores
  const ofAgency = and(eq(roundId, round.id), eq(agencyId, place.agencyId))
  if ((await transaction.$count(disclosureScores, ofAgency)) > 0) {
    throw new Problem('conflict', 'items.scoresRecorded', { agency: place.code })
  }
}

type ScoreRow = typeof disclosureScores.$inferInsert

async function scoresOf(
  { transaction, now }: Context,
  { round, place }: EnteredItems,
  rows: readonly ItemRow[],
): Promise<ScoreRow[]> {
  const key = { roundId: round.id, agencyId: place.agencyId }
  const marks = Map.groupBy(await listMarks(transaction, key), ({ itemCode }) => itemCode)
  return rows.map(({ itemCode }) => {
    const mark: Mark | undefined = standingMark(marks.get(itemCode) ?? [])
    const { score = 0, remark = '', assessedOn = dayOf(now) } = mark ?? {}
    return { ...key, itemCode, score, remark: remark || null, assessedOn }
  })
}

async function storeScores({ transaction }: Context, scores: readonly ScoreRow[]): Promise<void> {
  await transaction
    .insert(disclosureScores)
    .values([...scores])
    .onConflictDoUpdate({
      target: [disclosureScores.roundId, disclosureScores.agencyId, disclosureScores.itemCode],
      set: {
        score: sql`excluded.score`,
        remark: sql`excluded.remark`,
        assessedOn: sql`excluded.assessed_on`,
      },
    })
}
