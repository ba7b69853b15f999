/** The trail of acts: a row for each, written in the act's own transaction, chained by hashes and never changed. */
import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { EventDetails } from './audit-chain.ts'

/** Triggers refuse every UPDATE, DELETE and TRUNCATE (migration `audit_chain`). */
export const auditEvents = pgTable(
  'audit_events',
  {
    /** 1 and up without gaps: the number of the row before, plus one. */
    number: bigint({ mode: 'number' }).primaryKey(),
    /** Kept to the millisecond, as it is hashed. */
    at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    actorKind: text().notNull(),
    actorName: text(),
    /** The role in which the actor acted; null for those who act without one. */
    role: text(),
    /** Such as `results.published`. */
    event: text().notNull(),
    /** What it was done to, such as `round:2568`. */
    subject: text().notNull(),
    /** Counts and hashes that tell what was done; never what a person answered or wrote. */
    details: jsonb().$type<EventDetails>().notNull(),
    /** The hash of the row before; zeros for the first. */
    previousHash: text().notNull(),
    /** As `hashEvent` makes it of everything above. */
    hash: text().notNull(),
  },
  (row) => [index().on(row.event, row.number), index().on(row.subject, row.number)],
)

/** One row that says how long the trail is and how it ends, so that a tail cut off is missed. */
export const auditHead = pgTable(
  'audit_head',
  {
    isOnly: boolean().primaryKey().default(true),
    count: bigint({ mode: 'number' }).notNull(),
    hash: text().notNull(),
  },
  (head) => [check('audit_head_is_only', sql`${head.isOnly}`)],
)
