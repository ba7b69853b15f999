/** Reads the audit trail: whether its chain holds, and what was done, newest first. */
import { and, asc, desc, eq, gt, gte, inArray, lt, sql } from 'drizzle-orm'
import { type ChainCheck, type ChainedEvent, type ChainHead, checkChain } from './audit-chain.ts'
import { auditEvents, auditHead } from './audit-tables.ts'
import type { Queryable } from './database.ts'

const pageSize = 5000

/** Checks every row against the one before it and the last against the head, as all stood at one moment. */
export function verifyAudit(db: Queryable): Promise<ChainCheck> {
  return db.transaction(async (snapshot) => checkChain(readTrail(snapshot), await findHead(snapshot)), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
}

async function* readTrail(db: Queryable): AsyncGenerator<ChainedEvent> {
  let page: ChainedEvent[] = []
  do {
    const last = page.at(-1)
    page = await db
      .select()
      .from(auditEvents)
      .where(last && gt(auditEvents.number, last.number))
      .orderBy(asc(auditEvents.number))
      .limit(pageSize)
    yield* page
  } while (page.length === pageSize)
}

/** Null where someone took the head away. */
export async function findHead(db: Queryable): Promise<ChainHead | null> {
  const [head] = await db.select({ count: auditHead.count, hash: auditHead.hash }).from(auditHead)
  return head ?? null
}

/** The number of the last of these events, 0 where there was none. */
export async function findLastNumber(db: Queryable, events: readonly string[]): Promise<number> {
  const { rows } = await db.execute<{ number: string | null }>(sql`
    select max(last.number) as number
    from unnest(${sql.param([...events])}::text[]) as given (event), lateral (
      select number from ${auditEvents} where event = given.event order by number desc limit 1
    ) as last
  `)
  return Number(rows[0]?.number ?? 0)
}

export interface EventQuery {
  readonly event?: string | undefined
  readonly subject?: string | undefined
  /** As the trail keeps who acted: the ids of people, the names of programs; any of them. */
  readonly actors?: readonly string[] | undefined
  readonly from?: Date | undefined
  /** The first moment no longer wanted. */
  readonly to?: Date | undefined
  /** For the next page: the number of the last row of the page before. */
  readonly beforeNumber?: number | undefined
  readonly limit: number
}

/** Newest first. */
export function listEvents(db: Queryable, query: EventQuery): Promise<ChainedEvent[]> {
  const { event, subject, actors, from, to, beforeNumber, limit } = query
  return db
    .select()
    .from(auditEvents)
    .where(
      and(
        event === undefined ? undefined : eq(auditEvents.event, event),
        subject === undefined ? undefined : eq(auditEvents.subject, subject),
        actors && inArray(auditEvents.actorName, [...actors]),
        from && gte(auditEvents.at, from),
        to && lt(auditEvents.at, to),
        beforeNumber === undefined ? undefined : lt(auditEvents.number, beforeNumber),
      ),
    )
    .orderBy(desc(auditEvents.number))
    .limit(limit)
}
