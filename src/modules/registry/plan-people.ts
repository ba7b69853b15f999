/** Compares a list of people with those there are: an officer is known by agency and e-mail. */
import { sql } from 'drizzle-orm'
import { newId } from '#base/id.ts'
import type { Queryable } from '#platform/database.ts'
import type { PersonRecord } from './person-record.ts'
import type { PlacedRow } from './place-rows.ts'
import { type ImportPlan, type PlannedRow, sortPlan } from './plan.ts'
import type { RowFault } from './read-list.ts'
import type { ListedPerson } from './read-people.ts'
import { listStoredUnits, type StoredUnit, unitKey } from './stored-units.ts'
import { people } from './tables.ts'

export type PersonRow = typeof people.$inferInsert
export type PersonPlan = ImportPlan<PersonRecord, PersonRow>

interface Known {
  readonly people: ReadonlyMap<string, PersonRow>
  readonly units: ReadonlyMap<string, StoredUnit>
  readonly unitsById: ReadonlyMap<string, StoredUnit>
}

export async function planPeople(
  db: Queryable,
  placed: readonly PlacedRow<ListedPerson>[],
  faults: readonly RowFault[],
): Promise<PersonPlan> {
  const known = await loadKnown(db, placed)
  const rows: PlannedRow<PersonRecord, PersonRow>[] = []
  const found: RowFault[] = [...faults]
  for (const row of placed) {
    const planned = planPerson(row, known)
    if ('code' in planned) found.push(planned)
    else rows.push(planned)
  }
  return sortPlan(rows, found)
}

async function loadKnown(db: Queryable, placed: readonly PlacedRow<ListedPerson>[]): Promise<Known> {
  const agencyIds = [...new Set(placed.map(({ agency }) => agency.place.agencyId))]
  const units = await listStoredUnits(db, agencyIds)
  const rows = await db
    .select()
    .from(people)
    .where(sql`${people.agencyId} = any(${sql.param(agencyIds)}::uuid[]) and ${people.email} is not null`)
  return {
    people: new Map(rows.map((row) => [personKey(row.agencyId, row.email ?? ''), row])),
    units: new Map(units.map((unit) => [unitKey(unit.agencyId, unit.code), unit])),
    unitsById: new Map(units.map((unit) => [unit.id, unit])),
  }
}

function personKey(agencyId: string, email: string): string {
  return `${agencyId} ${email.toLowerCase()}`
}

function planPerson(
  { line, values, agency }: PlacedRow<ListedPerson>,
  { people: rows, units, unitsById }: Known,
): PlannedRow<PersonRecord, PersonRow> | RowFault {
  const { agencyId } = agency.place
  const stored = rows.get(personKey(agencyId, values.email))
  const standing = stored?.unitId ? unitsById.get(stored.unitId) : undefined
  const named = values.unit ? units.get(unitKey(agencyId, values.unit)) : undefined
  const unit = values.unit === undefined ? standing : named
  const fault = values.unit && !unit ? 'registry.noSuchUnit' : unit?.closedOn ? 'registry.unitClosed' : ''
  if (fault) {
    return { line, field: 'unit', code: fault, parameters: { value: values.unit ?? unit?.code ?? '' } }
  }
  const before = stored ? toPersonRecord(stored, agency.code, standing?.code ?? null) : null
  const after: PersonRecord = {
    agency: agency.code,
    unit: unit?.code ?? null,
    name: values.name,
    position: values.position === undefined ? (before?.position ?? null) : values.position,
    email: before?.email ?? values.email,
    phone: values.phone === undefined ? (before?.phone ?? null) : values.phone,
    left_on: null,
  }
  const row = {
    ...{ id: stored?.id ?? newId(), agencyId, unitId: unit?.id ?? null, name: after.name, leftOn: null },
    ...{ positionTitle: after.position, email: after.email, phone: after.phone },
  }
  return { line, before, after, row }
}

function toPersonRecord(row: PersonRow, agency: string, unit: string | null): PersonRecord {
  return {
    ...{ agency, unit, name: row.name ?? '', position: row.positionTitle ?? null },
    ...{ email: row.email ?? '', phone: row.phone ?? null, left_on: row.leftOn ?? null },
  }
}
