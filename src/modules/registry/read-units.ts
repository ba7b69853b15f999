/** Reads a list of units. Pure. */
import { type ListFile, type ReadList, readList, type Values } from './read-list.ts'
import { unitCellReaders } from './unit-cells.ts'
import { type UnitField, type UnitRecord, unitColumnsOfLists } from './unit-record.ts'

/** What a row says of its unit. A column that the list does not have is absent, an empty cell is null. */
export type ListedUnit = Values<UnitField> & Pick<UnitRecord, 'agency' | 'code' | 'name_th'>

/** Of rows that share agency and code the first is taken. Throws `csv.invalid` where the heading will not do. */
export function readUnits(file: ListFile): ReadList<ListedUnit> {
  const { listed, faults } = readList<UnitField>(file, {
    columns: unitColumnsOfLists,
    readers: unitCellReaders,
    keyOf: ({ agency, code }) => (agency && code ? `${agency} ${code}` : null),
    twice: { field: 'code', code: 'registry.codeOnTwoLines' },
  })
  const known = listed.flatMap(({ line, values }) => {
    const { agency, code, name_th } = values
    return agency && code && name_th ? [{ line, values: { ...values, agency, code, name_th } }] : []
  })
  return { listed: known, faults }
}
