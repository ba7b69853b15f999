/** Loads whole published results by their ids: agency, figures, last year's total, and what was published elsewhere. */
import { and, eq, inArray } from 'drizzle-orm'
import type { Framework, LoadedFramework } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { agencyColumns, toAgency } from '#modules/registry/queries.ts'
import { agencies, agencyTypes, ministries, provinces } from '#modules/registry/tables.ts'
import { publishedIds } from '#modules/scoring/inputs.ts'
import type { Disagreement } from '#modules/scoring/score.ts'
import type { Queryable } from '#platform/database.ts'
import { mapClosings } from './closings.ts'
import { changeBetween, disagreementsBetween, findRating } from './figures.ts'
import { printedOnly } from './imported-result.ts'
import { isLeading } from './leading.ts'
import type { Figures, Imported, PublishedResult } from './result.ts'
import { results } from './tables.ts'

const resultColumns = {
  id: results.id,
  agencyId: results.agencyId,
  fiscalYear: results.fiscalYear,
  origin: results.origin,
  frameworkHash: results.frameworkHash,
  total: results.total,
  rating: results.rating,
  figures: results.figures,
  ranks: results.ranks,
  disagreements: results.disagreements,
  source: results.source,
  noteTh: results.noteTh,
  noteEn: results.noteEn,
}

type ResultRow = Pick<typeof results.$inferSelect, keyof typeof resultColumns>

/** The framework a result is to be read by: the one it was computed with, else the one shipped for its year. */
export async function loadedFrameworkOf(
  db: Queryable,
  { frameworkHash, fiscalYear }: Pick<ResultRow, 'frameworkHash' | 'fiscalYear'>,
): Promise<LoadedFramework | undefined> {
  return frameworkHash ? getPinnedFramework(db, frameworkHash) : findShippedFramework(fiscalYear)
}

export function toFigures(
  { total, rating, figures }: Pick<ResultRow, 'total' | 'rating' | 'figures'>,
  framework: Framework | undefined,
): Figures {
  const instruments = framework ? inOrder(figures.instruments, publishedIds(framework)) : figures.instruments
  return { total, rating: findRating(framework, rating), instruments, indicators: figures.indicators }
}

/** What was printed, without what follows from it. */
export function toImported(
  row: Pick<ResultRow, 'total' | 'rating' | 'figures' | 'ranks' | 'source' | 'noteTh' | 'noteEn'>,
  framework: Framework | undefined,
): Imported {
  const isRatingDerived = row.figures.derived?.includes('rating') ?? false
  const printed = {
    total: row.total,
    rating: isRatingDerived ? null : row.rating,
    figures: printedOnly(row.figures, framework),
  }
  return {
    figures: toFigures(printed, framework),
    ranks: row.ranks,
    standings: row.figures.standings ?? {},
    source: row.source ?? '',
    note: row.noteTh && row.noteEn ? { th: row.noteTh, en: row.noteEn } : null,
  }
}

type Compared = Pick<ResultRow, 'id' | 'total' | 'figures' | 'disagreements'>

/** Published beside computed first, then what published figures say against each other. */
export function collectDisagreements(
  row: Compared,
  imported: Compared | undefined,
  framework: Framework | undefined,
): readonly Disagreement[] {
  if (!imported || imported.id === row.id) return row.disagreements
  const published = { total: imported.total, ...printedOnly(imported.figures, framework) }
  const computed = { total: row.total, ...row.figures }
  const between = disagreementsBetween({ published, computed }, framework)
  const named = new Set(between.map(({ node }) => node))
  return [...between, ...imported.disagreements.filter(({ node }) => !named.has(node))]
}

/** PostgreSQL keeps the keys of its JSON in an order of its own. */
function inOrder<T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  const known = keys.filter((key) => key in record).map((key) => [key, record[key]])
  return { ...Object.fromEntries(known), ...record }
}

/** The results in the order of the ids. */
export async function loadPublished(db: Queryable, ids: readonly string[]): Promise<PublishedResult[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ result: resultColumns, ...agencyColumns })
    .from(results)
    .innerJoin(agencies, eq(agencies.id, results.agencyId))
    .innerJoin(agencyTypes, eq(agencyTypes.code, agencies.typeCode))
    .leftJoin(ministries, eq(ministries.code, agencies.ministryCode))
    .leftJoin(provinces, eq(provinces.code, agencies.provinceCode))
    .where(inArray(results.id, [...ids]))
  const found = rows.map(({ result }) => result)
  const [before, imported, closings] = await Promise.all([
    mapTotalsBefore(db, found),
    mapImported(db, found),
    mapClosings(db, ids),
  ])
  const published = new Map<string, PublishedResult>()
  for (const { result, ...agencyRow } of rows) {
    const framework = (await loadedFrameworkOf(db, result))?.framework
    const figures = toFigures(result, framework)
    const elsewhere = result.origin === 'imported' ? result : imported.get(keyOf(result))
    published.set(result.id, {
      agency: toAgency(agencyRow),
      fiscalYear: result.fiscalYear,
      origin: result.origin,
      figures,
      ranks: result.ranks,
      change: changeBetween(result.total, before.get(keyOf(result))),
      imported: elsewhere ? toImported(elsewhere, framework) : null,
      disagreements: collectDisagreements(result, elsewhere, framework),
      derived: result.figures.derived ?? [],
      withheld: result.figures.withheld ?? [],
      closings: closings.get(result.id) ?? {},
    })
  }
  return ids.flatMap((id) => published.get(id) ?? [])
}

function keyOf({ agencyId, fiscalYear }: Pick<ResultRow, 'agencyId' | 'fiscalYear'>): string {
  return `${agencyId} ${fiscalYear}`
}

/** Last year's leading totals, by agency and the year they are compared in. */
async function mapTotalsBefore(
  db: Queryable,
  found: readonly ResultRow[],
): Promise<Map<string, string | null>> {
  const rows = await db
    .select({ agencyId: results.agencyId, fiscalYear: results.fiscalYear, total: results.total })
    .from(results)
    .where(
      and(
        inArray(results.agencyId, [...new Set(found.map(({ agencyId }) => agencyId))]),
        inArray(results.fiscalYear, [...new Set(found.map(({ fiscalYear }) => fiscalYear - 1))]),
        isLeading,
      ),
    )
  return new Map(
    rows.map(({ agencyId, fiscalYear, total }) => [keyOf({ agencyId, fiscalYear: fiscalYear + 1 }), total]),
  )
}

async function mapImported(db: Queryable, found: readonly ResultRow[]): Promise<Map<string, ResultRow>> {
  const computed = found.filter(({ origin }) => origin === 'computed')
  if (computed.length === 0) return new Map()
  const rows = await db
    .select(resultColumns)
    .from(results)
    .where(
      and(
        eq(results.origin, 'imported'),
        inArray(results.agencyId, [...new Set(computed.map(({ agencyId }) => agencyId))]),
        inArray(results.fiscalYear, [...new Set(computed.map(({ fiscalYear }) => fiscalYear))]),
      ),
    )
  return new Map(rows.map((row) => [keyOf(row), row]))
}
