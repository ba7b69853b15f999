/** Gives the demo's enumerator interviews to make in the round that is open, with invented people to call. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Actor } from '#base/actor.ts'
import { findPersonId } from '#modules/accounts/queries.ts'
import { findRound } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import { assignInterviews } from '#modules/surveys/assign-interviews.ts'
import { makeInterviewDesk } from '#modules/surveys/interview-desk.ts'
import { listAssignments } from '#modules/surveys/interview-progress.ts'
import { act, type Doorway } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import type { Secret } from '#platform/secret.ts'
import { demoFile } from './cast.ts'

const loader: Actor = { kind: 'system', name: 'demo' }

const interviewsSchema = z.strictObject({
  fiscalYear: z.int(),
  assignments: z.array(
    z.strictObject({
      agency: z.string(),
      enumerator: z.email(),
      quota: z.int(),
      contacts: z.array(z.strictObject({ name: z.string(), phone: z.string() })),
    }),
  ),
})

/** Once: not where there have been assignments, nor where the demo's people or its round are not. */
export async function playInterviews(doorway: Doorway, secret: Secret): Promise<void> {
  const played = interviewsSchema.parse(parse(await readFile(demoFile('interviews.yaml'), 'utf8')))
  const { query: db } = doorway.database
  const { fiscalYear } = played
  const round = await findRound(db, fiscalYear)
  if (!round || round.isClosed || (await hasAssignments(db, round))) return
  const desk = makeInterviewDesk(secret)
  await act(doorway, loader, async (context) => {
    for (const { agency: agencyCode, ...assignment } of played.assignments) {
      if (!(await findPersonId(db, assignment.enumerator))) continue
      await assignInterviews(context, { ...assignment, fiscalYear, agencyCode, desk })
    }
  })
}

/** The ended ones too, and those of parts that are closed. */
async function hasAssignments(db: Queryable, round: Round): Promise<boolean> {
  const { totals } = await listAssignments(db, round, { actor: loader, page: { number: 1, size: 1 } })
  return totals.assignments > 0
}
