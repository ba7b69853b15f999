/** The run that is measured: a whole round from its tables to scores, ratings and ranks, by the product's own code. */
import { mapItemScores } from '#modules/disclosure/queries.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { listAgencies } from '#modules/registry/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import { computeScore } from '#modules/scoring/compute.ts'
import { type RankEntry, rankWithTies } from '#modules/scoring/ranks.ts'
import { hundredths } from '#modules/scoring/rounding.ts'
import type { Score } from '#modules/scoring/score.ts'
import { countAnswers } from '#modules/surveys/queries.ts'
import type { Tallies } from '#modules/surveys/tally.ts'
import type { Queryable } from '#platform/database.ts'

export interface ScoredNation {
  readonly tallies: ReadonlyMap<string, Tallies>
  readonly scores: ReadonlyMap<string, Score>
  /** Places by agency id, for the nation and for each type, ministry and province. */
  readonly ranks: readonly ReadonlyMap<string, number>[]
}

export const stages = ['answers', 'items', 'scores', 'ranks'] as const
export type Stage = (typeof stages)[number]

/** Milliseconds. */
export type StageTimes = Record<Stage, number>

/** The times of the stages are put into `times`. */
export async function scoreNation(db: Queryable, round: Round, times: StageTimes): Promise<ScoredNation> {
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const lap = startLaps(times)
  const tallies = await countAnswers(db, { roundId: round.id, framework })
  lap('answers')
  const items = await mapItemScores(db, { roundId: round.id })
  lap('items')
  const scores = new Map<string, Score>()
  for (const [id, own] of tallies) {
    const scored = items.get(id)
    scores.set(id, computeScore(framework, { tallies: own, ...(scored && { items: scored }) }))
  }
  lap('scores')
  const ranks = await rankNation(db, scores)
  lap('ranks')
  return { tallies, scores, ranks }
}

function startLaps(times: StageTimes): (stage: Stage) => void {
  let from = performance.now()
  return (stage) => {
    const now = performance.now()
    times[stage] = now - from
    from = now
  }
}

async function rankNation(db: Queryable, scores: ReadonlyMap<string, Score>): Promise<Map<string, number>[]> {
  const groups = new Map<string, RankEntry[]>()
  for (const { id, type, ministry, province } of await listAgencies(db)) {
    const total = scores.get(id)?.nodes.get('total')?.value
    if (!total) continue
    const entry = { key: id, score: hundredths(total) }
    const own = ['nation', `type ${type.code}`, ministry && `ministry ${ministry.code}`]
    for (const group of [...own, province && `province ${province.code}`]) {
      if (!group) continue
      const entries = groups.get(group)
      if (entries) entries.push(entry)
      else groups.set(group, [entry])
    }
  }
  return [...groups.values()].map(rankWithTies)
}
