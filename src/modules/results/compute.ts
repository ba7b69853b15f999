/** Computes the result of every enrolled agency of a round; may be repeated until the results are frozen. */

import { eq } from 'drizzle-orm'
import { newId } from '#base/id.ts'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { countEnrolled, lockRound } from '#modules/rounds/queries.ts'
import { requireRoundPhase } from '#modules/rounds/require-phase.ts'
import { type Round, roundSubject } from '#modules/rounds/round.ts'
import type { ScoreSheet } from '#modules/scoring/sheet.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canComputeResults } from './access.ts'
import { scoreRound } from './score-round.ts'
import { isFrozen } from './states.ts'
import { results, type StoredFigures } from './tables.ts'
import { figuresWithheld, withhold } from './withhold.ts'

const batchSize = 200

export interface ComputeWay {
  /** Called as results are written, with how many of the round's agencies are. */
  readonly onProgress?: (written: number, total: number) => void
}

/**
 * Throws `access.refused`, `round.notFound`, `results.alreadyFrozen`, `round.phaseNotOpen` with the days of
 * confirmation, or `results.noAgencies`.
 */
export async function computeResults(
  context: Context,
  fiscalYear: number,
  way: ComputeWay = {},
): Promise<{ readonly agencies: number }> {
  const role = authorize(context.actor, canComputeResults)
  const round = await lockRound(context.transaction, fiscalYear)
  if (await isFrozen(context.transaction, round)) {
    throw new Problem('conflict', 'results.alreadyFrozen', { year: fiscalYear })
  }
  await requireRoundPhase(context, round, 'confirm')
  const agencies = await replaceResults(context, round, way)
  if (agencies === 0) throw new Problem('conflict', 'results.noAgencies', { year: fiscalYear })
  await recordEvent(context, {
    event: 'results.computed',
    role,
    subject: roundSubject(fiscalYear),
    details: { agencies },
  })
  return { agencies }
}

/** What lists may show; the sheet itself is kept whole. */
function shownFigures(framework: Framework, sheet: ScoreSheet): StoredFigures {
  const shown = withhold(framework, sheet)
  const withheld = figuresWithheld(shown)
  return {
    instruments: shown.sheet.instruments,
    indicators: shown.sheet.indicators,
    ...(withheld.length > 0 && { withheld }),
  }
}

async function replaceResults(
  { transaction, now }: Context,
  round: Round,
  { onProgress }: ComputeWay,
): Promise<number> {
  await transaction.delete(results).where(eq(results.roundId, round.id))
  const { framework } = await getPinnedFramework(transaction, round.frameworkHash)
  const total = await countEnrolled(transaction, round)
  let agencies = 0
  let batch: (typeof results.$inferInsert)[] = []
  const write = async () => {
    if (batch.length === 0) return
    await transaction.insert(results).values(batch)
    agencies += batch.length
    batch = []
    onProgress?.(agencies, total)
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
      figures: shownFigures(framework, sheet),
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
