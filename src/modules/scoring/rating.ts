/** The rating: the best level whose conditions hold, decided only where the known figures leave no doubt. */
import {
  add,
  compare,
  divide,
  type Exact,
  fraction,
  multiply,
  roundHalfUp,
  subtract,
  zero,
} from '#base/decimal.ts'
import type { LevelPlan } from './plan.ts'
import type { InstrumentOutcome, Term } from './work.ts'

/** Yes, no, or not to be told from what is known. */
export type Answer = 'yes' | 'no' | 'unknown'

/** Two figures rounded to hundredths may stand this far apart from what they were made of. */
const slack = fraction(1, 100)

/** The level's id, or null where an unknown part could decide it. Figures are compared on two decimals. */
export function decideRating(
  levels: readonly LevelPlan[],
  total: Exact,
  instruments: readonly InstrumentOutcome[],
): string | null {
  for (const level of levels) {
    if (!reaches(total, level.totalAtLeast)) continue
    const everyPart = level.everyPartAtLeast
    const answer = everyPart === null ? 'yes' : everyPartReaches(instruments, everyPart)
    if (answer === 'yes') return level.id
    if (answer === 'unknown') return null
  }
  return null
}

export function reaches(value: Exact, threshold: Exact): boolean {
  return compare(roundHalfUp(value, 2), threshold) >= 0
}

/** Whether every part of every instrument reaches the threshold. */
function everyPartReaches(instruments: readonly InstrumentOutcome[], threshold: Exact): Answer {
  const answers = instruments.map((instrument) => partsReach(instrument, threshold))
  if (answers.includes('no')) return 'no'
  return answers.includes('unknown') ? 'unknown' : 'yes'
}

function partsReach({ parts, whole }: InstrumentOutcome, threshold: Exact): Answer {
  let known = zero
  let unknownWeight = zero
  let weights = zero
  for (const { node, weight } of parts) {
    weights = add(weights, weight)
    if (node.value === null) unknownWeight = add(unknownWeight, weight)
    else if (reaches(node.value, threshold)) known = add(known, multiply(node.value, weight))
    else return 'no'
  }
  if (unknownWeight.numerator === 0) return 'yes'
  if (whole === null) return 'unknown'
  const most = subtract(multiply(add(whole, slack), weights), known)
  if (compare(most, multiply(threshold, unknownWeight)) < 0) return 'no'
  const least = subtract(multiply(subtract(whole, slack), weights), known)
  const unknown = parts.filter(({ node }) => node.value === null)
  return unknown.every((part) => surelyReaches(part, { least, unknownWeight, threshold })) ? 'yes' : 'unknown'
}

interface Left {
  /** What the unknown parts give together at the least, as weight × score. */
  readonly least: Exact
  readonly unknownWeight: Exact
  readonly threshold: Exact
}

/** Even if every other unknown part had a hundred, this one would have to reach the threshold. */
function surelyReaches({ weight }: Term, { least, unknownWeight, threshold }: Left): boolean {
  const others = multiply(fraction(100, 1), subtract(unknownWeight, weight))
  return compare(divide(subtract(least, others), weight), threshold) >= 0
}
