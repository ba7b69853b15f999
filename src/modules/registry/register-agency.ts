/** Registers one agency from what a form says of it. */
import { sql } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canRegisterAgencies } from './access.ts'
import { agencySubject } from './agency.ts'
import { readAgencyForm } from './agency-form.ts'
import { getReference } from './agency-list.ts'
import type { AgencyField } from './agency-record.ts'
import { findPlacedAgency } from './find-place.ts'
import { mergeAgency, toAgencyRow } from './plan-agencies.ts'
import { type Form, missing } from './read-form.ts'
import { storeAgencies } from './store-agencies.ts'
import { agencies } from './tables.ts'

/**
 * Gives the code. Throws `access.refused`, `registry.formInvalid` with a finding for each field to mend, or
 * `registry.codeTaken`.
 */
export async function registerAgency(context: Context, form: Form<AgencyField>): Promise<string> {
  const { actor, transaction } = context
  const role = authorize(actor, canRegisterAgencies)
  const { code, name_th, type, ...others } = readAgencyForm(form, await getReference(transaction))
  if (!code || !name_th || !type) {
    const absent = Object.entries({ code, name_th, type }).filter(([, value]) => !value)
    throw Problem.ofFindings(
      'registry.formInvalid',
      absent.map(([field]) => missing(field)),
    )
  }
  // As an import does: of two that take the same code for theirs the second waits, and is told.
  await transaction.execute(sql`lock table ${agencies} in share row exclusive mode`)
  if (await findPlacedAgency(transaction, code)) {
    throw new Problem('conflict', 'registry.codeTaken', { value: code })
  }
  const record = mergeAgency(null, { ...others, code, name_th, type })
  await storeAgencies(transaction, [toAgencyRow(record)], 'imported')
  await recordEvent(context, {
    event: 'agency.registered',
    role,
    subject: agencySubject(code),
    details: { type },
  })
  return code
}
