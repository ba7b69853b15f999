/** Enrols agencies in a round, or changes what is known of those enrolled already. All or none. */
import { sql } from 'drizzle-orm'
import { inBatches } from '#base/batches.ts'
import { Problem } from '#base/problem.ts'
import type { Words } from '#base/words.ts'
import { findAgencyIds } from '#modules/registry/queries.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canEnrolAgencies } from './access.ts'
import { getOpenRound } from './queries.ts'
import { roundSubject } from './round.ts'
import { enrolments } from './tables.ts'

export interface EnrolmentEntry {
  readonly agencyCode: string
  /** People who work there and may answer the internal survey. */
  readonly staffHeadcount?: number
  readonly note?: Words
}

/**
 * Throws `round.notAllowed`, `round.notFound`, `round.closed`, or `round.enrolmentsInvalid` with a finding for each
 * agency that is not registered.
 */
export async function enrolAgencies(
  context: Context,
  { fiscalYear, agencies }: { readonly fiscalYear: number; readonly agencies: readonly EnrolmentEntry[] },
): Promise<void> {
  if (!canEnrolAgencies(context.actor)) throw new Problem('forbidden', 'round.notAllowed')
  const round = await getOpenRound(context.transaction, fiscalYear)
  const codes = agencies.map(({ agencyCode }) => agencyCode)
  const ids = await findAgencyIds(context.transaction, codes)
  const findings = codes
    .filter((code) => !ids.has(code.toLowerCase()))
    .map((code) => ({ code: 'registry.agencyNotFound', parameters: { code } }))
  if (findings.length > 0) throw Problem.ofFindings('round.enrolmentsInvalid', findings)
  const rows = new Map(
    agencies.flatMap((entry) => {
      const agencyId = ids.get(entry.agencyCode.toLowerCase())
      return agencyId ? [[agencyId, toRow(entry, { roundId: round.id, agencyId })] as const] : []
    }),
  )
  for (const batch of inBatches([...rows.values()], 1000)) await upsert(context, batch)
  await recordEvent(context, {
    event: 'agencies.enrolled',
    subject: roundSubject(fiscalYear),
    details: { agencies: rows.size },
  })
}

type EnrolmentRow = typeof enrolments.$inferInsert

function toRow(entry: EnrolmentEntry, key: { roundId: string; agencyId: string }): EnrolmentRow {
  return {
    ...key,
    staffHeadcount: entry.staffHeadcount ?? null,
    noteTh: entry.note?.th ?? null,
    noteEn: entry.note?.en ?? null,
  }
}

async function upsert({ transaction }: Context, rows: readonly EnrolmentRow[]): Promise<void> {
  await transaction
    .insert(enrolments)
    .values([...rows])
    .onConflictDoUpdate({
      target: [enrolments.roundId, enrolments.agencyId],
      set: {
        staffHeadcount: sql`excluded.staff_headcount`,
        noteTh: sql`excluded.note_th`,
        noteEn: sql`excluded.note_en`,
      },
    })
}
