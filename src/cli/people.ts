/** `prongsai people import | list`: the officers of agencies, taken in from a list and given out as one. */
import { Command, Option } from 'commander'
import { type ExportFormat, exportPeople } from '#modules/registry/export-list.ts'
import { importPeople } from '#modules/registry/import-people.ts'
import { listPeople } from '#modules/registry/person-list.ts'
import { withDoorway } from './database.ts'
import { listImportCommand } from './import-list.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { print, printBytes } from './output.ts'

interface ListOptions {
  readonly agency?: string
  readonly search?: string
  readonly withLeft?: boolean
  readonly json?: boolean
  readonly format?: Exclude<ExportFormat, 'json'>
  readonly lang: Language
}

export function peopleCommand(): Command {
  return new Command('people')
    .description('the officers of agencies')
    .addCommand(
      listImportCommand({
        kind: 'people',
        description:
          'add the officers of a CSV or XLSX list, or update those whose agency and e-mail are known',
        columns: 'columns agency, name, email and, where known, unit, position, phone',
        take: importPeople,
      }),
    )
    .addCommand(listCommand())
}

function listCommand(): Command {
  return new Command('list')
    .description('list officers')
    .option('--agency <code>', 'only those of this agency')
    .option('--search <text>', 'part of a name, a position or an e-mail')
    .option('--with-left', 'also those who have left')
    .option('--json', 'print a JSON array')
    .addOption(
      new Option('--format <format>', 'as import reads it').choices(['csv', 'xlsx']).conflicts('json'),
    )
    .addOption(languageOption())
    .action(list)
}

async function list({ agency, search, withLeft, json, format, lang }: ListOptions): Promise<void> {
  const query = { agency, search, withLeft, sort: 'agency', isDescending: false } as const
  if (format) {
    const file = await withDoorway(({ database }) => exportPeople(database.query, query, format))
    return printBytes(file.bytes)
  }
  const { people } = await withDoorway(({ database }) => listPeople(database.query, query))
  if (json) return print(JSON.stringify(people, null, 2))
  if (people.length === 0) return print(textOf(lang).registry.noPeople)
  for (const person of people) {
    const parts = [person.agency, person.unit, person.name, person.position, person.email, person.leftOn]
    print(parts.filter((part) => part !== null).join('  '))
  }
}
