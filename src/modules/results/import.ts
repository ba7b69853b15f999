/** Takes in results as another system published them, in place of what was imported of the same agency and year. */

import { sql } from 'drizzle-orm'
import { inBatches } from '#base/batches.ts'
import { newId } from '#base/id.ts'
import { authorize } from '#base/permission.ts'
import { type Finding, Problem } from '#base/problem.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { findAgencyIds } from '#modules/registry/queries.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canImportResults } from './access.ts'
import { findFaults, type ImportedResult, keptOf, selfDisagreements, twoDecimals } from './imported-result.ts'
import { results } from './tables.ts'

export interface ResultsEntry {
  readonly fiscalYear: number
  readonly results: readonly ImportedResult[]
}

/**
 * All or none; computed results are never touched. Throws `access.refused`, or `results.importInvalid` with a
 * finding for each thing to mend.
 */
export async function importResults(
  context: Context,
  { fiscalYear, results: entries }: ResultsEntry,
): Promise<{ readonly agencies: number }> {
  const role = authorize(context.actor, canImportResults)
  const framework = (await findShippedFramework(fiscalYear))?.framework
  const codes = entries.map(({ agencyCode }) => agencyCode)
  const agencies = await findAgencyIds(context.transaction, codes)
  const findings = [
    ...missingOrTwice(entries, agencies),
    ...entries.flatMap((entry) => findFaults(entry, framework)),
  ]
  if (findings.length > 0) throw Problem.ofFindings('results.importInvalid', findings, { year: fiscalYear })
  const rows = entries.flatMap((entry) => {
    const agencyId = agencies.get(entry.agencyCode.toLowerCase())
    return agencyId ? [{ ...toRow(entry, framework), agencyId, fiscalYear, at: context.now }] : []
  })
  for (const batch of inBatches(rows, 1000)) await upsert(context, batch)
  await recordEvent(context, {
    event: 'results.imported',
    role,
    subject: `year:${fiscalYear}`,
    details: { agencies: rows.length },
  })
  return { agencies: rows.length }
}

function missingOrTwice(
  entries: readonly ImportedResult[],
  agencies: ReadonlyMap<string, string>,
): Finding[] {
  const findings: Finding[] = []
  const seen = new Set<string>()
  for (const { agencyCode: code, line } of entries) {
    const key = code.toLowerCase()
    const place = line ? { line } : {}
    if (!agencies.has(key)) findings.push({ ...place, code: 'registry.agencyNotFound', parameters: { code } })
    if (seen.has(key)) findings.push({ ...place, code: 'results.agencyTwice', parameters: { agency: code } })
    seen.add(key)
  }
  return findings
}

function toRow(entry: ImportedResult, framework: Framework | undefined) {
  return {
    id: newId(),
    origin: 'imported' as const,
    total: entry.total === undefined ? null : twoDecimals(entry.total),
    ...keptOf(entry, framework),
    ranks: entry.ranks ?? {},
    disagreements: selfDisagreements(entry, framework),
    source: entry.source,
    noteTh: entry.note?.th ?? null,
    noteEn: entry.note?.en ?? null,
  }
}

async function upsert(
  { transaction }: Context,
  rows: readonly (typeof results.$inferInsert)[],
): Promise<void> {
  await transaction
    .insert(results)
    .values([...rows])
    .onConflictDoUpdate({
      target: [results.agencyId, results.fiscalYear, results.origin],
      set: {
        total: sql`excluded.total`,
        rating: sql`excluded.rating`,
        figures: sql`excluded.figures`,
        ranks: sql`excluded.ranks`,
        disagreements: sql`excluded.disagreements`,
        source: sql`excluded.source`,
        noteTh: sql`excluded.note_th`,
        noteEn: sql`excluded.note_en`,
        at: sql`excluded.at`,
      },
    })
}
