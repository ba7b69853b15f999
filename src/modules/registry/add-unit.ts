/** Adds a unit to an agency, at the top or under another. */
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canAddUnit } from './access.ts'
import { beginAct, findUnit, requireTree } from './agency-act.ts'
import { type Form, missing, readForm, refuseField } from './read-form.ts'
import { units } from './tables.ts'
import { kindOfName, unitSubject } from './unit.ts'
import { unitCellReaders } from './unit-cells.ts'
import { type UnitField, unitColumnsOfLists } from './unit-record.ts'

export type UnitForm = Form<Exclude<UnitField, 'agency'>>

/**
 * Gives the code. Without a kind it is what its name begins with; without an English name it bears the Thai one.
 * Throws `access.refused`, `registry.agencyNotFound`, `registry.formInvalid`, `registry.unitCodeTaken` or
 * `registry.unitTooDeep`.
 */
export async function addUnit(context: Context, agencyCode: string, form: UnitForm): Promise<string> {
  const act = await beginAct(context, canAddUnit, agencyCode)
  const { fields, required } = unitColumnsOfLists
  const values = readForm<UnitField>(form, { fields, required, readers: unitCellReaders })
  const { code, name_th, name_en, kind, parent } = values
  if (!code || !name_th) {
    const absent = code ? ['name_th'] : name_th ? ['code'] : ['code', 'name_th']
    throw Problem.ofFindings('registry.formInvalid', absent.map(missing))
  }
  if (findUnit(act.stored, code)) throw new Problem('conflict', 'registry.unitCodeTaken', { value: code })
  const above = parent ? findUnit(act.stored, parent) : undefined
  if (parent && !above) refuseField('parent', 'registry.noSuchParent', { value: parent })
  if (above?.closedOn) refuseField('parent', 'registry.parentClosed', { value: above.code })
  const id = newId()
  const parentId = above?.id ?? null
  requireTree(act.stored, { id, parentId })
  const siblings = act.stored.filter((unit) => unit.parentId === parentId)
  await context.transaction.insert(units).values({
    ...{ id, agencyId: act.agency.place.agencyId, code, nameTh: name_th, nameEn: name_en ?? name_th },
    ...{ kind: kind ?? kindOfName(name_th), parentId },
    position: siblings.reduce((last, { position }) => Math.max(last, position), -1) + 1,
  })
  await recordEvent(context, {
    event: 'unit.added',
    role: act.role,
    subject: unitSubject(act.agency.code, code),
    details: { parent: above?.code ?? null },
  })
  return code
}
