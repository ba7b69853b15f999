/** `prongsai agencies list`: the registry for a person, a program, or a spreadsheet that can be imported again. */
import { Command, Option } from 'commander'
import { Problem } from '#base/problem.ts'
import { parseDay } from '#base/thai-date.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import type { AgencySize } from '#modules/registry/agency.ts'
import {
  type AgencyListQuery,
  type AgencySort,
  agencySorts,
  getReference,
  type ListedRecord,
  listAgencyRecords,
} from '#modules/registry/agency-list.ts'
import { type ExportFormat, exportAgencies } from '#modules/registry/export-list.ts'
import type { Reference, ReferenceKind } from '#modules/registry/reference.ts'
import type { Text } from '#text/text.ts'
import { withDoorway } from './database.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { print, printBytes } from './output.ts'

interface ListOptions {
  readonly search?: string
  readonly type?: string
  readonly ministry?: string
  readonly province?: string
  readonly sort: AgencySort
  readonly descending?: boolean
  readonly page?: string
  readonly pageSize?: string
  readonly json?: boolean
  readonly size?: AgencySize
  readonly activeOn?: string
  readonly format?: Exclude<ExportFormat, 'json'>
  readonly lang: Language
}

export function agenciesListCommand(): Command {
  return new Command('list')
    .description('list agencies: all of them for programs and spreadsheets, a page at a time for people')
    .option('--search <text>', 'part of a name in Thai or English, or of the code')
    .option('--type <type>', 'only this type, by code or name')
    .option('--ministry <ministry>', 'only those of this ministry, by code or name')
    .option('--province <province>', 'only those in this province, by code or name')
    .addOption(new Option('--size <size>', 'only those of this size').choices(['S', 'M', 'L']))
    .option('--active-on <day>', 'only those that exist on this day')
    .addOption(new Option('--sort <column>', agencySorts.join(' | ')).choices(agencySorts).default('name'))
    .option('--descending', 'the last first')
    .option('--page <number>', 'only this page')
    .option('--page-size <count>', 'so many on a page (50)')
    .option('--json', 'print a JSON array')
    .addOption(
      new Option('--format <format>', 'as import reads it').choices(['csv', 'xlsx']).conflicts('json'),
    )
    .addOption(languageOption())
    .action(list)
}

const defaultPageSize = 50
const largestPage = 10_000

async function list(options: ListOptions): Promise<void> {
  const { json, format, lang } = options
  const query = queryOf(options)
  const { page } = query
  if (format) {
    const file = await withDoorway(({ database }) => exportAgencies(database.query, query, format))
    return printBytes(file.bytes)
  }
  const { found, reference } = await withDoorway(async ({ database }) => ({
    found: await listAgencyRecords(database.query, query),
    reference: await getReference(database.query),
  }))
  if (json) return print(JSON.stringify(found.agencies, null, 2))
  if (found.total === 0) return print(textOf(lang).registry.none)
  for (const agency of found.agencies) print(agencyLine(agency, reference, textOf(lang)))
  const { number, size } = page ?? { number: 1, size: found.total }
  print(
    textOf(lang).registry.page({ page: number, pages: Math.ceil(found.total / size), total: found.total }),
  )
}

function queryOf(options: ListOptions): AgencyListQuery {
  const { search, type, ministry, province, size, sort, activeOn: typed } = options
  const activeOn = typed === undefined ? undefined : parseDay(typed)
  if (typed !== undefined && activeOn === undefined) {
    throw new Problem('invalid', 'registry.dayInvalid', { value: typed })
  }
  const isDescending = options.descending === true
  const page = pageOf(options)
  return { search, type, ministry, province, size, activeOn, sort, isDescending, page }
}

/** Undefined, for all there are, where a program asks and names no page. */
function pageOf({ page, pageSize, json, format }: ListOptions) {
  const isForProgram = json === true || format !== undefined
  if (isForProgram && page === undefined && pageSize === undefined) return undefined
  return {
    number: parseCount('--page', page ?? '1', 1_000_000),
    size: parseCount('--page-size', pageSize ?? String(defaultPageSize), largestPage),
  }
}

function parseCount(option: string, value: string, most: number): number {
  const digits = toArabicDigits(value.trim())
  const count = Number(digits)
  if (!/^\d+$/.test(digits) || count < 1 || count > most) {
    throw new Problem('invalid', 'registry.numberInvalid', { option, value, most })
  }
  return count
}

function agencyLine(agency: ListedRecord, reference: Reference, text: Text): string {
  const nameOf = (kind: ReferenceKind, code: string | null) =>
    reference[kind].find((group) => group.code === code)?.name[text.language]
  const parts = [
    agency.code,
    text.language === 'th' ? agency.name_th : agency.name_en,
    nameOf('types', agency.type),
    nameOf('ministries', agency.ministry),
    nameOf('provinces', agency.province),
    agency.is_imaginary ? text.registry.imaginary : undefined,
  ]
  return parts.filter((part) => part !== undefined).join('  ')
}
