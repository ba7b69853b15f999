/** Reads what a form says of an agency, by the same rules as a row of a list. Pure. */
import { agencyCellReaders } from './agency-cells.ts'
import { type AgencyField, agencyColumnsOfLists } from './agency-record.ts'
import { type Form, readForm, refuseField } from './read-form.ts'
import type { Values } from './read-list.ts'
import type { Reference } from './reference.ts'

/** Throws `registry.formInvalid` with a finding for each field to mend. */
export function readAgencyForm(form: Form<AgencyField>, reference: Reference): Values<AgencyField> {
  const { fields, required } = agencyColumnsOfLists
  const values = readForm(form, { fields, required, readers: agencyCellReaders(reference) })
  const { active_from: from, active_to: to } = values
  if (from && to && from > to) refuseField('active_to', 'registry.endsBeforeStart', { from, to })
  return values
}
