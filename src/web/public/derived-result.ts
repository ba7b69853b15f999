/** A result with the framework it was made with and the sheet that derives its figures. */
import type { LoadedFramework } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { findShownSheet } from '#modules/results/queries.ts'
import type { AgencyResult } from '#modules/results/result.ts'
import { makeSheet, type ScoreSheet } from '#modules/scoring/sheet.ts'
import type { Queryable } from '#platform/database.ts'

export interface DerivedResult {
  readonly loaded: LoadedFramework
  /** The frozen sheet; for a result known only as published, what its figures derive from each other. */
  readonly sheet: ScoreSheet
  /** The ids of the figures that the sheet withholds. */
  readonly withheld: readonly string[]
}

/** Undefined where there is no framework to derive the figures with. */
export async function derivedResult(db: Queryable, result: AgencyResult): Promise<DerivedResult | undefined> {
  const loaded = await frameworkOf(db, result)
  if (!loaded) return undefined
  const frozen = await findShownSheet(db, result.agency.code, result.fiscalYear)
  return { loaded, ...(frozen ?? { sheet: sheetOfPublished(loaded, result), withheld: [] }) }
}

/** What the published indicators alone give, whatever was published of the instruments. */
export function sheetOfIndicators({ loaded }: DerivedResult, { imported }: AgencyResult): ScoreSheet {
  return makeSheet(loaded, { indicators: known(imported?.figures.indicators) })
}

async function frameworkOf(
  db: Queryable,
  { fiscalYear, frameworkHash }: AgencyResult,
): Promise<LoadedFramework | undefined> {
  if (frameworkHash === null) return undefined
  const shipped = await findShippedFramework(fiscalYear)
  return shipped?.hash === frameworkHash ? shipped : getPinnedFramework(db, frameworkHash)
}

function sheetOfPublished(loaded: LoadedFramework, { imported }: AgencyResult): ScoreSheet {
  const { indicators, instruments } = imported?.figures ?? {}
  return makeSheet(loaded, { indicators: known(indicators), instruments: known(instruments) })
}

function known(figures: Readonly<Record<string, string | null>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([id, value]) => (value === null ? [] : [[id, value]])),
  )
}
