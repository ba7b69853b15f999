/** Writes a ranking as CSV that a spreadsheet opens as it is and never runs. */
import { stringify } from 'csv-stringify/sync'
import type { PublishedResult, RankingRow } from '#modules/results/result.ts'
import type { Reader } from '../../ui/language.ts'
import { listRanks, shortName } from '../short-names.ts'

const byteOrderMark = '\uFEFF'
const indicatorNumbers = Array.from({ length: 10 }, (_, index) => index + 1)
const parts = ['iit', 'eitPublic', 'eitSurvey', 'eit', 'oit']

interface Column {
  readonly head: string
  readonly cell: (row: RankingRow) => string
}

/** UTF-8 with a byte order mark, a line of heads in the reader's language, CRLF line ends. */
export function rankingCsv(rows: readonly RankingRow[], reader: Reader): string {
  const columns = columnsFor(reader)
  const lines = rows.map((row) => columns.map(({ cell }) => cell(row)))
  const table = stringify([columns.map(({ head }) => head), ...lines], { record_delimiter: '\r\n' })
  return byteOrderMark + table
}

/** A text that a spreadsheet would take for a formula is led by an apostrophe. */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function columnsFor({ say, text }: Reader): Column[] {
  const { columns, openData, origins } = text.site
  const { csv } = text.published
  const named = (head: string, cell: Column['cell']): Column => ({ head, cell: (row) => safeText(cell(row)) })
  const numbered = (head: string, cell: (row: RankingRow) => string | number | null | undefined): Column => ({
    head,
    cell: (row) => String(cell(row) ?? ''),
  })
  return [
    numbered(columns.year, ({ result }) => result.fiscalYear),
    numbered(columns.place, ({ place }) => place),
    named(columns.code, ({ result }) => result.agency.code),
    named(columns.nameThai, ({ result }) => result.agency.name.th),
    named(columns.nameEnglish, ({ result }) => result.agency.name.en),
    named(columns.type, ({ result }) => say(result.agency.type.name)),
    named(columns.ministry, ({ result: { agency } }) => (agency.ministry ? say(agency.ministry.name) : '')),
    named(columns.province, ({ result: { agency } }) => (agency.province ? say(agency.province.name) : '')),
    numbered(columns.total, ({ result }) => result.figures.total),
    named(columns.rating, ({ result: { figures } }) => (figures.rating ? say(figures.rating.name) : '')),
    numbered(columns.change, ({ result }) => result.change),
    ...parts.map((part) => numbered(part, ({ result }) => result.figures.instruments[part])),
    ...indicatorNumbers.map((number) =>
      numbered(columns.indicator(number), ({ result }) => result.figures.indicators[number]),
    ),
    named(columns.origin, ({ result }) => origins[result.origin]),
    named(csv.disagreements, ({ result }) => differences(text, result)),
    named(csv.derived, ({ result }) => namesOf(text, result.derived)),
    named(csv.withheld, ({ result }) => namesOf(text, result.withheld)),
    named(csv.publishedRanks, ({ result }) => publishedRanks(text, result)),
    named(csv.source, ({ result }) => result.imported?.source ?? ''),
    named(text.site.imaginary, ({ result }) => (result.agency.isImaginary ? openData.yes : openData.no)),
  ]
}

function differences(text: Reader['text'], { disagreements }: PublishedResult): string {
  return disagreements
    .map(({ node, published, computed }) =>
      text.published.differsNamed(shortName(text, node), published, computed),
    )
    .join('; ')
}

function namesOf(text: Reader['text'], nodes: readonly string[]): string {
  return nodes.map((node) => shortName(text, node)).join('; ')
}

function publishedRanks(text: Reader['text'], { imported }: PublishedResult): string {
  return listRanks(imported?.ranks ?? {})
    .map(([scope, { place, of }]) => `${text.site.agency.rankScopes[scope]} ${place}/${of}`)
    .join('; ')
}
