/** Parts that are collected here: found by place, made when first needed. */
import { and, eq } from 'drizzle-orm'
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { phaseState } from '#modules/rounds/phase.ts'
import type { Round } from '#modules/rounds/round.ts'
import type { Queryable } from '#platform/database.ts'
import type { Collecting } from './collecting.ts'
import type { Mode } from './link.ts'
import { answerColumns } from './packed-answers.ts'
import { surveyParts } from './tables.ts'

export type SurveyPart = typeof surveyParts.$inferSelect

export interface PartPlace {
  readonly roundId: string
  readonly agencyId: string
  /** iit, eitPublic, eitSurvey or eit. */
  readonly part: string
}

const isAt = ({ roundId, agencyId, part }: PartPlace) =>
  and(eq(surveyParts.roundId, roundId), eq(surveyParts.agencyId, agencyId), eq(surveyParts.part, part))

export async function findPart(db: Queryable, place: PartPlace): Promise<SurveyPart | undefined> {
  const [row] = await db.select().from(surveyParts).where(isAt(place))
  return row
}

/** The part, locked until the transaction ends: intake waits, and a close by somebody else is seen. */
export async function lockPart(db: Queryable, place: PartPlace): Promise<SurveyPart | undefined> {
  const [row] = await db.select().from(surveyParts).where(isAt(place)).for('update')
  return row
}

/** The part at the place, made in `mode` where there is none, and locked. Throws `survey.partUnknown`. */
export async function ensurePart(
  db: Queryable,
  round: Round,
  { mode, ...place }: PartPlace & { readonly mode: Mode },
): Promise<SurveyPart> {
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  if (!answerColumns(framework, place.part)) {
    throw new Problem('invalid', 'survey.partUnknown', { part: place.part, year: round.fiscalYear })
  }
  await db
    .insert(surveyParts)
    .values({ id: newId(), ...place, mode })
    .onConflictDoNothing()
  const part = await lockPart(db, place)
  if (!part) throw new Problem('unavailable', 'service.unavailable')
  return part
}

/** All that intake must know of a part, as it stands now; for a program that has no link, such as an interviewer's. */
export async function findCollecting(
  db: Queryable,
  round: Round,
  place: Omit<PartPlace, 'roundId'>,
): Promise<Collecting | undefined> {
  const part = await findPart(db, { ...place, roundId: round.id })
  return part && describeCollecting(db, round, part)
}

export async function describeCollecting(
  db: Queryable,
  round: Round,
  { id, part, mode, agencyId, isClosed }: SurveyPart,
): Promise<Collecting> {
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const calendar = await getCalendar(db, round, [agencyId])
  const { opensAt, closesAt } = phaseState(calendar, { phase: 'collect', agencyId, now: new Date(0) })
  return {
    ...{ partId: id, part, mode, framework, frameworkHash: round.frameworkHash, opensAt, closesAt },
    columns: answerColumns(framework, part) ?? [],
    isClosed: isClosed || round.isClosed,
  }
}
