/** What `agencies import`, `units import` and `people import` have in common: options, progress and what is printed. */
import { Command } from 'commander'
import type { ImportOutcome, ImportWay } from '#modules/registry/import-list.ts'
import type { ImportKind } from '#modules/registry/import-run.ts'
import { columnsOfLists } from '#modules/registry/lists.ts'
import { countLines } from '#modules/registry/plan.ts'
import { findUnread, type RowFault } from '#modules/registry/read-list.ts'
import { act, type Context } from '#platform/context.ts'
import { readTableFile, type Table } from '#platform/table-file/read-table.ts'
import { problemText, type Text } from '#text/text.ts'
import { withDoorway } from './database.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { operator } from './operator.ts'
import { print, printError } from './output.ts'
import { progressLine } from './progress.ts'

interface ImportOptions {
  readonly allOrNothing?: boolean
  readonly preview?: boolean
  readonly json?: boolean
  readonly lang: Language
}

export interface ListImport {
  readonly kind: ImportKind
  readonly description: string
  /** The columns, for the help. */
  readonly columns: string
  readonly take: (context: Context, table: Table, way: ImportWay) => Promise<ImportOutcome>
}

export function listImportCommand({ description, columns, ...list }: ListImport): Command {
  return new Command('import')
    .description(description)
    .argument('<file>', columns)
    .option('--all-or-nothing', 'write nothing where any row is to be mended')
    .option('--preview', 'say what would happen, and write nothing')
    .option('--json', 'print { added, updated, unchanged, failed: [{ line, field, reason }] }')
    .addOption(languageOption())
    .action((file: string, options: ImportOptions) => importFile(file, options, list))
}

async function importFile(
  file: string,
  options: ImportOptions,
  { kind, take }: Pick<ListImport, 'kind' | 'take'>,
): Promise<void> {
  const { allOrNothing = false, preview = false, json, lang } = options
  const text = textOf(lang)
  const table = await readTableFile(file)
  const way = {
    isAllOrNothing: allOrNothing,
    isPreview: preview,
    onProgress: progressLine(text.registry.progress),
  }
  const outcome = await withDoorway((doorway) =>
    act(doorway, operator(), (context) => take(context, table, way)),
  )
  const unread = findUnread(table, columnsOfLists[kind])
  if (unread.length > 0) printError(text.registry.unread({ columns: unread.join(', ') }))
  if (json) print(JSON.stringify(toJson(outcome, text), null, 2))
  else for (const line of summaryLines(outcome, options, text)) print(line)
  if (outcome.faults.length > 0) process.exitCode = 1
}

function toJson({ added, updated, unchanged, faults }: ImportOutcome, text: Text): unknown {
  const failed = faults.map((fault) => ({
    line: fault.line,
    field: fault.field,
    reason: reasonOf(fault, text),
  }))
  return { added, updated, unchanged, failed }
}

function reasonOf({ code, parameters }: RowFault, text: Text): string {
  return problemText(text, code, parameters)
}

const mostShown = 50

function summaryLines(outcome: ImportOutcome, options: ImportOptions, text: Text): string[] {
  const { registry } = text
  const { added, updated, unchanged, faults } = outcome
  const failed = countLines(faults)
  const isRefused = options.allOrNothing === true && failed > 0
  const heading = options.preview ? registry.previewed : isRefused ? registry.refused : registry.imported
  const rest = faults.length - mostShown
  return [
    heading({ added, updated, unchanged, failed }),
    ...faults.slice(0, mostShown).map((fault) => {
      const { line, field } = fault
      return registry.fault({ line, field, reason: reasonOf(fault, text) })
    }),
    ...(rest > 0 ? [registry.moreFaults({ count: rest })] : []),
  ]
}
