/** Means of answers against each other: those who came by a link and those interviewed, an agency and its peers. Pure. */

import type { LeafQuestion } from '#modules/frameworks/lookup.ts'
import { en } from '#text/en.ts'
import { th } from '#text/th.ts'
import type { Bar, Signal } from './signal.ts'
import { mean, median, robustDeviation, variance } from './statistics.ts'
import { fewestAnswers, fewestPeers, thresholds } from './thresholds.ts'

/** The mean and spread of a part, over its respondents. */
export interface PartMean {
  readonly part: string
  readonly answers: number
  /** 0 to 100. */
  readonly mean: number
  readonly variance: number
}

/** Each respondent's own mean first, over the questions they were asked. */
export function partMean(
  part: string,
  { columns, rows }: { readonly columns: readonly LeafQuestion[]; readonly rows: readonly string[] },
): PartMean {
  const scores = columns.map(({ optionSet }) => optionSet.options.map(({ score }) => score))
  const own = rows.map((row) =>
    mean(scores.flatMap((options, place) => (row[place] === '-' ? [] : [options[Number(row[place])] ?? 0]))),
  )
  const known = own.filter((value) => !Number.isNaN(value))
  return { part, answers: known.length, mean: mean(known), variance: variance(known) }
}

/** Null where either part has too few answers. */
export function findPublicAgainstSurvey(open: PartMean, interviewed: PartMean): Signal | null {
  if (open.answers < fewestAnswers || interviewed.answers < fewestAnswers) return null
  const { points, errors } = thresholds.publicAgainstSurvey
  const difference = interviewed.mean - open.mean
  const error = Math.sqrt(open.variance / open.answers + interviewed.variance / interviewed.answers)
  const words = { th: th.surveysWork.signals, en: en.surveysWork.signals }
  const isRaised = Math.abs(difference) >= points && Math.abs(difference) >= errors * error
  return {
    ...{ kind: 'publicAgainstSurvey', part: interviewed.part, isRaised },
    ...{ statistic: Math.abs(difference), threshold: points },
    evidence: {
      ...{ public: open.mean, survey: interviewed.mean, error },
      ...{ publicAnswers: open.answers, surveyAnswers: interviewed.answers },
    },
    bars: [
      barOf({ th: words.th.byLink, en: words.en.byLink }, open.mean, false),
      barOf({ th: words.th.interviewed, en: words.en.interviewed }, interviewed.mean, isRaised),
    ],
  }
}

/** `peers`: the means of other agencies of the type with enough answers. Null where they, or the answers, are too few. */
export function findAgainstPeers(own: PartMean, peers: readonly number[]): Signal | null {
  if (own.answers < fewestAnswers || peers.length < fewestPeers) return null
  const { points, deviations } = thresholds.againstPeers
  const usual = median(peers)
  const difference = Math.abs(own.mean - usual)
  const deviation = robustDeviation(peers)
  const isRaised = difference >= points && difference >= deviations * deviation
  const words = { th: th.surveysWork.signals, en: en.surveysWork.signals }
  return {
    ...{ kind: 'againstPeers', part: own.part, isRaised, statistic: difference, threshold: points },
    evidence: { own: own.mean, usual, deviation, answers: own.answers, peers: peers.length },
    bars: [
      barOf({ th: words.th.lowestPeer, en: words.en.lowestPeer }, Math.min(...peers), false),
      barOf({ th: words.th.medianPeer, en: words.en.medianPeer }, usual, false),
      barOf({ th: words.th.highestPeer, en: words.en.highestPeer }, Math.max(...peers), false),
      barOf({ th: words.th.thisAgency, en: words.en.thisAgency }, own.mean, isRaised),
    ],
  }
}

function barOf(label: Bar['label'], value: number, isMarked: boolean): Bar {
  return { label, value, isMarked }
}
