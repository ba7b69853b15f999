/** Looks for an element of an item in the ways its framework gives. Pure. */
import type { FiscalYear } from '#base/fiscal-year.ts'
import type { ElementCheck } from '#modules/frameworks/element-check.ts'
import type { Element } from '#modules/frameworks/framework.ts'
import type { Format, Reading } from '#platform/reading/document.ts'
import { formatOfAddress, isHomeAddress, isOfSite, readAddress } from './addresses.ts'
import type { Content } from './content.ts'
import { type Look, missed, passed, worst } from './finding.ts'
import { labelledValues } from './labelled-values.ts'
import { findAny, quoteOf, shortQuote } from './matching-text.ts'
import { holdsAmount, isBlank, isDash, saysNone } from './money-cell.ts'
import { findAnyYear, findYear } from './named-year.ts'
import { isPersonal, isSocialNetwork, socialAccounts } from './social-accounts.ts'
import { type ColumnCell, cellsOfColumns } from './table-columns.ts'

/** What is known around a document when its elements are looked for. */
export interface Circumstances {
  readonly content: Content
  readonly fiscalYear: FiscalYear
  readonly asked: URL
  /** The agency's main website, where it is known. */
  readonly site: URL | null
  /** The home page of the main website, or of the site that was asked; null where it could not be read. */
  readonly home: Reading | null
  /** Of all files given for the item. */
  readonly formats: readonly Format[]
}

/** Undefined where the element is for people to judge. */
export function lookFor({ checks = [] }: Element, around: Circumstances): Look | undefined {
  return worst(checks.flatMap((check) => looksOf(check, around) ?? []))
}

/** For an item about social networks in a year whose elements do not say so. */
export function lookForNetworks(around: Circumstances): Look | undefined {
  return worst([lookForAccounts(around), lookAtAccounts(around)].flatMap((look) => look ?? []))
}

type Of<Kind extends ElementCheck['kind']> = Extract<ElementCheck, { kind: Kind }>

function looksOf(check: ElementCheck, around: Circumstances): Look | undefined {
  switch (check.kind) {
    case 'socialLinks':
      return lookForAccounts(around)
    case 'agencyAccounts':
      return lookAtAccounts(around)
    case 'mainSiteLink':
      return lookAtAddress(around)
    case 'formats':
      return lookAtFormats(check, around)
    default:
      return around.content.reading.hasText ? lookInside(check, around) : missed({ result: 'warn' }, 'byEye')
  }
}

function lookInside(
  check: Of<'words' | 'moneyColumn' | 'noBlank' | 'fiscalYear'>,
  { content, fiscalYear }: Circumstances,
): Look | undefined {
  switch (check.kind) {
    case 'words':
      return lookForWords(check, content)
    case 'moneyColumn':
      return lookAtMoney(check, content)
    case 'noBlank':
      return lookForBlanks(check, content)
    case 'fiscalYear':
      return lookForYear(content, fiscalYear - (check.yearsBack ?? 0))
  }
}

/** Another year in the heading, and the right one nowhere, is a document of another year; else it may be left unsaid. */
export function lookForYear({ words, heading }: Content, year: FiscalYear): Look {
  const found = findYear(words, year)
  if (found) return passed(quoteOf(words, found))
  const other = findAnyYear(heading)
  if (!other) return missed({ result: 'warn' }, 'yearMissing', { year })
  return missed({ result: 'fail', quote: quoteOf(heading, other) }, 'yearOther', { year })
}

function lookForWords({ anyOf, required }: Of<'words'>, { words }: Content): Look {
  const found = findAny(words, anyOf)
  if (found) return passed(quoteOf(words, found))
  const examples = anyOf.slice(0, 3).map((word) => word.replaceAll('#', '…'))
  return missed({ result: required ? 'fail' : 'warn' }, 'words', { words: examples.join(' / ') })
}

function cellsOf({ reading }: Content, columns: readonly string[]): ColumnCell[] {
  const cells = cellsOfColumns(reading.tables, columns)
  return cells.length > 0 ? cells : labelledValues(reading.text, columns)
}

function lookAtMoney({ columns, none }: Of<'moneyColumn'>, content: Content): Look {
  const cells = cellsOf(content, columns)
  const [first] = cells
  if (!first)
    return missed({ result: 'warn' }, 'moneyColumn', { columns: columns.slice(0, 3).join(' / '), none })
  const blank = cells.filter(({ cell }) => isBlank(cell))
  const wrong = cells.filter(({ cell }) => !isBlank(cell) && !holdsAmount(cell) && !saysNone(cell, none))
  const [firstWrong] = wrong
  if (firstWrong) {
    const quote = shortQuote([...new Set(wrong.map(({ cell }) => cell.trim()))].join(' | '))
    return missed({ result: 'fail', quote }, 'moneyCell', aboutCells(wrong, firstWrong, none))
  }
  const [firstBlank] = blank
  if (!firstBlank) return passed(shortQuote(`${first.heading}: ${first.cell}`))
  return missed(
    { result: 'fail', quote: rowQuote(firstBlank) },
    'moneyBlank',
    aboutCells(blank, firstBlank, none),
  )
}

function lookForBlanks({ columns, none }: Of<'noBlank'>, content: Content): Look | undefined {
  const cells = cellsOf(content, columns)
  const blank = cells.filter(({ cell }) => isBlank(cell) || (none !== undefined && isDash(cell)))
  const [first] = blank
  if (!first) return cells[0] && passed(shortQuote(`${cells[0].heading}: ${cells[0].cell}`))
  const about = aboutCells(blank, first, none ?? '')
  return missed(
    { result: 'fail', quote: rowQuote(first) },
    none === undefined ? 'blank' : 'blankNotNone',
    about,
  )
}

function aboutCells(cells: readonly ColumnCell[], { heading }: ColumnCell, none: string) {
  return { heading: shortQuote(heading), none, count: cells.length }
}

function rowQuote({ heading, row }: ColumnCell): string {
  const filled = row.map((each) => each.trim()).filter((each) => each !== '')
  return shortQuote(filled.join(' | ') || heading)
}

function lookForAccounts({ home, asked }: Circumstances): Look {
  if (!home) return missed({ result: isSocialNetwork(asked) ? 'fail' : 'warn' }, 'homeUnread')
  const [account] = socialAccounts(home.links)
  if (account) return passed(shortQuote(`${account.text} ${account.url}`))
  return home.hasText ? missed({ result: 'fail' }, 'socialMissing') : missed({ result: 'warn' }, 'homeUnread')
}

function lookAtAccounts({ home }: Circumstances): Look | undefined {
  const accounts = socialAccounts(home?.links ?? [])
  const personal = accounts.find(isPersonal)
  if (personal)
    return missed({ result: 'warn', quote: shortQuote(`${personal.text} ${personal.url}`) }, 'socialPersonal')
  return accounts[0] && passed(shortQuote(accounts.map(({ url }) => url).join(' ')))
}

function lookAtAddress({ asked, site }: Circumstances): Look {
  const quote = shortQuote(asked.href)
  const isElsewhere = site ? !isOfSite(asked, site) : isSocialNetwork(asked)
  if (isElsewhere) return missed({ result: 'fail', quote }, 'mainSiteLink', { site: site?.href ?? '' })
  if (isHomeAddress(asked)) return passed(quote)
  return missed({ result: 'warn', quote }, 'homePageLink', { site: (site ?? new URL('/', asked)).href })
}

function lookAtFormats({ least }: Of<'formats'>, { content, formats }: Circumstances): Look {
  const linked = content.reading.links.flatMap(({ url }) => {
    const address = readAddress(url)
    return (address && formatOfAddress(address)) ?? []
  })
  const own = content.reading.format === 'html' ? [] : [content.reading.format]
  const files = new Set(
    [...formats, ...own, ...linked].filter((format) => format !== 'html' && format !== 'unknown'),
  )
  if (files.size >= least) return passed([...files].join(' '))
  return missed({ result: 'warn', quote: [...files].join(' ') }, 'formats', { least })
}
