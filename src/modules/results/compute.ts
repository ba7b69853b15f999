/** Computes the result of every enrolled agency of a round; may be repeated until the results are frozen. */
import { eq } from 'drizzle-orm'
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { lockRound } from '#modules/rounds/queries.ts'
import { type Round, roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canComputeResults } from './access.ts'
import { scoreRound } from './score-round.ts'
import { isFrozen } from './states.ts'
import { results } from './tables.ts'

const batchSize = 200

/** Throws `results.notAllowed`, `round.notFound`, `results.noAgencies`, or `results.alreadyFrozen`. */
export async function computeResults(
  context: Context,
  fiscalYear: number,
): Promise<{ readonly agencies: number }> {
  if (!canComputeResults(context.actor)) throw new Problem('forbidden', 'results.notAllowed')
  const round = await lockRound(context.transaction, fiscalYear)
  if (await isFrozen(context.transaction, round)) {
    throw new Problem('conflict', 'results.alreadyFrozen', { year: fiscalYear })
  }
  const agencies = await replaceResults(context, round)
  if (agencies === 0) throw new Problem('conflict', 'results.noAgencies', { year: fiscalYear })
  await recordEvent(context, {
    event: 'results.computed',
    subject: roundSubject(fiscalYear),
    details: { agencies },
  })
  return { agencies }
}

async function replaceResults({ transaction, now }: Context, round: Round): Promise<number> {
  await transaction.delete(results).where(eq(results.roundId, round.id))
  let agencies = 0
  let batch: (typeof results.$inferInsert)[] = []
  const write = async () => {
    if (batch.length > 0) await transaction.insert(results).values(batch)
    agencies += batch.length
    batch = []
  }
  for await (const { agencyId, sheet } of scoreRound(transaction, round)) {
    batch.push({
      id: newId(),
      agencyId,
      fiscalYear: round.fiscalYear,
      origin: 'computed',
      roundId: round.id,
      frameworkHash: round.frameworkHash,
      total: sheet.total,
      rating: sheet.ratingLevel,
      figures: { instruments: sheet.instruments, indicators: sheet.indicators },
      ranks: {},
      disagreements: sheet.disagreements,
      sheet,
      sheetHash: sheet.hash,
      at: now,
    })
    if (batch.length === batchSize) await write()
  }
  await write()
  return agencies
}
