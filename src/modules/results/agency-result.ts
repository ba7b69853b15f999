/** Everything told of one agency's year: the leading result, what stands behind it, and the years around it. */
import { eq } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import type { Words } from '#base/words.ts'
import type { Framework, LoadedFramework } from '#modules/frameworks/framework.ts'
import { getAgencyByCode } from '#modules/registry/queries.ts'
import { findEnrolment } from '#modules/rounds/queries.ts'
import { makeSheet, type ScoreSheet } from '#modules/scoring/sheet.ts'
import type { Queryable } from '#platform/database.ts'
import {
  type Reading,
  readDeciders,
  readIndicators,
  readInstruments,
  readItems,
  readQuestions,
} from './breakdown.ts'
import { changeBetween, disagreementsBetween, findRating } from './figures.ts'
import { isLeading } from './leading.ts'
import { loadedFrameworkOf, toFigures } from './published.ts'
import type { AgencyResult, TrendPoint } from './result.ts'
import { results } from './tables.ts'

/** Throws `registry.agencyNotFound`, or `results.notFound` where nothing is published of the year. */
export async function getAgencyResult(
  db: Queryable,
  code: string,
  fiscalYear: number,
): Promise<AgencyResult> {
  const agency = await getAgencyByCode(db, code)
  const history = await selectHistory(db, agency.id)
  const row = history.find((each) => each.leads && each.fiscalYear === fiscalYear)
  if (!row) throw new Problem('notFound', 'results.notFound', { agency: agency.code, year: fiscalYear })
  const imported = history.find((each) => each.origin === 'imported' && each.fiscalYear === fiscalYear)
  const loaded = await loadedFrameworkOf(db, row)
  const trend = await makeTrend(db, history)
  const own = trend.find((point) => point.fiscalYear === fiscalYear)
  const before = trend.find((point) => point.fiscalYear === fiscalYear - 1)
  return {
    agency,
    fiscalYear,
    origin: row.origin,
    ...makeFigures({ row, imported, loaded, sheet: await findSheet(db, row), history }),
    change: own?.change ?? null,
    ratingChange: own?.rating && before?.rating ? before.rating.step - own.rating.step : null,
    ranks: row.ranks,
    trend,
    note: row.roundId ? await findNote(db, { roundId: row.roundId, agencyId: agency.id }) : null,
    frameworkHash: loaded?.hash ?? null,
    sheetHash: row.sheetHash,
    hasSheet: row.sheetHash !== null,
  }
}

function selectHistory(db: Queryable, agencyId: string) {
  return db
    .select({
      id: results.id,
      fiscalYear: results.fiscalYear,
      origin: results.origin,
      roundId: results.roundId,
      frameworkHash: results.frameworkHash,
      total: results.total,
      rating: results.rating,
      figures: results.figures,
      ranks: results.ranks,
      disagreements: results.disagreements,
      sheetHash: results.sheetHash,
      source: results.source,
      noteTh: results.noteTh,
      noteEn: results.noteEn,
      leads: isLeading,
    })
    .from(results)
    .where(eq(results.agencyId, agencyId))
    .orderBy(results.fiscalYear)
}

type HistoryRow = Awaited<ReturnType<typeof selectHistory>>[number]

async function findSheet(db: Queryable, { id, sheetHash }: HistoryRow): Promise<ScoreSheet | null> {
  if (sheetHash === null) return null
  const [found] = await db.select({ sheet: results.sheet }).from(results).where(eq(results.id, id))
  return found?.sheet ?? null
}

async function findNote(db: Queryable, key: { roundId: string; agencyId: string }): Promise<Words | null> {
  return (await findEnrolment(db, key))?.note ?? null
}

interface Material {
  readonly row: HistoryRow
  readonly imported: HistoryRow | undefined
  readonly loaded: LoadedFramework | undefined
  readonly sheet: ScoreSheet | null
  readonly history: readonly HistoryRow[]
}

type Made = Pick<
  AgencyResult,
  | 'total'
  | 'rating'
  | 'decidedBy'
  | 'instruments'
  | 'indicators'
  | 'questions'
  | 'items'
  | 'imported'
  | 'disagreements'
>

function makeFigures({ row, imported, loaded, sheet, history }: Material): Made {
  const framework = loaded?.framework
  const figures = toFigures(row, framework)
  const before = history.find(({ leads, fiscalYear }) => leads && fiscalYear === row.fiscalYear - 1)?.figures
  const reading = loaded && {
    framework: loaded.framework,
    sheet: sheet ?? makeSheet(loaded, publishedInputs(row)),
    figures,
    before,
  }
  return {
    total: figures.total,
    rating: figures.rating,
    decidedBy: framework ? readDeciders(framework, figures) : [],
    ...(reading ? readBreakdown(reading) : { instruments: [], indicators: [], questions: [], items: [] }),
    imported: imported ? toImported(imported, framework) : null,
    disagreements: collectDisagreements(row, imported, framework),
  }
}

function readBreakdown(reading: Reading) {
  return {
    instruments: readInstruments(reading),
    indicators: readIndicators(reading),
    questions: readQuestions(reading),
    items: readItems(reading),
  }
}

/** What scoring starts from when only published figures are known. */
function publishedInputs({ figures }: Pick<HistoryRow, 'figures'>) {
  return { indicators: knownOnly(figures.indicators), instruments: knownOnly(figures.instruments) }
}

function knownOnly(amounts: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(amounts).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  )
}

function toImported(
  row: HistoryRow,
  framework: Framework | undefined,
): NonNullable<AgencyResult['imported']> {
  return {
    figures: toFigures(row, framework),
    ranks: row.ranks,
    source: row.source ?? '',
    note: row.noteTh && row.noteEn ? { th: row.noteTh, en: row.noteEn } : null,
  }
}

/** Published beside computed first, then what published figures say against each other. */
function collectDisagreements(
  row: HistoryRow,
  imported: HistoryRow | undefined,
  framework: Framework | undefined,
): AgencyResult['disagreements'] {
  if (!imported || imported.id === row.id) return row.disagreements
  const published = { total: imported.total, ...imported.figures }
  const computed = { total: row.total, ...row.figures }
  const between = disagreementsBetween({ published, computed }, framework)
  const named = new Set(between.map(({ node }) => node))
  return [...between, ...imported.disagreements.filter(({ node }) => !named.has(node))]
}

/** The leading totals by year, oldest first. */
async function makeTrend(db: Queryable, history: readonly HistoryRow[]): Promise<TrendPoint[]> {
  const totals = new Map(
    history.flatMap(({ leads, fiscalYear, total }) => (leads ? [[fiscalYear, total]] : [])),
  )
  const points: TrendPoint[] = []
  for (const row of history) {
    if (!row.leads || row.total === null) continue
    points.push({
      fiscalYear: row.fiscalYear,
      total: row.total,
      change: changeBetween(row.total, totals.get(row.fiscalYear - 1)),
      rating: findRating((await loadedFrameworkOf(db, row))?.framework, row.rating),
      origin: row.origin,
    })
  }
  return points
}
