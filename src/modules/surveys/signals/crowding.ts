/** Pace: nearly all answers of a part within very few of the days it was open. Pure. */
import { daysBetween } from '#base/bangkok-day.ts'
import type { CollectDays } from '../pace.ts'
import { dayBars } from './bursts.ts'
import type { PartAnswers, Signal } from './signal.ts'
import { fewestAnswers, thresholds } from './thresholds.ts'

/** Null for too few answers, and where the days of the part are not set or few. */
export function findCrowding(
  { part, rows, days }: PartAnswers,
  { opensOn, closesOn }: CollectDays,
): Signal | null {
  if (rows.length < fewestAnswers || opensOn === null || closesOn === null) return null
  const open = daysBetween(opensOn, closesOn) + 1
  const { ofAnswers, shareOfDays, answers, days: fewestDays } = thresholds.crowding
  if (open < fewestDays) return null
  const fullest = [...days].toSorted(([, a], [, b]) => b - a)
  const crowded: string[] = []
  let held = 0
  for (const [day, count] of fullest) {
    if (held >= rows.length * ofAnswers) break
    crowded.push(day)
    held += count
  }
  const statistic = crowded.length / open
  const sorted = [...days.keys()].toSorted()
  return {
    ...{ kind: 'crowding', part, statistic, threshold: shareOfDays },
    isRaised: statistic <= shareOfDays && rows.length >= answers,
    evidence: { answers: rows.length, held, crowded: crowded.length, open },
    bars: dayBars(days, {
      ...{ first: sorted[0] ?? opensOn, last: sorted.at(-1) ?? closesOn },
      isMarked: (day) => crowded.includes(day),
    }),
  }
}
