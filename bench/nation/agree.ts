/** Holds the measured run against the reference run: the same sums, and question scores that are their means. */
import { hundredths } from '#modules/scoring/rounding.ts'
import type { Score } from '#modules/scoring/score.ts'
import type { PartTally, Tallies } from '#modules/surveys/tally.ts'
import { surveyParts } from './generate.ts'
import type { ReferenceSums } from './reference.ts'

/** What the product made of one agency. */
export interface ScoredAgency {
  readonly agency: string
  readonly tallies: Tallies
  readonly score: Score
}

interface Compared {
  /** The scores of each question's options, in the order of the tally's columns. */
  readonly optionScores: readonly (readonly number[])[]
  readonly tally: PartTally
  readonly score: Score
}

/** `reference` is of this agency alone. Throws at the first figure that differs; answers how many sums were compared. */
export function demandAgreement(
  { agency, tallies, score }: ScoredAgency,
  reference: readonly ReferenceSums[],
  optionScores: readonly (readonly (readonly number[])[])[],
): number {
  demandEqual(Object.keys(tallies).length, reference.length, `${agency} parts`)
  let compared = 0
  for (const expected of reference) {
    const part = surveyParts.findIndex(({ id }) => id === expected.part)
    const tally = tallies[expected.part]
    if (!tally) throw new Error(`${agency} ${expected.part} was not scored`)
    compared += comparePart(expected, { optionScores: optionScores[part] ?? [], tally, score })
  }
  return compared
}

function comparePart(expected: ReferenceSums, { optionScores, tally, score }: Compared): number {
  const where = `${expected.agency} ${expected.part}`
  demandEqual(tally.respondents, expected.respondents, `${where} respondents`)
  const columns = Object.entries(tally.counts)
  demandEqual(columns.length, expected.sums.filter((sum) => sum !== null).length, `${where} questions`)
  for (const [place, [question, counts]] of columns.entries()) {
    const scores = optionScores[place] ?? []
    const sum = counts.reduce((total, count, option) => total + count * (scores[option] ?? 0), 0)
    demandEqual(sum, expected.sums[place], `${where} ${question}`)
    const value = score.nodes.get(`part:${expected.part}/question:${question}`)?.value
    const mean = Math.floor((200 * sum + expected.respondents) / (2 * expected.respondents))
    demandEqual(value && hundredths(value), mean, `${where} ${question} score`)
  }
  return columns.length
}

function demandEqual(own: unknown, expected: unknown, what: string): void {
  if (own !== expected) throw new Error(`${what}: the product has ${own}, the reference ${expected}`)
}
