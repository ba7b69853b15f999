/** Takes a finding out of use: whoever added it, or those who lead. Remarks that used it keep their words. */
import { and, eq, isNull } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import { traceOf } from '#base/actor.ts'
import { authorizeSomewhere, isAllowedSomewhere } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canAssessItems, canLeadAssessment } from '../access.ts'
import { disclosureFindings } from '../tables.ts'
import { findingSubject } from './add-finding.ts'

/** Throws `access.refused` or `finding.unknown`. */
export async function retireFinding(context: Context, { id }: { readonly id: string }): Promise<void> {
  const { actor, transaction, now } = context
  const leads = isAllowedSomewhere(actor, canLeadAssessment)
  if (!leads) authorizeSomewhere(actor, canAssessItems)
  const inUse = and(eq(disclosureFindings.id, id), isNull(disclosureFindings.retiredAt))
  const [finding] = isUuid(id)
    ? await transaction.select().from(disclosureFindings).where(inUse).for('update')
    : []
  if (!finding) throw new Problem('notFound', 'finding.unknown')
  const isOwn = !leads && finding.actorName === traceOf(actor)
  const role = authorizeSomewhere(actor, isOwn ? canAssessItems : canLeadAssessment)
  await transaction.update(disclosureFindings).set({ retiredAt: now }).where(eq(disclosureFindings.id, id))
  await recordEvent(context, {
    ...{ event: 'finding.retired', role, subject: findingSubject(id) },
    details: { item: finding.itemId },
  })
}
