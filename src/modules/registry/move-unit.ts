/** Moves a unit, with all that is under it, below another or to another place among its like. */
import { eq } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canMoveUnit } from './access.ts'
import { beginAct, findUnit, requireTree, requireUnit } from './agency-act.ts'
import type { UnitAddress } from './change-unit.ts'
import { refuseField } from './read-form.ts'
import type { StoredUnit } from './stored-units.ts'
import { units } from './tables.ts'
import { unitSubject } from './unit.ts'

export interface UnitMove extends UnitAddress {
  /** The code of the unit it is to belong to; null for the top. */
  readonly parent: string | null
  /** From 1, among those under the same parent; last where it is not said. */
  readonly place?: number | undefined
}

/**
 * Throws `access.refused`, `registry.agencyNotFound`, `registry.unitNotFound`, `registry.formInvalid` for the parent,
 * `registry.unitIsClosed`, `registry.unitCycle` or `registry.unitTooDeep`.
 */
export async function moveUnit(context: Context, move: UnitMove): Promise<void> {
  const act = await beginAct(context, canMoveUnit, move.agency)
  const unit = requireUnit(act, move.unit)
  if (unit.closedOn)
    throw new Problem('conflict', 'registry.unitIsClosed', { code: unit.code, day: unit.closedOn })
  const above = move.parent === null ? undefined : findUnit(act.stored, move.parent)
  if (move.parent !== null && !above) refuseField('parent', 'registry.noSuchParent', { value: move.parent })
  if (above?.closedOn) refuseField('parent', 'registry.parentClosed', { value: above.code })
  const parentId = above?.id ?? null
  requireTree(act.stored, { id: unit.id, parentId })
  const siblings = act.stored
    .filter((each) => each.parentId === parentId && each.id !== unit.id)
    .sort((a, b) => a.position - b.position)
  const place = Math.min(Math.max((move.place ?? siblings.length + 1) - 1, 0), siblings.length)
  await renumber(context, siblings.toSpliced(place, 0, unit), parentId)
  await recordEvent(context, {
    event: 'unit.moved',
    role: act.role,
    subject: unitSubject(act.agency.code, unit.code),
    details: { parent: above?.code ?? null, place: place + 1 },
  })
}

async function renumber(
  { transaction }: Context,
  ordered: readonly StoredUnit[],
  parentId: string | null,
): Promise<void> {
  for (const [position, unit] of ordered.entries()) {
    if (unit.position === position && unit.parentId === parentId) continue
    await transaction.update(units).set({ position, parentId }).where(eq(units.id, unit.id))
  }
}
