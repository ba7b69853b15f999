/** Reads the states of an agency's items, and which agencies of a round are not done with. */
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { agencies } from '#modules/registry/tables.ts'
import type { Queryable } from '#platform/database.ts'
import type { ItemState } from '../item-state.ts'
import { disclosureItems } from '../tables.ts'

/** By item code; items that nobody touched are left out. */
export async function mapStates(
  db: Queryable,
  { roundId, agencyId }: { readonly roundId: string; readonly agencyId: string },
): Promise<Map<string, ItemState>> {
  const rows = await db
    .select({ itemCode: disclosureItems.itemCode, state: disclosureItems.state })
    .from(disclosureItems)
    .where(and(eq(disclosureItems.roundId, roundId), eq(disclosureItems.agencyId, agencyId)))
  return new Map(rows.map(({ itemCode, state }) => [itemCode, state]))
}

export interface UnconfirmedAgency {
  readonly agencyId: string
  readonly code: string
  /** How many of its items are anything else than final. */
  readonly items: number
}

/**
 * Agencies that have begun with their items in the round and whose scores are not confirmed, by code; those only that
 * `within` lets through.
 */
export async function listUnconfirmed(
  db: Queryable,
  round: { readonly id: string },
  within?: SQL,
): Promise<UnconfirmedAgency[]> {
  const { agencyId, state, roundId } = disclosureItems
  const counted = db
    .select({
      agencyId,
      items: sql<number>`(count(*) filter (where ${state} <> 'final'))::int`.as('items'),
    })
    .from(disclosureItems)
    .where(eq(roundId, round.id))
    .groupBy(agencyId)
    .having(sql`bool_or(${state} not in ('open', 'final'))`)
    .as('counted')
  return db
    .select({ agencyId: counted.agencyId, code: agencies.code, items: counted.items })
    .from(counted)
    .innerJoin(agencies, eq(agencies.id, counted.agencyId))
    .where(within)
    .orderBy(asc(agencies.codeKey))
}
