/** Freezes a round's results and closes the round: neither they nor what they were made of change any more. */

import { eq } from 'drizzle-orm'
import { traceOf } from '#base/actor.ts'
import { contentHash } from '#base/id.ts'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { listUnconfirmed } from '#modules/disclosure/assessment/states.ts'
import { closeRound } from '#modules/rounds/close.ts'
import { lockRound } from '#modules/rounds/queries.ts'
import { requireRoundPhase } from '#modules/rounds/require-phase.ts'
import { type Round, roundSubject } from '#modules/rounds/round.ts'
import { listOpenParts } from '#modules/surveys/close-ended.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canFreezeResults } from './access.ts'
import { scoreRound } from './score-round.ts'
import { isFrozen } from './states.ts'
import { resultFreezes, results } from './tables.ts'

/**
 * Scores the round once more and refuses when that gives anything else than was computed.
 * Throws `access.refused`, `round.notFound`, `results.alreadyFrozen`, `round.phaseNotOpen` with the days of
 * confirmation, `survey.partsOpen` while people may still answer, `items.unconfirmed` while an agency that has begun with
 * its disclosure items has no confirmed scores, `results.notComputed`, or `results.stale`.
 */
export async function freezeResults(
  context: Context,
  fiscalYear: number,
): Promise<{ readonly agencies: number }> {
  const role = authorize(context.actor, canFreezeResults)
  const { transaction, actor, now } = context
  const round = await lockRound(transaction, fiscalYear)
  if (await isFrozen(transaction, round)) {
    throw new Problem('conflict', 'results.alreadyFrozen', { year: fiscalYear })
  }
  await requireRoundPhase(context, round, 'confirm')
  const open = await listOpenParts(transaction, round)
  if (open.length > 0) {
    throw new Problem('conflict', 'survey.partsOpen', { year: fiscalYear, count: open.length })
  }
  const [unconfirmed] = await listUnconfirmed(transaction, round)
  if (unconfirmed) {
    throw new Problem('conflict', 'items.unconfirmed', { year: fiscalYear, agency: unconfirmed.code })
  }
  const { agencies, hash } = await confirmResults(context, round)
  if (!round.isClosed) await closeRound(context, fiscalYear)
  await transaction.insert(resultFreezes).values({
    roundId: round.id,
    at: now,
    actorKind: actor.kind,
    actorName: traceOf(actor),
    agencies,
    hash,
  })
  await recordEvent(context, {
    event: 'results.frozen',
    role,
    subject: roundSubject(fiscalYear),
    details: { agencies, hash },
  })
  return { agencies }
}

async function confirmResults({ transaction }: Context, round: Round) {
  const rows = await transaction
    .select({ agencyId: results.agencyId, hash: results.sheetHash })
    .from(results)
    .where(eq(results.roundId, round.id))
  if (rows.length === 0) throw new Problem('conflict', 'results.notComputed', { year: round.fiscalYear })
  const kept = new Map(rows.map(({ agencyId, hash }) => [agencyId, hash]))
  const hashes: string[] = []
  for await (const { agencyId, sheet } of scoreRound(transaction, round)) {
    if (kept.get(agencyId) !== sheet.hash) {
      throw new Problem('conflict', 'results.stale', { year: round.fiscalYear })
    }
    hashes.push(sheet.hash)
  }
  return { agencies: hashes.length, hash: contentHash(hashes.join('\n')) }
}
