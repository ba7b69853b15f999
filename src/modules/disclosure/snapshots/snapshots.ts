/** Reads a link as it stood when it was handed in. */
import { eq } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import type { Queryable } from '#platform/database.ts'
import type { ItemKey } from '../item.ts'
import { disclosureAnswers, disclosureLinks, disclosureSnapshots } from '../tables.ts'

export interface Snapshot extends ItemKey {
  /** Where it was given to be. */
  readonly url: string
  readonly snapshot: typeof disclosureSnapshots.$inferSelect
}

/** Also of whom it is: who may see it is for the reader to ask. Throws `snapshot.notFound`. */
export async function getSnapshot(db: Queryable, linkId: string): Promise<Snapshot> {
  const { roundId, agencyId, itemCode } = disclosureAnswers
  const [row] = await db
    .select({ url: disclosureLinks.url, roundId, agencyId, itemCode, snapshot: disclosureSnapshots })
    .from(disclosureSnapshots)
    .innerJoin(disclosureLinks, eq(disclosureLinks.id, disclosureSnapshots.linkId))
    .innerJoin(disclosureAnswers, eq(disclosureAnswers.id, disclosureLinks.answerId))
    .where(eq(disclosureSnapshots.linkId, linkId))
  if (!row) throw new Problem('notFound', 'snapshot.notFound')
  return row
}
