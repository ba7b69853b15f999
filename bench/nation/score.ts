/** The run that is measured: a whole round from its tables to scores, ratings and ranks, by the product's own code. */
import type { Exact } from '#base/decimal.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { type AgencyInputs, scoreAhead } from '#modules/results/score-ahead.ts'
import type { EnrolledAgency } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import { computeScore } from '#modules/scoring/compute.ts'
import { type RankEntry, rankWithTies } from '#modules/scoring/ranks.ts'
import { hundredths } from '#modules/scoring/rounding.ts'
import type { Score } from '#modules/scoring/score.ts'
import type { Queryable } from '#platform/database.ts'

/** Milliseconds; `read` is what reading and counting take besides the time in which scoring goes on. */
export interface Stages {
  readonly read: number
  readonly score: number
  readonly rank: number
}

export interface RankedNation {
  /** Rating ids by agency id. */
  readonly ratings: ReadonlyMap<string, string | null>
  /** Places by agency id, for the nation and for each type, ministry and province. */
  readonly ranks: readonly ReadonlyMap<string, number>[]
  readonly stages: Stages
}

/** Is shown each agency as it is scored. */
export type Observer = (own: AgencyInputs, score: Score) => void

export async function scoreNation(db: Queryable, round: Round, observe?: Observer): Promise<RankedNation> {
  const start = performance.now()
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  let scoring = 0
  const score = (own: AgencyInputs): RatedAgency => {
    const from = performance.now()
    const scored = computeScore(framework, own.inputs)
    scoring += performance.now() - from
    observe?.(own, scored)
    return { agency: own.agency, rating: scored.rating, total: scored.total }
  }
  const rated: RatedAgency[] = []
  for await (const batch of scoreAhead(db, { round, framework, score })) rated.push(...batch)
  const scored = performance.now()
  const ranks = rankAll(rated)
  const end = performance.now()
  const ratings = new Map(rated.map(({ agency, rating }) => [agency.id, rating]))
  return { ratings, ranks, stages: { read: scored - start - scoring, score: scoring, rank: end - scored } }
}

interface RatedAgency {
  readonly agency: EnrolledAgency
  readonly rating: string | null
  readonly total: Exact | null
}

function rankAll(rated: readonly RatedAgency[]): Map<string, number>[] {
  const groups = new Map<string, RankEntry[]>()
  for (const { agency, total } of rated) {
    if (!total) continue
    const entry = { key: agency.id, score: hundredths(total) }
    const { typeCode, ministryCode, provinceCode } = agency
    addTo(groups, 'nation', entry)
    addTo(groups, `type ${typeCode}`, entry)
    if (ministryCode) addTo(groups, `ministry ${ministryCode}`, entry)
    if (provinceCode) addTo(groups, `province ${provinceCode}`, entry)
  }
  return [...groups.values()].map(rankWithTies)
}

function addTo(groups: Map<string, RankEntry[]>, name: string, entry: RankEntry): void {
  const group = groups.get(name)
  if (group) group.push(entry)
  else groups.set(name, [entry])
}
