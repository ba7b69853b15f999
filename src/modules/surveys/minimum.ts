/** How many must answer a part at the least, by the year's rule. Pure. */
import type { Framework } from '#modules/frameworks/framework.ts'

export type SamplingRule = Framework['sampling'][number]['rule']

/** Why there is no minimum: the year's rule is not known, or what it goes by is not known of the agency. */
export type NoMinimum = 'ruleUnknown' | 'headcountUnknown' | 'groupUnknown' | 'missionUnknown'

export interface Population {
  readonly agencyType: string
  readonly size: string | null
  /** People there are to ask: staff for IIT, those served for EIT. */
  readonly headcount: number | null
}

export type Minimum =
  | { readonly minimum: number; readonly reason: null }
  | { readonly minimum: null; readonly reason: NoMinimum }

const none = (reason: NoMinimum): Minimum => ({ minimum: null, reason })
const atLeast = (minimum: number): Minimum => ({ minimum, reason: null })

/**
 * A share is rounded up to whole people; where there are fewer than the least number, all of them are asked; above
 * the cap a fixed number is enough.
 */
export function minimumOf(rule: SamplingRule | undefined, population: Population): Minimum {
  if (!rule || rule.kind === 'unknown') return none('ruleUnknown')
  if (rule.kind === 'byGroup') {
    const group = groupOf(rule, population)
    return typeof group === 'string' ? none(group) : atLeast(group.minimum)
  }
  const { headcount } = population
  if (headcount === null) return none('headcountUnknown')
  if (rule.capAbove !== undefined && rule.capMinimum !== undefined && headcount > rule.capAbove) {
    return atLeast(rule.capMinimum)
  }
  return atLeast(Math.min(headcount, Math.max(rule.atLeast, shareOf(headcount, rule.percent))))
}

type GroupRule = Extract<SamplingRule, { readonly kind: 'byGroup' }>

/**
 * The group of an agency. Where the rule goes by what an agency mainly does too, it is not guessed: nobody has said
 * what that is.
 */
export function groupOf(
  { groups }: GroupRule,
  { agencyType, size }: Pick<Population, 'agencyType' | 'size'>,
): GroupRule['groups'][number] | Extract<NoMinimum, 'groupUnknown' | 'missionUnknown'> {
  const group = groups.find(
    (one) => one.agencyType === agencyType && (one.size === undefined || one.size === size),
  )
  if (!group) return 'groupUnknown'
  return group.mission === undefined ? group : 'missionUnknown'
}

/** Rounded up, in whole numbers throughout: 10 % of 301 is 31. */
function shareOf(headcount: number, percent: string): number {
  const [whole = '0', part = ''] = percent.split('.')
  const divisor = 100n * 10n ** BigInt(part.length)
  return Number((BigInt(headcount) * BigInt(whole + part) + divisor - 1n) / divisor)
}
