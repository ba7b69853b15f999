/** What the agency answered to the same item in an earlier year, whatever its code was then. */
import { and, desc, eq, lt } from 'drizzle-orm'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { rounds } from '#modules/rounds/tables.ts'
import type { Queryable } from '#platform/database.ts'
import { findAnswer } from './answers.ts'
import type { GivenAnswer } from './item.ts'
import { disclosureAnswers } from './tables.ts'

export interface EarlierAnswer extends GivenAnswer {
  readonly fiscalYear: number
  /** The item's code in that year. */
  readonly itemCode: string
}

export interface SameItem {
  readonly agencyId: string
  /** Before which year. */
  readonly fiscalYear: number
  /** The item's id over the years, such as `prevention-report`. */
  readonly itemId: string
}

/**
 * From the latest earlier year in which the agency answered it. Of items that were merged the one that kept the id is
 * offered; null where there is none.
 */
export async function findEarlierAnswer(db: Queryable, same: SameItem): Promise<EarlierAnswer | null> {
  for (const round of await listAnsweredRounds(db, same)) {
    const { framework } = await getPinnedFramework(db, round.frameworkHash)
    const item = framework.disclosureItems.find(({ id }) => id === same.itemId)
    const key = { roundId: round.id, agencyId: same.agencyId }
    const answer = item && (await findAnswer(db, { ...key, itemCode: item.code }))
    if (!answer) continue
    const { has, explanation, links, itemCode } = answer
    return {
      ...{ fiscalYear: round.fiscalYear, itemCode, has },
      ...(explanation === '' ? {} : { explanation }),
      links: links.map(({ url, kind, format, place }) => ({
        ...{ url, kind },
        ...(format === null ? {} : { format }),
        ...(place === '' ? {} : { place }),
      })),
    }
  }
  return null
}

async function listAnsweredRounds(db: Queryable, { agencyId, fiscalYear }: SameItem) {
  return db
    .selectDistinct({ id: rounds.id, fiscalYear: rounds.fiscalYear, frameworkHash: rounds.frameworkHash })
    .from(rounds)
    .innerJoin(disclosureAnswers, eq(disclosureAnswers.roundId, rounds.id))
    .where(and(eq(disclosureAnswers.agencyId, agencyId), lt(rounds.fiscalYear, fiscalYear)))
    .orderBy(desc(rounds.fiscalYear))
}
