/** A fiscal year's round, who takes part in it, and its close. */
import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { frameworkVersions } from '#modules/frameworks/tables.ts'
import { agencies } from '#modules/registry/tables.ts'

export const rounds = pgTable('rounds', {
  id: uuid().primaryKey(),
  fiscalYear: integer().notNull().unique('rounds_fiscal_year'),
  frameworkHash: text()
    .notNull()
    .references(() => frameworkVersions.hash),
})

export const enrolments = pgTable(
  'enrolments',
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    staffHeadcount: integer(),
    /** How the answers came to be, where readers must be told. */
    noteTh: text(),
    noteEn: text(),
  },
  (enrolment) => [primaryKey({ columns: [enrolment.roundId, enrolment.agencyId] })],
)

/** A round with a row here takes nothing more. */
export const roundCloses = pgTable('round_closes', {
  roundId: uuid()
    .primaryKey()
    .references(() => rounds.id),
  at: timestamp({ withTimezone: true }).notNull(),
  actorKind: text().notNull(),
  actorName: text(),
})
