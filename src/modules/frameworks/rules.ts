/** The rules that go beyond form: what must add up, agree, exist or follow. Pure. */
import type { Draft } from './draft.ts'
import type { Fault } from './fault.ts'
import type { Rule } from './rule.ts'
import { indicatorRules } from './rules-indicators.ts'
import { itemRules } from './rules-items.ts'
import { questionRules } from './rules-questions.ts'
import { ratingRules } from './rules-rating.ts'
import { referenceRules } from './rules-references.ts'
import { scheduleRules } from './rules-schedule.ts'

const rules: readonly Rule[] = [
  ...indicatorRules,
  ...questionRules,
  ...itemRules,
  ...referenceRules,
  ...ratingRules,
  ...scheduleRules,
]

/**
 * Every breach of a rule. A rule is left out while a section it needs whole still has faults of form,
 * so that one slip is told once and not through all its consequences.
 */
export function ruleFaults(draft: Draft): Fault[] {
  return rules
    .filter((rule) => rule.needs.every((section) => draft.complete.has(section)))
    .flatMap((rule) => rule.faults(draft))
}
