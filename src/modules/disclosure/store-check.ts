/** Keeps what the checker found on a link: a new row where it found something else than before. */
import { isDeepStrictEqual } from 'node:util'
import { and, eq } from 'drizzle-orm'
import { newId } from '#base/id.ts'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { agencies } from '#modules/registry/tables.ts'
import { rounds } from '#modules/rounds/tables.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { canWatchItems } from './access.ts'
import { type CheckReport, isSound } from './check-report.ts'
import { itemSubject } from './item.ts'
import { disclosureAnswers, disclosureChecks, disclosureLinks } from './tables.ts'

export interface FoundOnLink {
  readonly linkId: string
  readonly report: CheckReport
}

export interface StoredCheck {
  readonly id: string
  /** Whether the checker found something else than before. */
  readonly isNew: boolean
  /** What it found before; null for the first check of a link. */
  readonly previous: CheckReport | null
}

/** For the system. Throws `access.refused` or `item.linkUnknown`. */
export async function storeCheck(context: Context, { linkId, report }: FoundOnLink): Promise<StoredCheck> {
  const { transaction, actor, now } = context
  const role = authorize(actor, canWatchItems)
  const named = await holdLink(transaction, linkId)
  const current = and(eq(disclosureChecks.linkId, linkId), eq(disclosureChecks.isCurrent, true))
  const [before] = await transaction.select().from(disclosureChecks).where(current)
  if (before && findsSame(before.report, report)) {
    await transaction.update(disclosureChecks).set({ lastAt: now, report }).where(current)
    return { id: before.id, isNew: false, previous: before.report }
  }
  if (before) await transaction.update(disclosureChecks).set({ isCurrent: false }).where(current)
  const id = newId()
  const row = { id, linkId, isCurrent: true, firstAt: now, lastAt: now, report }
  await transaction.insert(disclosureChecks).values(row)
  await recordEvent(context, {
    event: 'item.checked',
    role,
    subject: itemSubject(named),
    details: { link: linkId, verdict: report.verdict, isSound: isSound(report) },
  })
  return { id, isNew: true, previous: before?.report ?? null }
}

/** Pages that are made anew for each visit differ in their hashes every time: those do not count. */
export function findsSame(before: CheckReport, now: CheckReport): boolean {
  const told = ({ sha256: _bytes, textHash: _words, ...rest }: CheckReport) => rest
  return isDeepStrictEqual(told(before), told(now))
}

/** The item the link belongs to; nobody else stores a check of it meanwhile. */
async function holdLink(db: Queryable, linkId: string) {
  const [row] = await db
    .select({
      fiscalYear: rounds.fiscalYear,
      agencyCode: agencies.code,
      itemCode: disclosureAnswers.itemCode,
    })
    .from(disclosureLinks)
    .innerJoin(disclosureAnswers, eq(disclosureAnswers.id, disclosureLinks.answerId))
    .innerJoin(rounds, eq(rounds.id, disclosureAnswers.roundId))
    .innerJoin(agencies, eq(agencies.id, disclosureAnswers.agencyId))
    .where(eq(disclosureLinks.id, linkId))
    .for('update', { of: disclosureLinks })
  if (!row) throw new Problem('notFound', 'item.linkUnknown')
  return row
}
