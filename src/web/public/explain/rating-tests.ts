/** How a result stands against every rating level of its year. */
import { compare, decimal } from '#base/decimal.ts'
import type { Words } from '#base/words.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { partsOf } from '#modules/frameworks/lookup.ts'
import type { AgencyResult, Rating } from '#modules/results/result.ts'

export interface RatingTest {
  readonly level: Rating
  readonly totalAtLeast: string
  readonly everyPartAtLeast: string | null
  readonly total: string | null
  readonly isTotalReached: boolean | null
  /** The parts below the line; null where a part is not known. */
  readonly below: readonly PartBelow[] | null
  readonly isAwarded: boolean
}

export interface PartBelow {
  readonly name: Words
  readonly score: string
}

/** Best level first. */
export function ratingTests(
  framework: Framework,
  { total, rating, instruments }: Pick<AgencyResult, 'total' | 'rating' | 'instruments'>,
): RatingTest[] {
  const parts = partsOf(framework).map(({ part }) => ({
    name: part.name,
    score: instruments.find(({ id }) => id === part.id)?.score ?? null,
  }))
  return framework.rating.levels
    .map((level) => ({
      level: { id: level.id, name: level.name, step: level.step },
      totalAtLeast: level.totalAtLeast,
      everyPartAtLeast: level.everyPartAtLeast ?? null,
      total,
      isTotalReached: total === null ? null : reaches(total, level.totalAtLeast),
      below: level.everyPartAtLeast === undefined ? [] : partsBelow(parts, level.everyPartAtLeast),
      isAwarded: level.id === rating?.id,
    }))
    .toSorted(
      (a, b) => compare(decimal(b.totalAtLeast), decimal(a.totalAtLeast)) || a.level.step - b.level.step,
    )
}

interface PartScore {
  readonly name: Words
  readonly score: string | null
}

function partsBelow(parts: readonly PartScore[], line: string): PartBelow[] | null {
  const below = parts.flatMap(({ name, score }) =>
    score !== null && !reaches(score, line) ? [{ name, score }] : [],
  )
  const isCertain = below.length > 0 || parts.every(({ score }) => score !== null)
  return isCertain ? below : null
}

function reaches(score: string, line: string): boolean {
  return compare(decimal(score), decimal(line)) >= 0
}
