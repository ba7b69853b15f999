/** Lists of agencies, units and people as files that a spreadsheet opens and an import takes again. */
import type { Queryable } from '#platform/database.ts'
import { type Row, writeCsv, writeWorkbook } from '#platform/table-file/write-table.ts'
import { type AgencyListQuery, listAgencyRecords } from './agency-list.ts'
import { agencyFields } from './agency-record.ts'
import { listPeople, type PersonListQuery } from './person-list.ts'
import { personFields } from './person-record.ts'
import { listUnitRecords } from './unit-list.ts'
import { unitFields } from './unit-record.ts'

export const exportFormats = ['csv', 'xlsx', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportFile {
  /** Such as "agencies.csv". */
  readonly name: string
  readonly contentType: string
  /** CSV: UTF-8 with a byte order mark. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

const contentTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
}

/** All pages of the list, filtered and sorted as asked. Throws as `listAgencyRecords` does. */
export async function exportAgencies(
  db: Queryable,
  query: AgencyListQuery,
  format: ExportFormat,
): Promise<ExportFile> {
  const { agencies } = await listAgencyRecords(db, { ...query, page: undefined })
  const records = agencies.map((agency) => ({ ...agency, is_imaginary: agency.is_imaginary ? 'yes' : null }))
  return toFile('agencies', [...agencyFields, 'is_imaginary'], { format, records })
}

/** Of all agencies, or of one by its code or id. Throws `registry.agencyNotFound`. */
export async function exportUnits(
  db: Queryable,
  agency: string | undefined,
  format: ExportFormat,
): Promise<ExportFile> {
  return toFile('units', unitFields, { format, records: await listUnitRecords(db, agency) })
}

/** All pages of the list, without those who were anonymised. Throws `registry.agencyNotFound`. */
export async function exportPeople(
  db: Queryable,
  query: PersonListQuery,
  format: ExportFormat,
): Promise<ExportFile> {
  const { people } = await listPeople(db, { ...query, page: undefined })
  const records = people.filter(({ anonymisedOn }) => anonymisedOn === null)
  return toFile('people', personFields, { format, records })
}

interface Content<F extends string> {
  readonly format: ExportFormat
  readonly records: readonly Readonly<Record<F, string | null>>[]
}

async function toFile<F extends string>(
  name: string,
  fields: readonly F[],
  { format, records }: Content<F>,
): Promise<ExportFile> {
  const rows = (): Row[] => [fields, ...records.map((record) => fields.map((field) => record[field]))]
  const file = { name: `${name}.${format}`, contentType: contentTypes[format] }
  if (format === 'xlsx') return { ...file, bytes: Uint8Array.from(await writeWorkbook(name, rows())) }
  const picked = () =>
    records.map((record) => Object.fromEntries(fields.map((field) => [field, record[field]])))
  const text = format === 'csv' ? writeCsv(rows()) : JSON.stringify(picked())
  return { ...file, bytes: new TextEncoder().encode(text) }
}
