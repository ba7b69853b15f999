/** Scores every agency of a round from its answers and items as they are now, one sheet after the other. */
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import { makeSheet, type ScoreSheet } from '#modules/scoring/sheet.ts'
import type { Queryable } from '#platform/database.ts'
import { type AgencyInputs, scoreAhead } from './score-ahead.ts'

export interface ScoredAgency {
  readonly agencyId: string
  readonly sheet: ScoreSheet
}

/** In order of agency code. Equal answers and items give equal sheets, hash included. */
export async function* scoreRound(db: Queryable, round: Round): AsyncGenerator<ScoredAgency> {
  const loaded = await getPinnedFramework(db, round.frameworkHash)
  const score = ({ agency: { id, code, nameTh }, inputs }: AgencyInputs): ScoredAgency => ({
    agencyId: id,
    sheet: makeSheet(loaded, inputs, { code, name: nameTh }),
  })
  for await (const batch of scoreAhead(db, { round, framework: loaded.framework, score })) yield* batch
}
