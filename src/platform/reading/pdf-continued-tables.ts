/** Joins the parts of a table that goes on over several pages, so that its heading stands above all its rows. */
import type { RuledTable } from './pdf-ruled-tables.ts'
import type { Line } from './pdf-words.ts'

export interface PageTables {
  /** From the top down. */
  readonly ruled: readonly RuledTable[]
  readonly spaced: readonly (readonly (readonly string[])[])[]
  /** Lines that stand in no ruled table. */
  readonly around: readonly Line[]
}

/** A running head or the number of the page may stand between two parts; more is another table's introduction. */
const mostLinesBetween = 1
/** In points. */
const sameColumn = 3

export function joinTables(pages: readonly PageTables[]): string[][][] {
  const tables: string[][][] = []
  let last: { readonly table: RuledTable; readonly rows: string[][]; readonly page: PageTables } | undefined
  for (const page of pages) {
    for (const [at, table] of page.ruled.entries()) {
      const isRest = at === 0 && last && last.page !== page && continues(last, table, page)
      const rows = table.rows.map((row) => [...row])
      if (isRest && last) last.rows.push(...withoutHeading(rows, last.rows))
      else tables.push(rows)
      last = { table, rows: isRest && last ? last.rows : rows, page }
    }
    if (page.ruled.length === 0) last = undefined
    tables.push(...page.spaced.map((rows) => rows.map((row) => [...row])))
  }
  return tables
}

function continues(
  last: { readonly table: RuledTable; readonly page: PageTables },
  table: RuledTable,
  page: PageTables,
): boolean {
  const below = last.page.around.filter(({ y }) => y > last.table.bottom)
  const above = page.around.filter(({ y }) => y < table.top)
  return (
    below.length <= mostLinesBetween &&
    above.length <= mostLinesBetween &&
    table.xs.length === last.table.xs.length &&
    table.xs.every((x, at) => Math.abs(x - (last.table.xs[at] ?? 0)) <= sameColumn)
  )
}

/** Many writers repeat the heading at the top of each page. */
function withoutHeading(rows: string[][], above: readonly (readonly string[])[]): string[][] {
  const firstOwn = rows.findIndex((row, at) => row.join('\t') !== above[at]?.join('\t'))
  return firstOwn < 0 ? [] : rows.slice(firstOwn)
}
