/** What somebody with a copy of the database would try: does anything about rows tell in which order people answered? */

import { splitMixed } from '#modules/surveys/mixed-answers.ts'

/** One row: when its respondent answered (0 the first), and all that can be seen of it. */
export interface SeenRow {
  readonly order: number
  readonly seen: Readonly<Record<string, string | number | null>>
}

/** How many standard deviations from chance are no chance any more: one in some millions, for each thing tried. */
const beyondChance = 5.2

/**
 * The names of what tells the order: by rank correlation, or because rows next to each other answered near each other.
 * What is the same in every row tells nothing.
 */
export function findTellingColumns(rows: readonly SeenRow[]): string[] {
  const names = Object.keys(rows[0]?.seen ?? {})
  return names.filter((name) => {
    const values = rows.map(({ seen }) => seen[name] ?? null)
    if (new Set(values).size < 2) return false
    const sorted = rows.toSorted((a, b) => compare(a.seen[name] ?? null, b.seen[name] ?? null))
    return Math.abs(rankCorrelation(rows, name)) > beyondChance || nearness(sorted) > beyondChance
  })
}

/** Spearman's rho in standard deviations; equal values share their middle rank. */
function rankCorrelation(rows: readonly SeenRow[], name: string): number {
  const orders = ranksOf(rows.map(({ order }) => order))
  const ranks = ranksOf(rows.map(({ seen }) => seen[name] ?? null))
  const middle = (rows.length + 1) / 2
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, rank, index) => sum + (rank - middle) * ((b[index] ?? middle) - middle), 0)
  const spread = Math.sqrt(product(orders, orders) * product(ranks, ranks))
  return spread === 0 ? 0 : (product(orders, ranks) / spread) * Math.sqrt(rows.length - 1)
}

function ranksOf(values: readonly (string | number | null)[]): number[] {
  const sorted = values.toSorted(compare)
  const first = new Map<unknown, number>()
  const last = new Map<unknown, number>()
  for (const [index, value] of sorted.entries()) {
    if (!first.has(value)) first.set(value, index)
    last.set(value, index)
  }
  return values.map((value) => ((first.get(value) ?? 0) + (last.get(value) ?? 0)) / 2 + 1)
}

/** How much nearer neighbours answered than chance has it (a third of all), in standard deviations. */
function nearness(sorted: readonly SeenRow[]): number {
  const count = sorted.length
  const gaps = sorted.slice(1).map(({ order }, index) => Math.abs(order - (sorted[index]?.order ?? 0)))
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const expected = (count + 1) / 3
  const deviation = count / Math.sqrt(18) / Math.sqrt(gaps.length)
  return (expected - mean) / deviation
}

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : Number(String(a) > String(b))
}

/** Each row by its place among those alike in one column, as if all such groups were one. */
export function withinGroups(rows: readonly SeenRow[], column: string): SeenRow[] {
  const groups = Map.groupBy(rows, ({ seen }) => seen[column])
  const rankIn = (list: readonly number[], value: number) =>
    list.filter((one) => one < value).length / list.length
  return [...groups.values()].flatMap((members) => {
    const orders = members.map(({ order }) => order)
    const places = members.map(({ seen }) => Number(seen.place))
    return members.map(({ order, seen }) => ({
      order: rankIn(orders, order) * rows.length,
      seen: { place: rankIn(places, Number(seen.place)) },
    }))
  })
}

/**
 * How many respondents are found by laying two tables side by side, each in some order of its own: by chance about
 * one, or one in each of so many groups that are known on purpose. Answers with the pairs of columns by which more are
 * found.
 */
export function findAligningColumns(
  people: readonly SeenRow[],
  answers: readonly SeenRow[],
  groups = 1,
): string[] {
  const mostByChance = groups + 8 * Math.sqrt(groups)
  const byEach = (rows: readonly SeenRow[]) =>
    Object.keys(rows[0]?.seen ?? {}).map((name) => ({
      name,
      orders: rows
        .toSorted((a, b) => compare(a.seen[name] ?? null, b.seen[name] ?? null))
        .map(({ order }) => order),
    }))
  const right = byEach(answers)
  return byEach(people).flatMap((left) =>
    right
      .filter(
        ({ orders }) => orders.filter((order, place) => order === left.orders[place]).length > mostByChance,
      )
      .map(({ name }) => `${left.name} ~ ${name}`),
  )
}

/** Values of single answers that stand in another table too, column by column. */
export function findSharedValues(answers: readonly SeenRow[], others: readonly SeenRow[]): string[] {
  const elsewhere = new Map<string, string>()
  for (const { seen } of others) {
    for (const [name, value] of Object.entries(seen)) if (value !== null) elsewhere.set(String(value), name)
  }
  const shared = Object.keys(answers[0]?.seen ?? {}).flatMap((name) => {
    const values = answers.map(({ seen }) => seen[name] ?? null)
    if (new Set(values).size < answers.length) return []
    return values.flatMap((value) => {
      const other = elsewhere.get(String(value))
      return other === undefined || ownPlace.has(name) ? [] : [`${name} = ${other}`]
    })
  })
  return [...new Set(shared)]
}

/** A row's place in its own table is a number like any other; it is tried by its order. */
const ownPlace = new Set(['ctid', 'line', 'place'])

type Row = SeenRow['seen']

interface AnswersRow {
  readonly answers?: string
  readonly respondents?: number
  readonly days?: string[]
  readonly day_counts?: number[]
}

/** Each answer of rows of answers by what it was, with all that is seen of its row, its day and its own place. */
export function readEach(
  rows: readonly (AnswersRow & Row)[],
): { readonly packed: string; readonly seen: Row }[] {
  return rows.flatMap(({ answers = '', days = [''], respondents = 1, day_counts = [respondents], ...seen }) =>
    splitMixed({ answers, days, dayCounts: day_counts }).map(({ day, packed }, index) => ({
      packed,
      seen: { ...seen, respondents, day, place: Number(seen.ctid) * 10_000 + index },
    })),
  )
}
