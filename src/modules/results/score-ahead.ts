/** Scores a round some agencies at a time, while PostgreSQL already counts the answers of the next. */
import { setImmediate as untilSent } from 'node:timers/promises'
import { inBatches } from '#base/batches.ts'
import { listItems, scoreItems } from '#modules/disclosure/queries.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { type EnrolledAgency, listEnrolledAgencies } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import type { ScoringInputs } from '#modules/scoring/score.ts'
import { countParts, listPackedParts } from '#modules/surveys/queries.ts'
import type { Tallies } from '#modules/surveys/tally.ts'
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
const largestBatch = 800
/** One side works on a batch while the other has the next: of a small round there must be several too. */
const fewestBatches = 5

/**
 * What `score` gives, in order of agency code. PostgreSQL always has the next query in hand while what it gave last
 * is worked on here; only when a batch is handed out is nothing being read.
 */
export async function* scoreAhead<T>(
  db: Queryable,
  { round, framework, score }: ToScore<T>,
): AsyncGenerator<readonly T[]> {
  let scored: T[] = []
  let scoreLast = () => {}
  const agencies = await listEnrolledAgencies(db, round)
  const batchSize = Math.min(largestBatch, Math.ceil(agencies.length / fewestBatches))
  for (const batch of inBatches(agencies, batchSize)) {
    const own = { roundId: round.id, agencyIds: batch.map(({ id }) => id) }
    const { given: parts } = await during(listPackedParts(db, own), () => scoreLast())
    if (scored.length > 0) yield scored
    const { given: lists, made: tallies } = await during(listItems(db, own), () =>
      countParts(framework, parts),
    )
    scoreLast = () => {
      scored = inputsOf(batch, tallies, scoreItems(lists)).map(score)
    }
  }
  scoreLast()
  if (scored.length > 0) yield scored
}

/** Lets the query go out, works while it is on its way, and waits for its answer. */
async function during<G, M>(query: Promise<G>, work: () => M): Promise<{ given: G; made: M }> {
  query.catch(() => undefined)
  await untilSent()
  const made = work()
  return { given: await query, made }
}

function inputsOf(
  agencies: readonly EnrolledAgency[],
  tallies: ReadonlyMap<string, Tallies>,
  items: ReadonlyMap<string, Record<string, number>>,
): AgencyInputs[] {
  return agencies.map((agency) => {
    const answered = tallies.get(agency.id)
    const scored = items.get(agency.id)
    return { agency, inputs: { ...(answered && { tallies: answered }), ...(scored && { items: scored }) } }
  })
}
