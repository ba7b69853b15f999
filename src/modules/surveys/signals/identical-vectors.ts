/** The largest group of answers alike in every question, and how likely such a group is by chance. Pure. */
import type { LeafQuestion } from '#modules/frameworks/lookup.ts'
import { en } from '#text/en.ts'
import { th } from '#text/th.ts'
import { fewestShown } from '../small-groups.ts'
import type { PartAnswers, Signal } from './signal.ts'
import { logChoose, sum } from './statistics.ts'
import { alikeColumns, straightOption } from './straight-lining.ts'
import { fewestAnswers, fewestQuestions, thresholds } from './thresholds.ts'

const barsShown = 5

/**
 * Left out are those who chose one option throughout, whom another signal counts, and those who found everything best,
 * or worst: honest praise is alike everywhere. Respondents have moods: chance is reckoned among those who most often
 * chose the same option, as if each chose every question by itself. Null for too few answers or questions.
 */
export function findIdenticalVectors({ part, columns, rows }: PartAnswers): Signal | null {
  const questions = columns.filter((_, place) => rows.some((row) => row[place] !== '-')).length
  if (rows.length < fewestAnswers || questions < fewestQuestions) return null
  const places = alikeColumns(columns)
  const varied = rows.filter((row) => straightOption(row, places) === null && !isOfOneScore(row, columns))
  const groups = [...Map.groupBy(varied, (row) => row)]
    .map(([vector, members]) => ({ vector, size: members.length }))
    .toSorted((a, b) => b.size - a.size)
  const moods = Map.groupBy(varied, moodOf)
  const judged = groups
    .filter(({ size }) => size >= fewestShown)
    .map((group) => ({
      ...group,
      chance: log10Chance(group, moods.get(moodOf(group.vector)) ?? [], columns),
    }))
  const rarest = judged.toSorted((a, b) => a.chance - b.chance)[0]
  const { log10Chance: threshold } = thresholds.identicalVectors
  const words = { th: th.surveysWork.signals, en: en.surveysWork.signals }
  return {
    ...{ kind: 'identicalVectors', part, threshold, statistic: rarest?.chance ?? 0 },
    isRaised: rarest !== undefined && rarest.chance <= threshold,
    evidence: { answers: rows.length, group: rarest?.size ?? 0, questions },
    bars: judged.slice(0, barsShown).map((group, place) => ({
      label: { th: words.th.group(place + 1), en: words.en.group(place + 1) },
      value: group.size,
      isMarked: group === rarest,
    })),
  }
}

function isOfOneScore(row: string, columns: readonly LeafQuestion[]): boolean {
  const scores = columns.flatMap(({ optionSet }, place) =>
    row[place] === '-' ? [] : [optionSet.options[Number(row[place])]?.score],
  )
  return new Set(scores).size <= 1
}

/** The option chosen most often. */
function moodOf(row: string): string {
  const marks = [...Map.groupBy(row, (mark) => mark)].toSorted(
    ([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1),
  )
  return marks[0]?.[0] ?? '-'
}

/** Of any group so large among `alike`: the ways to pick it, times the chance that all but one follow that one. */
function log10Chance(
  { vector, size }: { readonly vector: string; readonly size: number },
  alike: readonly string[],
  columns: readonly LeafQuestion[],
): number {
  const logs = columns.map(({ optionSet }, place) => {
    const same = alike.filter((row) => row[place] === vector[place]).length
    return Math.log((same + 1) / (alike.length + optionSet.options.length))
  })
  const chance = logChoose(alike.length, size) + (size - 1) * sum(logs)
  return Math.min(0, chance / Math.LN10)
}
