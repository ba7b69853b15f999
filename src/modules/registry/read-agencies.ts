/** Reads a list of agencies. Pure. */
import { agencyCellReaders } from './agency-cells.ts'
import { type AgencyField, type AgencyRecord, agencyColumnsOfLists } from './agency-record.ts'
import { type ListFile, type ReadList, readList } from './read-list.ts'
import type { Reference } from './reference.ts'

/** What a row says of its agency. A column that the list does not have is absent, an empty cell is null. */
export type ListedAgency = Partial<AgencyRecord> & Pick<AgencyRecord, 'code' | 'name_th' | 'type'>

/**
 * Of rows that share a code the first is taken, and each later one is at fault.
 * Throws `csv.invalid` where the heading lacks a column, has one twice, or misspells one.
 */
export function readAgencies(file: ListFile, reference: Reference): ReadList<ListedAgency> {
  const { listed, faults } = readList<AgencyField>(file, {
    columns: agencyColumnsOfLists,
    readers: agencyCellReaders(reference),
    keyOf: ({ code }) => code ?? null,
    twice: { field: 'code', code: 'registry.codeOnTwoLines' },
  })
  const known = listed.flatMap(({ line, values }) => {
    const { code, name_th, type } = values
    return code && name_th && type ? [{ line, values: { ...values, code, name_th, type } }] : []
  })
  return { listed: known, faults }
}
