/** Reads links as they stood when they were handed in: what was kept of each, for both sides. */
import { inArray } from 'drizzle-orm'
import type { Queryable } from '#platform/database.ts'
import { disclosureSnapshots } from '../tables.ts'

export type Snapshot = typeof disclosureSnapshots.$inferSelect

/** By the link's id; links that were never handed in are left out. */
export async function mapSnapshots(
  db: Queryable,
  linkIds: readonly string[],
): Promise<ReadonlyMap<string, Snapshot>> {
  if (linkIds.length === 0) return new Map()
  const rows = await db
    .select()
    .from(disclosureSnapshots)
    .where(inArray(disclosureSnapshots.linkId, [...linkIds]))
  return new Map(rows.map((row) => [row.linkId, row]))
}
