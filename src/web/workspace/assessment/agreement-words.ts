/** Figures of agreement as they are told in plain words. Pure. Source of the bands: J. R. Landis, G. G. Koch, 1977. */
import { compare, decimal, type Exact, format, fraction, multiply, zero } from '#base/decimal.ts'
import type { AssessorDrift, PairAgreement } from '#modules/disclosure/assessment/agreement-queries.ts'
import type { assessmentWork } from '#text/th/assessment-work.ts'

export type Band = keyof typeof assessmentWork.agreement.bands

const bands: readonly (readonly [Band, string])[] = [
  ['almostPerfect', '0.8'],
  ['substantial', '0.6'],
  ['moderate', '0.4'],
  ['fair', '0.2'],
  ['slight', '0'],
]

/** A band begins above its bound. */
export function bandOf(kappa: Exact): Band {
  return bands.find(([, above]) => compare(kappa, decimal(above)) > 0)?.[0] ?? 'none'
}

/** Why there is no figure: nothing to compare, or nothing that differs. */
export function whyUndefined({ pairs }: Pick<PairAgreement, 'pairs'>) {
  return pairs === 0 ? 'undefinedNoPairs' : 'undefinedNoVariation'
}

export function agreedOf({ bothFull, bothNone }: Pick<PairAgreement, 'bothFull' | 'bothNone'>): number {
  return bothFull + bothNone
}

/** Such as "0.58"; a minus stands before what is below zero. */
export function writeKappa(kappa: Exact): string {
  return format(kappa, 2).replace('-', '−')
}

const hundred = fraction(100, 1)

/** A share from 0 to 1 in percent, such as "12.5". */
export function writePercent(share: Exact): string {
  return format(multiply(share, hundred), 1).replace('-', '−')
}

/** With its sign. */
export function writeDifference(difference: Exact): string {
  const written = writePercent(difference)
  return compare(difference, zero) > 0 ? `+${written}` : written
}

const fewMarks = 20
const close = decimal('0.05')
const closeBelow = decimal('-0.05')

/** Which words fit an assessor's difference from all. */
export function driftWord({ marks, difference }: Pick<AssessorDrift, 'marks' | 'difference'>) {
  if (difference === null || marks < fewMarks) return 'tooFew'
  if (compare(difference, close) > 0) return 'stricter'
  return compare(difference, closeBelow) < 0 ? 'looser' : 'alike'
}
