/** Changes the names or the kind of a unit. */
import { eq } from 'drizzle-orm'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canChangeUnit } from './access.ts'
import { beginAct, requireUnit } from './agency-act.ts'
import { findChanges } from './plan.ts'
import { type Form, readForm } from './read-form.ts'
import { units } from './tables.ts'
import { unitSubject } from './unit.ts'
import { unitCellReaders } from './unit-cells.ts'
import { type UnitField, unitColumnsOfLists } from './unit-record.ts'

export interface UnitAddress {
  /** Codes, in any case. */
  readonly agency: string
  readonly unit: string
}

/** The code never changes, and the parent only by moving. */
export type UnitChangeForm = Form<'name_th' | 'name_en' | 'kind'>

/**
 * A field that is absent stays as it is. Gives whether anything changed.
 * Throws `access.refused`, `registry.agencyNotFound`, `registry.unitNotFound` or `registry.formInvalid`.
 */
export async function changeUnit(
  context: Context,
  address: UnitAddress,
  form: UnitChangeForm,
): Promise<boolean> {
  const act = await beginAct(context, canChangeUnit, address.agency)
  const { id, code, nameTh, nameEn, kind } = requireUnit(act, address.unit)
  const { required } = unitColumnsOfLists
  const fields = ['name_th', 'name_en', 'kind'] as const
  const values = readForm<UnitField>(form, { fields, required, readers: unitCellReaders })
  const name = values.name_th ?? nameTh
  const english = values.name_en === undefined && nameEn !== nameTh ? nameEn : (values.name_en ?? name)
  const after = { name_th: name, name_en: english, kind: values.kind ?? kind }
  const changed = findChanges({ name_th: nameTh, name_en: nameEn, kind }, after)
  if (changed.length === 0) return false
  await context.transaction
    .update(units)
    .set({ nameTh: after.name_th, nameEn: after.name_en, kind: after.kind })
    .where(eq(units.id, id))
  await recordEvent(context, {
    event: 'unit.changed',
    role: act.role,
    subject: unitSubject(act.agency.code, code),
    details: { fields: changed.map(({ field }) => field).join(', ') },
  })
  return true
}
