/** Reads how far the daily run over the links of a round has come. */
import { desc, eq } from 'drizzle-orm'
import type { Round } from '#modules/rounds/round.ts'
import type { Queryable } from '#platform/database.ts'
import { disclosureWatches } from '../tables.ts'

export type Watch = typeof disclosureWatches.$inferSelect

/** The latest run; undefined where there was none. */
export async function findWatch(db: Queryable, { id }: Pick<Round, 'id'>): Promise<Watch | undefined> {
  const [watch] = await db
    .select()
    .from(disclosureWatches)
    .where(eq(disclosureWatches.roundId, id))
    .orderBy(desc(disclosureWatches.day))
    .limit(1)
  return watch
}
