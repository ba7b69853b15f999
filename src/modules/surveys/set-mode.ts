/** Decides whether a part is answered by open link or by one-time codes; after the first answer it stays. */

import { eq } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { type Round, roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canManageLinks } from './access.ts'
import { enterSurveying } from './enter-surveying.ts'
import { linkedPart, linkedSurveys, type Mode } from './link.ts'
import { ensurePart } from './parts.ts'
import { surveyParts, surveySubmissions } from './tables.ts'

export interface ModeEntry {
  readonly fiscalYear: number
  readonly agencyCode: string
  readonly part: string
  readonly mode: Mode
}

/**
 * Throws `access.refused`, `round.notFound`, `round.closed`, `round.notEnrolled`, `round.phaseNotOpen`, `survey.partUnknown`,
 * `survey.notByLink`, `survey.partClosed`, or `survey.modeFixed` where somebody has answered already.
 */
export async function setMode(context: Context, entry: ModeEntry): Promise<void> {
  const { transaction } = context
  const { fiscalYear, agencyCode, part, mode } = entry
  const { round, place, role } = await enterSurveying(context, canManageLinks, entry)
  const found = await ensurePart(transaction, round, {
    ...{ roundId: round.id, agencyId: place.agencyId, part, mode },
  })
  await requireLinked(context, round, part)
  if (found.isClosed) throw new Problem('closed', 'survey.partClosed', { closes: '' })
  if (found.mode !== mode) {
    const answered = await transaction.$count(surveySubmissions, eq(surveySubmissions.partId, found.id))
    if (answered > 0) throw new Problem('conflict', 'survey.modeFixed', { agency: agencyCode, part })
    await transaction.update(surveyParts).set({ mode }).where(eq(surveyParts.id, found.id))
  }
  await recordEvent(context, {
    event: 'survey.modeSet',
    role,
    subject: roundSubject(fiscalYear),
    details: { agency: place.code, part, mode },
  })
}

/** Interviews are neither by link nor by code. */
async function requireLinked({ transaction }: Context, round: Round, part: string): Promise<void> {
  const { framework } = await getPinnedFramework(transaction, round.frameworkHash)
  if (linkedSurveys.some((survey) => linkedPart(framework, survey) === part)) return
  throw new Problem('conflict', 'survey.notByLink', { part })
}
