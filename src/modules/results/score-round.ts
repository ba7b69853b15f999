/** Scores every agency of a round from its answers and items as they are now, one sheet after the other. */

import { mapItemScores } from '#modules/disclosure/queries.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { listEnrolledAgencies } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import { makeSheet, type ScoreSheet } from '#modules/scoring/sheet.ts'
import { countAnswers } from '#modules/surveys/queries.ts'
import type { Queryable } from '#platform/database.ts'

export interface ScoredAgency {
  readonly agencyId: string
  readonly sheet: ScoreSheet
}

/** In order of agency code. Equal answers and items give equal sheets, hash included. */
export async function* scoreRound(db: Queryable, round: Round): AsyncGenerator<ScoredAgency> {
  const loaded = await getPinnedFramework(db, round.frameworkHash)
  const agencies = await listEnrolledAgencies(db, round)
  const tallies = await countAnswers(db, { roundId: round.id, framework: loaded.framework })
  const items = await mapItemScores(db, { roundId: round.id })
  for (const { id, code, nameTh } of agencies) {
    const answered = tallies.get(id)
    const scored = items.get(id)
    const inputs = { ...(answered && { tallies: answered }), ...(scored && { items: scored }) }
    yield { agencyId: id, sheet: makeSheet(loaded, inputs, { code, name: nameTh }) }
  }
}
