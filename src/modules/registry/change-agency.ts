/** Changes what is known of one agency. What decides with whom it is compared only the centre may change. */
import { eq } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canChangeAgency, canReclassifyAgency } from './access.ts'
import { agencySubject } from './agency.ts'
import { holdAgency } from './agency-act.ts'
import { readAgencyForm } from './agency-form.ts'
import { getAgencyRecord, getReference } from './agency-list.ts'
import type { AgencyField } from './agency-record.ts'
import { getPlacedAgency } from './find-place.ts'
import { findChanges } from './plan.ts'
import { endsBeforeStart, mergeAgency, toAgencyRow } from './plan-agencies.ts'
import { type Form, refuseField } from './read-form.ts'
import { agencies } from './tables.ts'

/** The code itself never changes. */
export type AgencyChangeForm = Form<Exclude<AgencyField, 'code'>>

const itsOwn: readonly string[] = ['name_en', 'website']

/**
 * A field that is absent stays as it is; an empty one is cleared. Gives whether anything changed.
 * Throws `access.refused`, `registry.agencyNotFound`, or `registry.formInvalid` with a finding for each field to mend.
 */
export async function changeAgency(context: Context, code: string, form: AgencyChangeForm): Promise<boolean> {
  const { actor, transaction } = context
  const { place } = await getPlacedAgency(transaction, code)
  let role = authorize(actor, canChangeAgency, place)
  await holdAgency(transaction, place.agencyId)
  const { code: registered, is_imaginary: _, ...rest } = await getAgencyRecord(transaction, code)
  const before = { code: registered, ...rest }
  const values = readAgencyForm(form, await getReference(transaction))
  const name_th = values.name_th ?? before.name_th
  const type = values.type ?? before.type
  const after = mergeAgency(before, { ...values, code: registered, name_th, type })
  const ends = endsBeforeStart(after)
  if (ends) refuseField('active_to', 'registry.endsBeforeStart', ends)
  const changed = findChanges(before, after).map(({ field }) => field)
  if (changed.length === 0) return false
  if (changed.some((field) => !itsOwn.includes(field))) {
    role = authorize(actor, canReclassifyAgency, place)
    const { ministry, province } = after
    authorize(actor, canReclassifyAgency, { agencyId: place.agencyId, type, ministry, province })
  }
  const { id: _id, ...row } = toAgencyRow(after)
  await transaction.update(agencies).set(row).where(eq(agencies.id, place.agencyId))
  await recordEvent(context, {
    event: 'agency.changed',
    role,
    subject: agencySubject(registered),
    details: { fields: changed.join(', ') },
  })
  return true
}
