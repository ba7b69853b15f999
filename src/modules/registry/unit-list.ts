/** The units of an agency as a tree laid out in lines: each unit stands before those under it. */
import { eq } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import type { Queryable } from '#platform/database.ts'
import { getPlacedAgency } from './find-place.ts'
import { listStoredUnits, type StoredUnit } from './stored-units.ts'
import { agencies, units } from './tables.ts'
import { type Unit, type UnitKind, unitKinds } from './unit.ts'
import type { UnitRecord } from './unit-record.ts'

export interface UnitListQuery {
  /** Code or id. */
  readonly agency: string
  readonly withClosed?: boolean
}

/** In the order people gave them. Throws `registry.agencyNotFound`. */
export async function listUnits(
  db: Queryable,
  { agency, withClosed = false }: UnitListQuery,
): Promise<Unit[]> {
  const { place } = await getPlacedAgency(db, agency)
  const stored = await listStoredUnits(db, [place.agencyId])
  const isShown = ({ closedOn }: StoredUnit) => withClosed || closedOn === null
  return layOut(stored.filter(isShown))
}

/** A unit under one that is not shown stands at the top. */
export function layOut(stored: readonly StoredUnit[]): Unit[] {
  const byId = new Map(stored.map((unit) => [unit.id, unit]))
  const under = Map.groupBy(
    stored.toSorted((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1)),
    ({ parentId }) => (parentId !== null && byId.has(parentId) ? parentId : null),
  )
  const branch = (parent: StoredUnit | null, depth: number): Unit[] =>
    (under.get(parent?.id ?? null) ?? []).flatMap((unit) => [
      toUnit(unit, parent?.code ?? null, depth),
      ...branch(unit, depth + 1),
    ])
  return branch(null, 1)
}

function toUnit(unit: StoredUnit, parent: string | null, depth: number): Unit {
  return {
    id: unit.id,
    code: unit.code,
    name: { th: unit.nameTh, en: unit.nameEn },
    kind: toKind(unit.kind),
    parent,
    depth,
    closedOn: unit.closedOn,
  }
}

function toKind(kind: string): UnitKind {
  return unitKinds.find((known) => known === kind) ?? 'other'
}

/** By its code in any case. Throws `registry.agencyNotFound` or `registry.unitNotFound`. */
export async function getUnit(
  db: Queryable,
  { agency, unit }: { readonly agency: string; readonly unit: string },
): Promise<Unit> {
  const all = await listUnits(db, { agency, withClosed: true })
  const found = all.find(({ code }) => code.toLowerCase() === unit.toLowerCase())
  if (!found) throw new Problem('notFound', 'registry.unitNotFound', { code: unit, agency })
  return found
}

/** Of all agencies or of one, as lists of units are kept; those that are closed are left out. */
export async function listUnitRecords(db: Queryable, agency?: string): Promise<UnitRecord[]> {
  const owners = agency
    ? [await getPlacedAgency(db, agency).then(({ code, place }) => ({ code, id: place.agencyId }))]
    : await db
        .selectDistinct({ code: agencies.code, id: agencies.id })
        .from(agencies)
        .innerJoin(units, eq(units.agencyId, agencies.id))
        .orderBy(agencies.code)
  const stored = await listStoredUnits(
    db,
    owners.map(({ id }) => id),
  )
  const byAgency = Map.groupBy(
    stored.filter(({ closedOn }) => closedOn === null),
    ({ agencyId }) => agencyId,
  )
  return owners.flatMap(({ code, id }) =>
    layOut(byAgency.get(id) ?? []).map((unit) => ({
      ...{ agency: code, code: unit.code, name_th: unit.name.th, name_en: unit.name.en },
      ...{ kind: unit.kind, parent: unit.parent, closed_on: null },
    })),
  )
}
