/** Scores a round some agencies at a time, while PostgreSQL already counts the answers of the next. */
import { setImmediate as untilSent } from 'node:timers/promises'
import { inBatches } from '#base/batches.ts'
import { mapItemScores } from '#modules/disclosure/queries.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { type EnrolledAgency, listEnrolledAgencies } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import type { ScoringInputs } from '#modules/scoring/score.ts'
import { countAnswers } from '#modules/surveys/queries.ts'
import type { Queryable } from '#platform/database.ts'

export interface AgencyInputs {
  readonly agency: EnrolledAgency
  readonly inputs: ScoringInputs
}

export interface ToScore<T> {
  readonly round: Round
  readonly framework: Framework
  readonly score: (agency: AgencyInputs) => T
}

/** Large enough to keep both sides busy, small enough that nothing else waits long for its turn. */
const batchSize = 400

/** What `score` gives, in order of agency code. Nothing is being read when a batch is handed out. */
export async function* scoreAhead<T>(
  db: Queryable,
  { round, framework, score }: ToScore<T>,
): AsyncGenerator<readonly T[]> {
  const agencies = await listEnrolledAgencies(db, round)
  const [first = [], ...others] = inBatches(agencies, batchSize)
  let ready = await readBatch(db, first, { round, framework, meanwhile: () => undefined })
  for (const batch of [...others, []]) {
    const waiting = [...ready]
    const scored: T[] = []
    const scoreSome = (count: number) => {
      for (const own of waiting.splice(0, count)) scored.push(score(own))
    }
    const share = Math.ceil(waiting.length / 2)
    ready = await readBatch(db, batch, { round, framework, meanwhile: () => scoreSome(share) })
    scoreSome(waiting.length)
    yield scored
  }
}

interface Reading {
  readonly round: Round
  readonly framework: Framework
  /** Called once for each query, while PostgreSQL works on it. */
  readonly meanwhile: () => void
}

async function readBatch(
  db: Queryable,
  agencies: readonly EnrolledAgency[],
  { round, framework, meanwhile }: Reading,
): Promise<AgencyInputs[]> {
  if (agencies.length === 0) return []
  const agencyIds = agencies.map(({ id }) => id)
  const tallies = await during(countAnswers(db, { roundId: round.id, framework, agencyIds }), meanwhile)
  const items = await during(mapItemScores(db, { roundId: round.id, agencyIds }), meanwhile)
  return agencies.map((agency) => {
    const answered = tallies.get(agency.id)
    const scored = items.get(agency.id)
    return { agency, inputs: { ...(answered && { tallies: answered }), ...(scored && { items: scored }) } }
  })
}

/** Lets the query go out, works while it is on its way, and waits for its answer. */
async function during<T>(query: Promise<T>, work: () => void): Promise<T> {
  query.catch(() => undefined)
  await untilSent()
  work()
  return query
}
