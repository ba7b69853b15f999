/** Ends an agency on its last day, or takes the end back. */
import { eq } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { parseDay } from '#base/thai-date.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canCloseAgency } from './access.ts'
import { agencySubject } from './agency.ts'
import { holdAgency } from './agency-act.ts'
import { getAgencyRecord } from './agency-list.ts'
import { getPlacedAgency } from './find-place.ts'
import { refuseField } from './read-form.ts'
import { agencies } from './tables.ts'

export interface AgencyEnd {
  readonly code: string
  /** The last day it exists, as Thai offices write days; null takes an end back. */
  readonly activeTo: string | null
}

/**
 * Throws `access.refused`, `registry.agencyNotFound`, `registry.formInvalid` for the day, or `registry.endUnchanged`.
 */
export async function closeAgency(context: Context, { code, activeTo }: AgencyEnd): Promise<void> {
  const { actor, transaction } = context
  const { place } = await getPlacedAgency(transaction, code)
  const role = authorize(actor, canCloseAgency, place)
  await holdAgency(transaction, place.agencyId)
  const record = await getAgencyRecord(transaction, code)
  const day = activeTo === null ? null : parseDay(activeTo)
  if (day === undefined) refuseField('active_to', 'registry.dayInvalid', { value: activeTo ?? '' })
  const { active_from: from } = record
  if (day !== null && from !== null && from > day) {
    refuseField('active_to', 'registry.endsBeforeStart', { from, to: day })
  }
  if (day === record.active_to) throw new Problem('conflict', 'registry.endUnchanged', { code: record.code })
  await transaction.update(agencies).set({ activeTo: day }).where(eq(agencies.id, place.agencyId))
  await recordEvent(context, {
    event: day === null ? 'agency.reopened' : 'agency.closed',
    role,
    subject: agencySubject(record.code),
    details: { activeTo: day },
  })
}
