/** Makes the links of enrolled agencies that have none yet: one for IIT, one for the EIT part people answer themselves. */

import { eq, sql } from 'drizzle-orm'
import { traceOf } from '#base/actor.ts'
import { inBatches } from '#base/batches.ts'
import { newId } from '#base/id.ts'
import { authorize } from '#base/permission.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getOpenRound, listEnrolledAgencies } from '#modules/rounds/queries.ts'
import { requireSurveyingNow } from '#modules/rounds/require-phase.ts'
import { roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import { randomText } from '#platform/chance.ts'
import type { Context } from '#platform/context.ts'
import { canManageLinks } from './access.ts'
import { enterSurveying } from './enter-surveying.ts'
import { codeAlphabet, linkCodeLength, linkedPart, linkedSurveys, type Mode } from './link.ts'
import { surveyLinks, surveyParts } from './tables.ts'

export interface LinksEntry {
  readonly fiscalYear: number
  /** One agency; all of the round without it. */
  readonly agencyCode?: string | undefined
  /** Of parts that are made with their links; those there already keep theirs. `open` where left out. */
  readonly mode?: Mode | undefined
}

/**
 * What is there already stays as it is. Throws `access.refused`, `round.notFound`, `round.closed`, `round.notEnrolled`,
 * or `round.phaseNotOpen`.
 */
export async function openLinks(context: Context, entry: LinksEntry): Promise<{ readonly made: number }> {
  const { transaction } = context
  const { fiscalYear, agencyCode, mode = 'open' } = entry
  const { round, place, role } =
    agencyCode === undefined
      ? await enterRound(context, fiscalYear)
      : await enterSurveying(context, canManageLinks, { fiscalYear, agencyCode })
  const { framework } = await getPinnedFramework(transaction, round.frameworkHash)
  const agencyIds = place
    ? [place.agencyId]
    : (await listEnrolledAgencies(transaction, round)).map(({ id }) => id)
  const parts = linkedSurveys.flatMap((survey) => linkedPart(framework, survey) ?? [])
  const wanted = agencyIds.flatMap((agencyId) =>
    parts.map((part) => ({ id: newId(), roundId: round.id, agencyId, part, mode })),
  )
  for (const batch of inBatches(wanted, 1000)) {
    await transaction
      .insert(surveyParts)
      .values([...batch])
      .onConflictDoNothing()
  }
  const made = await addLinks(context, { roundId: round.id, agencyIds, parts })
  await recordEvent(context, {
    event: 'survey.linksOpened',
    role,
    subject: roundSubject(fiscalYear),
    details: { made, ...(place && { agency: place.code }) },
  })
  return { made }
}

async function enterRound(context: Context, fiscalYear: number) {
  const role = authorize(context.actor, canManageLinks)
  const round = await getOpenRound(context.transaction, fiscalYear)
  await requireSurveyingNow(context, { round })
  return { round, place: undefined, role }
}

interface Wanted {
  readonly roundId: string
  readonly agencyIds: readonly string[]
  readonly parts: readonly string[]
}

async function addLinks(context: Context, { roundId, agencyIds, parts }: Wanted): Promise<number> {
  const { transaction } = context
  const without = await transaction
    .select({ id: surveyParts.id })
    .from(surveyParts)
    .where(
      sql`${eq(surveyParts.roundId, roundId)} and not ${surveyParts.isClosed}
        and ${surveyParts.agencyId} = any(${sql.param([...agencyIds])}::uuid[])
        and ${surveyParts.part} = any(${sql.param([...parts])}::text[])
        and not exists (select from survey_links link where link.part_id = ${surveyParts.id} and link.revoked_at is null)`,
    )
  for (const batch of inBatches(without, 1000)) {
    await transaction.insert(surveyLinks).values(batch.map(({ id }) => newLink(context, id)))
  }
  return without.length
}

/** Two alike among 280,000 million codes would fail the insert; the act is then done again. */
export function newLink({ actor, now }: Context, partId: string): typeof surveyLinks.$inferInsert {
  return {
    ...{ id: newId(), partId, code: randomText(codeAlphabet, linkCodeLength), at: now },
    actorKind: actor.kind,
    actorName: traceOf(actor),
  }
}
