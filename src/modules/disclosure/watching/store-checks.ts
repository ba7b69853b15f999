/** Keeps what the checker found, many links at a time: one row moves its date while the same is found, else a new one. */
import { and, eq, sql } from 'drizzle-orm'
import { newId } from '#base/id.ts'
import type { Context } from '#platform/context.ts'
import { type FoundOnLink, findsSame } from '../store-check.ts'
import { disclosureChecks, disclosureLinks } from '../tables.ts'

/** In the transaction given. Each link once at most. */
export async function storeChecks(
  { transaction, now }: Pick<Context, 'transaction' | 'now'>,
  found: readonly FoundOnLink[],
): Promise<void> {
  if (found.length === 0) return
  const isAmong = sql`any(${sql.param(found.map(({ linkId }) => linkId))}::uuid[])`
  // Two who check the same link take turns, in the same order.
  await transaction
    .select({ id: disclosureLinks.id })
    .from(disclosureLinks)
    .where(sql`${disclosureLinks.id} = ${isAmong}`)
    .orderBy(disclosureLinks.id)
    .for('no key update')
  const current = await transaction
    .select({ id: disclosureChecks.id, linkId: disclosureChecks.linkId, report: disclosureChecks.report })
    .from(disclosureChecks)
    .where(and(eq(disclosureChecks.isCurrent, true), sql`${disclosureChecks.linkId} = ${isAmong}`))
  const known = new Map(current.map((check) => [check.linkId, check]))
  const isKnown = ({ linkId, report }: FoundOnLink) => {
    const before = known.get(linkId)
    return before !== undefined && findsSame(before.report, report)
  }
  await touch(transaction, {
    now,
    ids: found.filter(isKnown).flatMap(({ linkId }) => known.get(linkId)?.id ?? []),
  })
  const fresh = found.filter((one) => !isKnown(one))
  if (fresh.length === 0) return
  await retire(
    transaction,
    fresh.flatMap(({ linkId }) => known.get(linkId)?.id ?? []),
  )
  await transaction
    .insert(disclosureChecks)
    .values(fresh.map((one) => ({ ...one, id: newId(), isCurrent: true, firstAt: now, lastAt: now })))
}

type Transaction = Context['transaction']

async function touch(
  transaction: Transaction,
  { now, ids }: { readonly now: Date; readonly ids: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return
  await transaction.update(disclosureChecks).set({ lastAt: now }).where(isOneOf(ids))
}

async function retire(transaction: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await transaction.update(disclosureChecks).set({ isCurrent: false }).where(isOneOf(ids))
}

function isOneOf(ids: readonly string[]) {
  return sql`${disclosureChecks.id} = any(${sql.param(ids)}::uuid[])`
}
