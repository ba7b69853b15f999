/** How many respondents chose the same option throughout, and whether more did than in agencies alike. Pure. */
import type { LeafQuestion } from '#modules/frameworks/lookup.ts'
import { en } from '#text/en.ts'
import { th } from '#text/th.ts'
import { type Bar, type PartAnswers, type Signal, shown } from './signal.ts'
import { median } from './statistics.ts'
import { fewestAnswers, fewestPeers, fewestQuestions, thresholds } from './thresholds.ts'

/** The places of the questions that offer as many options: only among them is an answer in the same place again. */
export function alikeColumns(columns: readonly LeafQuestion[]): readonly number[] {
  const bySet = Map.groupBy(columns.keys(), (place) => columns[place]?.optionSet.options.length)
  return [...bySet.values()].toSorted((a, b) => b.length - a.length)[0] ?? []
}

/** The option of those who chose one throughout; null of all others, and where too few questions were asked. */
export function straightOption(row: string, places: readonly number[]): number | null {
  const asked = places.map((place) => row[place] ?? '-').filter((mark) => mark !== '-')
  const [first] = asked
  if (first === undefined || asked.length < fewestQuestions) return null
  return asked.every((mark) => mark === first) ? Number(first) : null
}

/** Of all answers; 0 where there are none. */
export function straightShare({ columns, rows }: Pick<PartAnswers, 'columns' | 'rows'>): number {
  const places = alikeColumns(columns)
  const straight = rows.filter((row) => straightOption(row, places) !== null)
  return rows.length === 0 ? 0 : straight.length / rows.length
}

/** `peers`: the shares of other agencies of the type. Null for too few answers or questions. */
export function findStraightLining(answers: PartAnswers, peers: readonly number[]): Signal | null {
  const { part, columns, rows } = answers
  const places = alikeColumns(columns)
  if (rows.length < fewestAnswers || places.length < fewestQuestions) return null
  const { share, abovePeers, errors } = thresholds.straightLining
  const statistic = straightShare(answers)
  const usual = peers.length < fewestPeers ? null : median(peers)
  const threshold = Math.max(share, (usual ?? 0) + abovePeers)
  const error = Math.sqrt((statistic * (1 - statistic)) / rows.length)
  const isRaised = statistic >= threshold && statistic - errors * error >= (usual ?? 0)
  return {
    ...{ kind: 'straightLining', part, isRaised, statistic, threshold },
    evidence: { answers: rows.length, peers: peers.length, ...(usual !== null && { usual }) },
    bars: barsOf(answers, places),
  }
}

function barsOf({ columns, rows }: PartAnswers, places: readonly number[]): Bar[] {
  const options = columns[places[0] ?? 0]?.optionSet.options ?? []
  const chosen = rows.map((row) => straightOption(row, places))
  const counts = options.map((_, option) => chosen.filter((one) => one === option).length)
  const most = Math.max(...counts)
  const words = { th: th.surveysWork.signals, en: en.surveysWork.signals }
  return options.map((_, option) => {
    const count = counts[option] ?? 0
    const label = { th: words.th.option(option + 1), en: words.en.option(option + 1) }
    return { label, value: count === 0 ? 0 : shown(count), isMarked: count === most && count > 0 }
  })
}
