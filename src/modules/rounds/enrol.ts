/** Enrols agencies in a round, or adds to what is known of those enrolled already. All or none. */

import { sql } from 'drizzle-orm'
import { inBatches } from '#base/batches.ts'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import type { Words } from '#base/words.ts'
import { findAgencyIds } from '#modules/registry/queries.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canEnrolAgencies } from './access.ts'
import { getOpenRound, mapEnrolledAgencies } from './queries.ts'
import { roundSubject } from './round.ts'
import { enrolments } from './tables.ts'

export interface EnrolmentEntry {
  readonly agencyCode: string
  /** People who work there and may answer the internal survey. */
  readonly staffHeadcount?: number
  readonly note?: Words
}

export interface EnrolmentCounts {
  /** Agencies asked for, each counted once. */
  readonly agencies: number
  /** Those among them that were not enrolled before. */
  readonly added: number
}

/**
 * What is not given of an agency that is enrolled already stays as it is. Throws `access.refused`, `round.notFound`, `round.closed`, or `round.enrolmentsInvalid` with a finding for each
 * agency that is not registered.
 */
export async function enrolAgencies(
  context: Context,
  { fiscalYear, agencies }: { readonly fiscalYear: number; readonly agencies: readonly EnrolmentEntry[] },
): Promise<EnrolmentCounts> {
  const role = authorize(context.actor, canEnrolAgencies)
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
  const before = await mapEnrolledAgencies(context.transaction, round, codes)
  for (const batch of inBatches([...rows.values()], 1000)) await upsert(context, batch)
  const counts = { agencies: rows.size, added: rows.size - before.size }
  await recordEvent(context, {
    event: 'agencies.enrolled',
    role,
    subject: roundSubject(fiscalYear),
    details: { ...counts },
  })
  return counts
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
        staffHeadcount: sql`coalesce(excluded.staff_headcount, ${enrolments.staffHeadcount})`,
        noteTh: sql`coalesce(excluded.note_th, ${enrolments.noteTh})`,
        noteEn: sql`coalesce(excluded.note_en, ${enrolments.noteEn})`,
      },
    })
}
