/** Compares a list of agencies with the registry. */
import { sql } from 'drizzle-orm'
import { newId } from '#base/id.ts'
import type { Queryable } from '#platform/database.ts'
import { recordColumns } from './agency-list.ts'
import type { AgencyRecord } from './agency-record.ts'
import { type ImportPlan, type PlannedRow, sortPlan } from './plan.ts'
import type { ListedAgency } from './read-agencies.ts'
import type { ListedRow, ReadList, RowFault } from './read-list.ts'
import type { AgencyRow } from './store-agencies.ts'
import { agencies } from './tables.ts'

export type AgencyPlan = ImportPlan<AgencyRecord, AgencyRow>

/** A column the list does not have leaves what is known; an empty cell of a column it has clears it. */
export async function planAgencies(
  db: Queryable,
  { listed, faults }: ReadList<ListedAgency>,
): Promise<AgencyPlan> {
  const known = await loadKnown(db, listed)
  const rows: PlannedRow<AgencyRecord, AgencyRow>[] = []
  const found: RowFault[] = [...faults]
  for (const { line, values } of listed) {
    const before = known.get(values.code.toLowerCase()) ?? null
    const after = mergeAgency(before, values)
    const ends = endsBeforeStart(after)
    if (ends) found.push({ line, field: 'active_to', code: 'registry.endsBeforeStart', parameters: ends })
    else rows.push({ line, before, after, row: toAgencyRow(after) })
  }
  return sortPlan(rows, found)
}

async function loadKnown(
  db: Queryable,
  listed: readonly ListedRow<ListedAgency>[],
): Promise<Map<string, AgencyRecord>> {
  const keys = listed.map(({ values }) => values.code.toLowerCase())
  const rows = await db
    .select(recordColumns)
    .from(agencies)
    .where(sql`${agencies.codeKey} = any(${sql.param(keys)}::text[])`)
  return new Map(rows.map((row) => [row.code.toLowerCase(), row]))
}

export function endsBeforeStart({
  active_from: from,
  active_to: to,
}: AgencyRecord): { readonly from: string; readonly to: string } | undefined {
  return from !== null && to !== null && from > to ? { from, to } : undefined
}

/** In the order of the columns, which previews keep. */
const blank: AgencyRecord = {
  code: '',
  name_th: '',
  name_en: null,
  type: '',
  size: null,
  ministry: null,
  province: null,
  website: null,
  active_from: null,
  active_to: null,
}

/** A code keeps the letter case it was registered in. An agency without an English name bears its Thai one in both. */
export function mergeAgency(stored: AgencyRecord | null, values: ListedAgency): AgencyRecord {
  const known = stored && stored.name_en !== stored.name_th ? stored.name_en : null
  return {
    ...(stored ?? blank),
    ...values,
    code: stored?.code ?? values.code,
    name_en: values.name_en ?? known ?? values.name_th,
  }
}

export function toAgencyRow(record: AgencyRecord): AgencyRow {
  return {
    id: newId(),
    code: record.code,
    nameTh: record.name_th,
    nameEn: record.name_en ?? record.name_th,
    typeCode: record.type,
    ministryCode: record.ministry,
    provinceCode: record.province,
    size: record.size,
    website: record.website,
    activeFrom: record.active_from,
    activeTo: record.active_to,
  }
}
