/** The columns of each kind of list. Pure. */
import { agencyColumnsOfLists } from './agency-record.ts'
import type { ImportKind } from './import-run.ts'
import type { ListColumns } from './list-columns.ts'
import { personColumnsOfLists } from './person-record.ts'
import { unitColumnsOfLists } from './unit-record.ts'

export const columnsOfLists: Readonly<Record<ImportKind, ListColumns<string>>> = {
  agencies: agencyColumnsOfLists,
  units: unitColumnsOfLists,
  people: personColumnsOfLists,
}
