/** Publishes a round's frozen results with their ranks; from then on everyone may see them. */

import { eq, sql } from 'drizzle-orm'
import { traceOf } from '#base/actor.ts'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { lockRound } from '#modules/rounds/queries.ts'
import { requireRoundPhase } from '#modules/rounds/require-phase.ts'
import { type Round, roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canPublishResults } from './access.ts'
import { isFrozen, isPublished } from './states.ts'
import { resultPublications, results } from './tables.ts'

/**
 * Throws `access.refused`, `round.notFound`, `results.alreadyPublished`, `round.phaseNotOpen` with the days of
 * publication, or `results.notFrozen`.
 */
export async function publishResults(
  context: Context,
  fiscalYear: number,
): Promise<{ readonly agencies: number }> {
  const role = authorize(context.actor, canPublishResults)
  const { transaction, actor, now } = context
  const round = await lockRound(transaction, fiscalYear)
  if (await isPublished(transaction, round)) {
    throw new Problem('conflict', 'results.alreadyPublished', { year: fiscalYear })
  }
  await requireRoundPhase(context, round, 'publish')
  if (!(await isFrozen(transaction, round))) {
    throw new Problem('conflict', 'results.notFrozen', { year: fiscalYear })
  }
  await storeRanks(context, round)
  await transaction.insert(resultPublications).values({
    roundId: round.id,
    at: now,
    actorKind: actor.kind,
    actorName: traceOf(actor),
  })
  const agencies = await transaction.$count(results, eq(results.roundId, round.id))
  await recordEvent(context, {
    event: 'results.published',
    role,
    subject: roundSubject(fiscalYear),
    details: { agencies },
  })
  return { agencies }
}

/**
 * Places among the round's agencies that have a total, highest first; equal totals share a place. Imaginary agencies
 * have places among themselves.
 */
async function storeRanks({ transaction }: Context, round: Round): Promise<void> {
  await transaction.execute(sql`
    with placed as (
      select results.id, jsonb_strip_nulls(jsonb_build_object(
        'nation', ${rankWithin(sql`true`)},
        'type', ${rankWithin(sql`agencies.type_code`)},
        'ministry', ${rankWithin(sql`agencies.ministry_code`)},
        'province', ${rankWithin(sql`agencies.province_code`)}
      )) as ranks
      from results join agencies on agencies.id = results.agency_id
      where results.round_id = ${round.id} and results.total is not null
    )
    update results set ranks = placed.ranks from placed where placed.id = results.id
  `)
}

function rankWithin(group: ReturnType<typeof sql>) {
  return sql`case when ${group} is not null then jsonb_build_object(
    'place', rank() over (partition by agencies.is_imaginary, ${group} order by results.total desc),
    'of', count(*) over (partition by agencies.is_imaginary, ${group})
  ) end`
}
