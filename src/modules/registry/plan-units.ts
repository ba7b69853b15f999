/** Compares a list of units with those there are, and holds what would come of it to the rules of the tree. */
import { newId } from '#base/id.ts'
import type { Queryable } from '#platform/database.ts'
import type { PlacedRow } from './place-rows.ts'
import { type ImportPlan, type PlannedRow, sortPlan } from './plan.ts'
import type { RowFault } from './read-list.ts'
import type { ListedUnit } from './read-units.ts'
import { listStoredUnits, type StoredUnit, unitKey } from './stored-units.ts'
import type { units } from './tables.ts'
import { findTreeFault, kindOfName } from './unit.ts'
import type { UnitRecord } from './unit-record.ts'

export type UnitRow = typeof units.$inferInsert
export type UnitPlan = ImportPlan<UnitRecord, UnitRow>

/** What the plan is about: the units there are, and what the list makes of some of them. */
interface Tree {
  readonly stored: ReadonlyMap<string, StoredUnit>
  readonly byId: ReadonlyMap<string, StoredUnit>
  readonly candidates: Map<string, Candidate>
}

interface Candidate {
  readonly line: number
  readonly agencyId: string
  readonly agencyCode: string
  readonly values: ListedUnit
  /** The key of the unit it would belong to. */
  readonly parentKey: string | null
}

export async function planUnits(
  db: Queryable,
  placed: readonly PlacedRow<ListedUnit>[],
  faults: readonly RowFault[],
): Promise<UnitPlan> {
  const stored = await listStoredUnits(
    db,
    placed.map(({ agency }) => agency.place.agencyId),
  )
  const tree: Tree = {
    stored: new Map(stored.map((unit) => [unitKey(unit.agencyId, unit.code), unit])),
    byId: new Map(stored.map((unit) => [unit.id, unit])),
    candidates: new Map(),
  }
  for (const row of placed) {
    const key = unitKey(row.agency.place.agencyId, row.values.code)
    tree.candidates.set(key, toCandidate(row, key, tree))
  }
  return sortPlan(...plant(tree, [...faults, ...prune(tree)]))
}

function toCandidate({ line, values, agency }: PlacedRow<ListedUnit>, key: string, tree: Tree): Candidate {
  const { agencyId } = agency.place
  const said = values.parent ? unitKey(agencyId, values.parent) : null
  const parentKey = values.parent === undefined ? storedParent(tree.stored.get(key), tree) : said
  return { line, agencyId, agencyCode: agency.code, values, parentKey }
}

function storedParent(unit: StoredUnit | undefined, { byId }: Tree): string | null {
  const parent = unit?.parentId ? byId.get(unit.parentId) : undefined
  return parent ? unitKey(parent.agencyId, parent.code) : null
}

/** Takes candidates out until those that are left make a tree: one that goes may have carried others. */
function prune(tree: Tree): RowFault[] {
  const faults: RowFault[] = []
  for (;;) {
    const found = findFaults(tree)
    if (found.size === 0) return faults
    for (const [key, code] of found) {
      const candidate = tree.candidates.get(key)
      tree.candidates.delete(key)
      if (!candidate) continue
      const parameters = { value: candidate.values.parent ?? candidate.values.code }
      faults.push({ line: candidate.line, field: 'parent', code, parameters })
    }
  }
}

function findFaults(tree: Tree): Map<string, string> {
  const { candidates, stored } = tree
  const parents = new Map([...stored].map(([key, unit]) => [key, storedParent(unit, tree)]))
  for (const [key, { parentKey }] of candidates) parents.set(key, parentKey)
  const faults = new Map<string, string>()
  for (const [key, { parentKey }] of candidates) {
    if (parentKey === null) continue
    if (!parents.has(parentKey)) faults.set(key, 'registry.noSuchParent')
    else if (!candidates.has(parentKey) && stored.get(parentKey)?.closedOn) {
      faults.set(key, 'registry.parentClosed')
    }
  }
  if (faults.size > 0) return faults
  for (const key of parents.keys()) {
    const fault = findTreeFault(key, parents)
    const blamed = fault && findBlamed(key, parents, candidates)
    if (fault && blamed !== undefined) faults.set(blamed, fault)
  }
  return faults
}

/** Of a unit that would stand wrongly and those above it, the first that the list speaks of. */
function findBlamed(
  key: string,
  parents: ReadonlyMap<string, string | null>,
  candidates: ReadonlyMap<string, Candidate>,
): string | undefined {
  const passed = new Set<string>()
  for (let at: string | null = key; at !== null && !passed.has(at); at = parents.get(at) ?? null) {
    if (candidates.has(at)) return at
    passed.add(at)
  }
  return undefined
}

type Planned = PlannedRow<UnitRecord, UnitRow>

function plant(tree: Tree, faults: readonly RowFault[]): [Planned[], readonly RowFault[]] {
  const ids = new Map([...tree.stored].map(([key, { id }]) => [key, id]))
  for (const key of tree.candidates.keys()) if (!ids.has(key)) ids.set(key, newId())
  const positions = [...tree.stored.values()].map(({ position }) => position)
  const nextPosition = positions.reduce((last, position) => Math.max(last, position), -1) + 1
  const rows = parentsFirst(tree).map(([key, candidate]): Planned => {
    const unit = tree.stored.get(key)
    const after = mergeUnit(unit, candidate, codeOf(candidate.parentKey, tree))
    const row = {
      id: ids.get(key) ?? newId(),
      agencyId: candidate.agencyId,
      code: after.code,
      nameTh: after.name_th,
      nameEn: after.name_en ?? after.name_th,
      kind: after.kind,
      parentId: candidate.parentKey === null ? null : (ids.get(candidate.parentKey) ?? null),
      position: unit?.position ?? nextPosition + candidate.line,
      closedOn: null,
    }
    const parent = codeOf(storedParent(unit, tree), tree)
    return {
      ...{ line: candidate.line, after, row },
      before: unit ? toUnitRecord(unit, candidate.agencyCode, parent) : null,
    }
  })
  return [rows, faults]
}

/** A row can only be written when the one it belongs to is. */
function parentsFirst({ candidates }: Tree): [string, Candidate][] {
  const depthOf = (key: string): number => {
    const parent = candidates.get(key)?.parentKey ?? null
    return parent === null ? 1 : depthOf(parent) + 1
  }
  return [...candidates].sort(([a], [b]) => depthOf(a) - depthOf(b))
}

function codeOf(key: string | null, { stored, candidates }: Tree): string | null {
  if (key === null) return null
  return stored.get(key)?.code ?? candidates.get(key)?.values.code ?? null
}

/** A unit without an English name bears its Thai one in both; one of no said kind is what its name begins with. */
function mergeUnit(
  unit: StoredUnit | undefined,
  { agencyCode, values }: Candidate,
  parent: string | null,
): UnitRecord {
  const known = unit && unit.nameEn !== unit.nameTh ? unit.nameEn : null
  return {
    agency: agencyCode,
    code: unit?.code ?? values.code,
    name_th: values.name_th,
    name_en: values.name_en ?? known ?? values.name_th,
    kind: values.kind ?? unit?.kind ?? kindOfName(values.name_th),
    parent,
    closed_on: null,
  }
}

function toUnitRecord(unit: StoredUnit, agency: string, parent: string | null): UnitRecord {
  return {
    agency,
    code: unit.code,
    name_th: unit.nameTh,
    name_en: unit.nameEn,
    kind: unit.kind,
    parent,
    closed_on: unit.closedOn,
  }
}
