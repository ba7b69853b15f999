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
import { mapClosings } from './closings.ts'
import { changeBetween, findRating } from './figures.ts'
import { printedOnly } from './imported-result.ts'
import { isLeading } from './leading.ts'
import { collectDisagreements, loadedFrameworkOf, toFigures, toImported } from './published.ts'
import type { AgencyResult, TrendPoint } from './result.ts'
import { results } from './tables.ts'
import { withhold } from './withhold.ts'

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
    ...makeFigures({ row, imported, loaded, sheet: await findSheet(db, row, loaded), history }),
    change: own?.change ?? null,
    ratingChange: own?.rating && before?.rating ? before.rating.step - own.rating.step : null,
    ranks: row.ranks,
    closings: (await mapClosings(db, [row.id])).get(row.id) ?? {},
    trend,
    note: row.roundId ? await findNote(db, { roundId: row.roundId, agencyId: agency.id }) : null,
    frameworkHash: loaded?.hash ?? null,
    ...sheetOf(row),
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

async function findSheet(
  db: Queryable,
  { id, sheetHash }: HistoryRow,
  loaded: LoadedFramework | undefined,
): Promise<ScoreSheet | null> {
  if (sheetHash === null || !loaded) return null
  const [found] = await db.select({ sheet: results.sheet }).from(results).where(eq(results.id, id))
  return found?.sheet ? withhold(loaded.framework, found.sheet).sheet : null
}

/** A sheet of which anything is withheld is not handed out, nor the hash that its content could be guessed by. */
function sheetOf({ sheetHash, figures }: HistoryRow): Pick<AgencyResult, 'sheetHash' | 'hasSheet'> {
  const isWhole = sheetHash !== null && figures.withheld === undefined
  return { sheetHash: isWhole ? sheetHash : null, hasSheet: isWhole }
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
  | 'derived'
  | 'withheld'
>

function makeFigures({ row, imported, loaded, sheet, history }: Material): Made {
  const framework = loaded?.framework
  const figures = toFigures(row, framework)
  const before = history.find(({ leads, fiscalYear }) => leads && fiscalYear === row.fiscalYear - 1)?.figures
  const theirs = imported ? toImported(imported, framework) : null
  const reading = loaded && {
    framework: loaded.framework,
    sheet: sheet ?? makeSheet(loaded, publishedInputs(row, loaded.framework)),
    figures,
    before,
    standings: theirs?.standings ?? {},
  }
  return {
    total: figures.total,
    rating: figures.rating,
    decidedBy: framework ? readDeciders(framework, figures) : [],
    ...(reading ? readBreakdown(reading) : { instruments: [], indicators: [], questions: [], items: [] }),
    imported: theirs,
    disagreements: collectDisagreements(row, imported, framework),
    derived: row.figures.derived ?? [],
    withheld: row.figures.withheld ?? [],
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
function publishedInputs({ figures: stored }: Pick<HistoryRow, 'figures'>, framework: Framework) {
  const figures = printedOnly(stored, framework)
  return { indicators: knownOnly(figures.indicators), instruments: knownOnly(figures.instruments) }
}

function knownOnly(amounts: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(amounts).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  )
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
      isRatingDerived: row.figures.derived?.includes('rating') ?? false,
      origin: row.origin,
    })
  }
  return points
}
