/** What was found of the items that scored 0, and what clarification made of them, as the template sets it. Pure. */
import { dayOf } from '#base/bangkok-day.ts'
import type { ItemOutcome, OutcomeMark } from '#modules/disclosure/assessment/clarification-outcome.ts'
import { writeDay } from '#text/days.ts'
import { inDigits, type Speaker } from './report-words.ts'

/**
 * Null where no item scored 0, nor had before it was explained. Only scores that are confirmed are told of. What people
 * wrote keeps its digits: there may be addresses in it.
 */
export function clarificationContent(
  outcomes: readonly ItemOutcome[],
  speaker: Speaker,
  digits: 'thai' | 'arabic',
) {
  const told = outcomes.filter(({ state, score, assessed }) => {
    return state === 'final' && (assessed?.score ?? score) === 0
  })
  if (told.length === 0) return null
  const { heading, intro } = speaker.text.clarification
  const write = (text: string) => inDigits(text, digits)
  return {
    heading: write(heading),
    intro: write(intro),
    items: told.map((outcome) => itemContent(outcome, speaker, write)),
  }
}

function itemContent(
  outcome: ItemOutcome,
  { text, language, say }: Speaker,
  write: (text: string) => string,
) {
  const { itemCode, title, assessed, explanation, remarked, score } = outcome
  const words = text.clarification
  const on = (day: string) => write(writeDay(day, language))
  const markFact = (label: string, mark: OutcomeMark | null) =>
    mark ? [{ label, date: on(mark.assessedOn), text: mark.remark || words.noRemark }] : []
  return {
    code: write(itemCode),
    title: write(say(title)),
    reason: words.reasons[assessed?.reasonKind ?? 'notDisclosed'],
    facts: [
      ...markFact(words.firstRemark, assessed),
      ...(explanation
        ? [{ label: words.explanation, date: on(dayOf(explanation.at)), text: explanation.text }]
        : []),
      ...markFact(words.secondRemark, remarked),
    ],
    score: write(words.score({ score: score ?? 0 })),
    isRegained: score === 100,
  }
}
