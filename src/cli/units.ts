/** `prongsai units import | list`: the units inside agencies, taken in from a list and given out as one. */
import { Command, Option } from 'commander'
import { type ExportFormat, exportUnits } from '#modules/registry/export-list.ts'
import { importUnits } from '#modules/registry/import-units.ts'
import { listUnitRecords } from '#modules/registry/unit-list.ts'
import { withDoorway } from './database.ts'
import { listImportCommand } from './import-list.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { print, printBytes } from './output.ts'

interface ListOptions {
  readonly agency?: string
  readonly json?: boolean
  readonly format?: Exclude<ExportFormat, 'json'>
  readonly lang: Language
}

export function unitsCommand(): Command {
  return new Command('units')
    .description('the units inside agencies')
    .addCommand(
      listImportCommand({
        kind: 'units',
        description: 'add the units of a CSV or XLSX list, or update those whose agency and code are known',
        columns: 'columns agency, code, name_th and, where known, name_en, kind, parent',
        take: importUnits,
      }),
    )
    .addCommand(listCommand())
}

function listCommand(): Command {
  return new Command('list')
    .description('list the units that are open, each before those under it')
    .option('--agency <code>', 'only those of this agency')
    .option('--json', 'print a JSON array')
    .addOption(
      new Option('--format <format>', 'as import reads it').choices(['csv', 'xlsx']).conflicts('json'),
    )
    .addOption(languageOption())
    .action(list)
}

async function list({ agency, json, format, lang }: ListOptions): Promise<void> {
  if (format) {
    const file = await withDoorway(({ database }) => exportUnits(database.query, agency, format))
    return printBytes(file.bytes)
  }
  const units = await withDoorway(({ database }) => listUnitRecords(database.query, agency))
  if (json) return print(JSON.stringify(units, null, 2))
  const text = textOf(lang)
  if (units.length === 0) return print(text.registry.noUnits)
  for (const { agency: owner, code, name_th, name_en, parent } of units) {
    const name = lang === 'th' ? name_th : (name_en ?? name_th)
    print([owner, code, name, ...(parent === null ? [] : [`← ${parent}`])].join('  '))
  }
}
