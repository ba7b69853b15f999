/** Answers as they are kept: many in one row, day after day, and those of a day in an order made by chance. */
import { inRandomOrder } from '#platform/chance.ts'

export interface DatedAnswer {
  /** Such as "2025-06-30". */
  readonly day: string
  /** One respondent's, as `packAnswers` lays them out. */
  readonly packed: string
}

/** What a row of `survey_answers` holds of them. */
export interface MixedAnswers {
  /** Each day once, the first first. */
  readonly days: string[]
  /** How many of the answers are of each. */
  readonly dayCounts: number[]
  /** Laid end to end: those of the first day, then those of the next. */
  readonly answers: string
}

export function mixAnswers(given: readonly DatedAnswer[]): MixedAnswers {
  const byDay = Map.groupBy(given, ({ day }) => day)
  const days = [...byDay.keys()].sort()
  const mixed = days.map((day) => inRandomOrder(byDay.get(day) ?? []))
  return {
    days,
    dayCounts: mixed.map(({ length }) => length),
    answers: mixed.flatMap((own) => own.map(({ packed }) => packed)).join(''),
  }
}

export function splitMixed({ days, dayCounts, answers }: MixedAnswers): DatedAnswer[] {
  const dated = days.flatMap((day, place) => new Array<string>(dayCounts[place] ?? 0).fill(day))
  const width = answers.length / dated.length
  return dated.map((day, place) => ({ day, packed: answers.slice(place * width, (place + 1) * width) }))
}
