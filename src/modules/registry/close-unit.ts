/** Closes a unit on its last day, or opens it again. A unit that others or officers belong to stays open. */
import { and, count, eq, isNull } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import { parseDay } from '#base/thai-date.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canCloseUnit } from './access.ts'
import { type AgencyAct, beginAct, requireUnit } from './agency-act.ts'
import type { UnitAddress } from './change-unit.ts'
import { refuseField } from './read-form.ts'
import type { StoredUnit } from './stored-units.ts'
import { people, units } from './tables.ts'
import { unitSubject } from './unit.ts'

export interface UnitEnd extends UnitAddress {
  /** The last day it is there, as Thai offices write days; null opens it again. */
  readonly closedOn: string | null
}

/**
 * Throws `access.refused`, `registry.agencyNotFound`, `registry.unitNotFound`, `registry.formInvalid` for the day,
 * `registry.endUnchanged`, `registry.unitInUse`, or `registry.parentClosed` for one under a closed unit.
 */
export async function closeUnit(
  context: Context,
  { agency, unit: unitCode, closedOn }: UnitEnd,
): Promise<void> {
  const act = await beginAct(context, canCloseUnit, agency)
  const unit = requireUnit(act, unitCode)
  const day = closedOn === null ? null : parseDay(closedOn)
  if (day === undefined) refuseField('closed_on', 'registry.dayInvalid', { value: closedOn ?? '' })
  if (day === unit.closedOn) throw new Problem('conflict', 'registry.endUnchanged', { code: unit.code })
  if (day === null) requireOpenParent(act, unit)
  else await requireUnused(context, act, unit)
  await context.transaction.update(units).set({ closedOn: day }).where(eq(units.id, unit.id))
  await recordEvent(context, {
    event: day === null ? 'unit.reopened' : 'unit.closed',
    role: act.role,
    subject: unitSubject(act.agency.code, unit.code),
    details: { closedOn: day },
  })
}

function requireOpenParent({ stored }: AgencyAct, { parentId }: StoredUnit): void {
  const parent = stored.find(({ id }) => id === parentId)
  if (parent?.closedOn) throw new Problem('conflict', 'registry.parentClosed', { value: parent.code })
}

async function requireUnused(
  { transaction }: Context,
  { stored }: AgencyAct,
  unit: StoredUnit,
): Promise<void> {
  const under = stored.filter(({ parentId, closedOn }) => parentId === unit.id && closedOn === null).length
  const [counted] = await transaction
    .select({ officers: count() })
    .from(people)
    .where(and(eq(people.unitId, unit.id), isNull(people.leftOn)))
  const officers = counted?.officers ?? 0
  if (under + officers > 0) {
    throw new Problem('conflict', 'registry.unitInUse', { code: unit.code, units: under, people: officers })
  }
}
