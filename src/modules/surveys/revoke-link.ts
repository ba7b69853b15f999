/** Takes a part's link back, and where asked hands out another one in its place. */

import { and, eq, isNull } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import { roundSubject } from '#modules/rounds/round.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canManageLinks } from './access.ts'
import { enterSurveying } from './enter-surveying.ts'
import { newLink } from './open-links.ts'
import { lockPart } from './parts.ts'
import { surveyLinks } from './tables.ts'

export interface RevokeEntry {
  readonly fiscalYear: number
  readonly agencyCode: string
  /** iit, eitPublic or eit. */
  readonly part: string
  /** Whether another link takes its place. */
  readonly isReplaced: boolean
}

/**
 * The code of the new link, where there is one; answers given by the old one stay. Throws `access.refused`,
 * `round.notFound`, `round.closed`, `round.notEnrolled`, `round.phaseNotOpen`, `survey.partClosed`, or `survey.noLink`.
 */
export async function revokeLink(
  context: Context,
  { fiscalYear, agencyCode, part, isReplaced }: RevokeEntry,
): Promise<{ readonly code: string | null }> {
  const { transaction, now } = context
  const { round, place, role } = await enterSurveying(context, canManageLinks, { fiscalYear, agencyCode })
  const found = await lockPart(transaction, { roundId: round.id, agencyId: place.agencyId, part })
  if (found?.isClosed) throw new Problem('closed', 'survey.partClosed', { closes: '' })
  const revoked = found
    ? await transaction
        .update(surveyLinks)
        .set({ revokedAt: now })
        .where(and(eq(surveyLinks.partId, found.id), isNull(surveyLinks.revokedAt)))
        .returning({ id: surveyLinks.id })
    : []
  if (!found || revoked.length === 0) {
    throw new Problem('notFound', 'survey.noLink', { agency: agencyCode, part, year: fiscalYear })
  }
  const link = isReplaced ? newLink(context, found.id) : null
  if (link) await transaction.insert(surveyLinks).values(link)
  await recordEvent(context, {
    event: isReplaced ? 'survey.linkReplaced' : 'survey.linkRevoked',
    role,
    subject: roundSubject(fiscalYear),
    details: { agency: place.code, part },
  })
  return { code: link?.code ?? null }
}
