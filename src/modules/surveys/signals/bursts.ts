/** A day on which far more answered than on the part's other days. Days are all that is kept: no hour, no order. Pure. */
import { dayOf, daysBetween, startOfDay } from '#base/bangkok-day.ts'
import { type Bar, dayLabel, type PartAnswers, type Signal, shown } from './signal.ts'
import { log10PoissonTail } from './statistics.ts'
import { fewestAnswers, thresholds } from './thresholds.ts'

const dayMilliseconds = 24 * 3_600_000

/** Null for too few answers, and where all came on one day: there is then no rate of its own to compare with. */
export function findBursts({ part, rows, days }: PartAnswers): Signal | null {
  const sorted = [...days].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const [first, last] = [sorted[0]?.[0], sorted.at(-1)?.[0]]
  if (rows.length < fewestAnswers || first === undefined || last === undefined || first === last) return null
  const span = daysBetween(first, last) + 1
  const [busiest, most] = sorted.reduce((found, one) => (one[1] > found[1] ? one : found), ['', 0])
  const rate = (rows.length - most) / (span - 1)
  const { timesRate, answers, log10Chance } = thresholds.bursts
  const statistic = most / rate
  return {
    ...{ kind: 'bursts', part, statistic, threshold: timesRate },
    isRaised: statistic >= timesRate && most >= answers && log10PoissonTail(most, rate) <= log10Chance,
    evidence: { answers: rows.length, most, rate, days: span },
    bars: dayBars(days, { first, last, isMarked: (day) => day === busiest }),
  }
}

interface DayBars {
  readonly first: string
  readonly last: string
  readonly isMarked: (day: string) => boolean
}

/** Every day from the first to the last, without those on which nobody answered where they are many. */
export function dayBars(days: ReadonlyMap<string, number>, { first, last, isMarked }: DayBars): Bar[] {
  const span = daysBetween(first, last) + 1
  const start = startOfDay(first).getTime()
  const all = Array.from({ length: span }, (_, place) => dayOf(new Date(start + place * dayMilliseconds)))
  const kept = span > mostDays ? all.filter((day) => days.has(day)) : all
  return kept.map((day) => {
    const count = days.get(day) ?? 0
    return { label: dayLabel(day), value: count === 0 ? 0 : shown(count), isMarked: isMarked(day) }
  })
}

const mostDays = 40
