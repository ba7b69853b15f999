/** The board as a spreadsheet: a row for each item. */
import { type Row, writeWorkbook } from '#platform/table-file/write-table.ts'
import type { Text } from '#text/text.ts'
import type { AnsweredLink } from './answers.ts'
import type { Board, BoardItem } from './board.ts'

/** XLSX, in the language of the text. */
export async function exportBoard(
  board: Pick<Board, 'fiscalYear' | 'items'>,
  text: Text,
): Promise<Uint8Array> {
  return writeWorkbook(text.itemsExport.sheet({ year: board.fiscalYear }), boardRows(board, text))
}

/** The headings first. Where an item has several links, a cell has a line for each, in the order of the links. */
export function boardRows({ items }: Pick<Board, 'items'>, text: Text): Row[] {
  return [Object.values(text.itemsExport.headings), ...items.map((item) => itemRow(item, text))]
}

function itemRow(item: BoardItem, text: Text): Row {
  const { language, itemsExport: words } = text
  const { links } = item
  const lineOf = (toLine: (link: AnsweredLink) => string) => links.map(toLine).join('\n')
  return [
    item.code.toUpperCase(),
    item.title[language],
    item.elements.map((element, index) => `${index + 1}. ${element.text[language]}`).join('\n'),
    text.itemStates[item.state],
    item.unit?.name[language] ?? null,
    item.owner?.name ?? null,
    item.dueOn,
    item.has === null ? null : item.has ? words.has : words.hasNot,
    lineOf(({ url }) => url),
    lineOf(({ place }) => place),
    lineOf(({ check }) => (check ? text.checker.verdicts[check.report.verdict] : words.notChecked)),
    links.flatMap((link) => findingLines(link, text)).join('\n'),
  ]
}

/** What does not pass, with the number of the link. */
function findingLines({ position, check }: AnsweredLink, { checker }: Text): string[] {
  const checks: Readonly<Record<string, string>> = checker.checks
  return (check?.report.findings ?? [])
    .filter(({ result }) => result !== 'pass')
    .map(({ element, result, quote }) => {
      const said = `${position}. ${checker.results[result]}: ${checks[element] ?? element}`
      return quote === '' ? said : `${said} “${quote}”`
    })
}
