/** Reads how the same item scored the year before, by its id over the years. */
import { and, eq } from 'drizzle-orm'
import type { DisclosureItem } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { findRound } from '#modules/rounds/queries.ts'
import type { Queryable } from '#platform/database.ts'
import { disclosureScores } from '../tables.ts'

export interface PreviousScore {
  readonly fiscalYear: number
  /** The code it had then. */
  readonly itemCode: string
  readonly score: number
  readonly remark: string | null
  readonly assessedOn: string | null
}

export interface PreviousOf {
  readonly item: Pick<DisclosureItem, 'id'>
  readonly agencyId: string
  /** The year that is looked at now. */
  readonly fiscalYear: number
}

/** Undefined where the year before has no round, no such item, or no score of the agency. */
export async function findPreviousScore(
  db: Queryable,
  { item, agencyId, fiscalYear }: PreviousOf,
): Promise<PreviousScore | undefined> {
  const round = await findRound(db, fiscalYear - 1)
  if (!round) return undefined
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const before = framework.disclosureItems.find(({ id }) => id === item.id)
  if (!before) return undefined
  const { itemCode, score, remark, assessedOn, roundId, agencyId: ofAgency } = disclosureScores
  const [found] = await db
    .select({ itemCode, score, remark, assessedOn })
    .from(disclosureScores)
    .where(and(eq(roundId, round.id), eq(ofAgency, agencyId), eq(itemCode, before.code)))
  return found && { fiscalYear: round.fiscalYear, ...found }
}
