/** Compares a list of agencies with the registry: which it would add, which it would change, which it leaves as is. */
import { sql } from 'drizzle-orm'
import type { Queryable } from '#platform/database.ts'
import { recordColumns } from './agency-list.ts'
import { type AgencyRecord, agencyFields } from './agency-record.ts'
import type { ListedAgency, ReadAgencies, RowFault } from './read-agencies.ts'
import { agencies } from './tables.ts'

export interface ImportPlan {
  readonly added: readonly AgencyRecord[]
  readonly updated: readonly AgencyRecord[]
  readonly unchanged: number
  /** In the order of the lines. */
  readonly faults: readonly RowFault[]
}

/** A column the list does not have leaves what is known; an empty cell of a column it has clears it. */
export async function planImport(db: Queryable, { listed, faults }: ReadAgencies): Promise<ImportPlan> {
  const known = await loadKnown(db, listed)
  const plan = { added: [] as AgencyRecord[], updated: [] as AgencyRecord[], unchanged: 0 }
  const found = [...faults]
  for (const { line, values } of listed) {
    const stored = known.get(values.code.toLowerCase())
    const record = merge(stored, values)
    const { active_from: from, active_to: to } = record
    if (from !== null && to !== null && from > to) {
      found.push({ line, field: 'active_to', code: 'registry.endsBeforeStart', parameters: { from, to } })
    } else if (!stored) plan.added.push(record)
    else if (agencyFields.some((field) => stored[field] !== record[field])) plan.updated.push(record)
    else plan.unchanged++
  }
  return { ...plan, faults: found.sort((a, b) => a.line - b.line) }
}

async function loadKnown(db: Queryable, listed: readonly ListedAgency[]): Promise<Map<string, AgencyRecord>> {
  const keys = listed.map(({ values }) => values.code.toLowerCase())
  const rows = await db
    .select(recordColumns)
    .from(agencies)
    .where(sql`${agencies.codeKey} = any(${sql.param(keys)}::text[])`)
  return new Map(rows.map((row) => [row.code.toLowerCase(), row]))
}

const blank = {
  name_en: null,
  size: null,
  ministry: null,
  province: null,
  website: null,
  active_from: null,
  active_to: null,
}

/** A code keeps the letter case it was registered in. An agency without an English name bears its Thai one in both. */
function merge(stored: AgencyRecord | undefined, values: ListedAgency['values']): AgencyRecord {
  const known = stored && stored.name_en !== stored.name_th ? stored.name_en : null
  return {
    ...(stored ?? blank),
    ...values,
    code: stored?.code ?? values.code,
    name_en: values.name_en ?? known ?? values.name_th,
  }
}
