/** Reads a list of people. Pure. */
import { personCellReaders } from './person-cells.ts'
import { type PersonField, type PersonRecord, personColumnsOfLists } from './person-record.ts'
import { type ListFile, type ReadList, readList, type Values } from './read-list.ts'

/** What a row says of an officer. A column that the list does not have is absent, an empty cell is null. */
export type ListedPerson = Values<PersonField> & Pick<PersonRecord, 'agency' | 'name' | 'email'>

/** Of rows that share agency and e-mail the first is taken. Throws `csv.invalid` where the heading will not do. */
export function readPeople(file: ListFile): ReadList<ListedPerson> {
  const { listed, faults } = readList<PersonField>(file, {
    columns: personColumnsOfLists,
    readers: personCellReaders,
    keyOf: ({ agency, email }) => (agency && email ? `${agency} ${email}` : null),
    twice: { field: 'email', code: 'registry.emailOnTwoLines' },
  })
  const known = listed.flatMap(({ line, values }) => {
    const { agency, name, email } = values
    return agency && name && email ? [{ line, values: { ...values, agency, name, email } }] : []
  })
  return { listed: known, faults }
}
