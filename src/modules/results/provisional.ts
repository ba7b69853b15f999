/** The score of one agency as far as its parts are closed, for those who follow its surveys: nothing is stored. */
import { and, eq } from 'drizzle-orm'
import { mapItemScores } from '#modules/disclosure/queries.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getEnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import type { Round } from '#modules/rounds/round.ts'
import { makeSheet } from '#modules/scoring/sheet.ts'
import { countAnswers } from '#modules/surveys/queries.ts'
import { surveyClosings, surveyParts } from '#modules/surveys/tables.ts'
import type { Tallies } from '#modules/surveys/tally.ts'
import type { Queryable } from '#platform/database.ts'
import { type CollectedPart, type ProvisionalScore, readProvisional } from './provisional-score.ts'
import { isPublished } from './states.ts'

/**
 * What computing would give the agency now: of closed parts, of those put in as a whole, and of the item scores there
 * are. Whoever calls it asks first whether `canSeeProvisional` holds. Throws `round.notEnrolled`.
 */
export async function getProvisionalScore(
  db: Queryable,
  round: Round,
  agencyCode: string,
): Promise<ProvisionalScore> {
  const { agencyId, code } = await getEnrolledPlace(db, round, agencyCode)
  const loaded = await getPinnedFramework(db, round.frameworkHash)
  const { framework } = loaded
  const collected = await listCollected(db, { roundId: round.id, agencyId })
  const own = { roundId: round.id, framework, agencyIds: [agencyId] }
  const tallies = withoutOpen((await countAnswers(db, own)).get(agencyId) ?? {}, collected)
  const items = (await mapItemScores(db, own)).get(agencyId)
  const sheet = makeSheet(loaded, { tallies, ...(items && { items }) })
  return {
    ...{ agency: code, fiscalYear: round.fiscalYear, isProvisional: !(await isPublished(db, round)) },
    ...readProvisional({ framework, sheet, collected }),
  }
}

/** A part that was closed while this was read is open to it still: both reads must agree. */
function withoutOpen(tallies: Tallies, collected: readonly CollectedPart[]): Tallies {
  const isOpen = (id: string) => collected.some(({ part, isClosed }) => part === id && !isClosed)
  return Object.fromEntries(Object.entries(tallies).filter(([part]) => !isOpen(part)))
}

async function listCollected(
  db: Queryable,
  { roundId, agencyId }: { readonly roundId: string; readonly agencyId: string },
): Promise<CollectedPart[]> {
  const { part, isClosed } = surveyParts
  const { answers, minimum } = surveyClosings
  const rows = await db
    .select({ part, isClosed, answers, minimum })
    .from(surveyParts)
    .leftJoin(surveyClosings, eq(surveyClosings.partId, surveyParts.id))
    .where(and(eq(surveyParts.roundId, roundId), eq(surveyParts.agencyId, agencyId)))
  return rows.map(({ answers, minimum, ...part }) => ({
    ...part,
    isUnderMinimum: answers !== null && minimum !== null && answers < minimum,
  }))
}
