/** The inputs as a sheet keeps them: plain JSON that holds exactly what scoring reads, and nothing else. */
import type { Framework } from '#modules/frameworks/framework.ts'
import type { PartTally } from '#modules/surveys/tally.ts'
import { planOf } from './compile.ts'
import type { PartPlan } from './plan.ts'
import type { ScoringInputs } from './score.ts'
import type { SheetInputs } from './sheet-schema.ts'
import { surveyInUse } from './surveys.ts'

/** Leaves out what the year does not ask for; a column's counts are as many as its options. */
export function readInputs(framework: Framework, inputs: ScoringInputs): SheetInputs {
  const { instruments } = planOf(framework)
  const indicators = instruments.flatMap((instrument) => instrument.indicators.map(({ number }) => number))
  const items = instruments.flatMap((instrument) =>
    instrument.kind === 'disclosure' ? instrument.items.map(({ code }) => code) : [],
  )
  return {
    ...(inputs.tallies && { tallies: readTallies(framework, inputs.tallies) }),
    ...(inputs.items && { items: pick(inputs.items, items) }),
    ...(inputs.indicators && { indicators: pick(inputs.indicators, indicators) }),
    ...(inputs.instruments && { instruments: pick(inputs.instruments, publishedIds(framework)) }),
  }
}

/** The ids under which a year's instrument scores are published: its parts, and instruments of several parts. */
export function publishedIds(framework: Framework): string[] {
  return framework.instruments.flatMap(({ id, parts }) =>
    parts.length === 1 ? parts.map((part) => part.id) : [...parts.map((part) => part.id), id],
  )
}

function readTallies(
  framework: Framework,
  tallies: NonNullable<ScoringInputs['tallies']>,
): NonNullable<SheetInputs['tallies']> {
  const surveys = planOf(framework).instruments.filter((instrument) => instrument.kind === 'survey')
  const parts = surveys.flatMap((survey) => surveyInUse(survey, tallies).parts)
  return Object.fromEntries(
    parts.flatMap((part) => {
      const tally = tallies[part.id]
      return tally ? [[part.id, readTally(part, tally)]] : []
    }),
  )
}

function readTally(part: PartPlan, { respondents, counts }: PartTally) {
  const columns = part.indicators
    .flatMap(({ questions }) => questions)
    .flatMap((question) => [question, ...(question.subQuestions?.columns ?? [])])
  const read = columns.flatMap(({ column, options }) => {
    const own = counts[column]
    return own ? [[column, options.map((_, place) => own[place] ?? 0)] as const] : []
  })
  return { respondents, counts: Object.fromEntries(read) }
}

function pick<T>(from: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = from[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
