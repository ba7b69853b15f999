/** A fiscal year's round, who takes part in it, its calendar, what agencies were given beyond that, and its close. */
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { frameworkVersions } from '#modules/frameworks/tables.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { PhaseId } from './calendar.ts'
import type { ReminderKind } from './reminders.ts'

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

/** Who did it and when. Of the rows about one thing the latest holds. */
const actColumns = () => ({
  at: timestamp({ withTimezone: true }).notNull(),
  actorKind: text().notNull(),
  actorName: text(),
})

/** The dates of a phase as someone set them; those of the framework when the round was opened. */
export const roundPhases = pgTable(
  'round_phases',
  {
    id: uuid().primaryKey(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    phase: text().$type<PhaseId>().notNull(),
    opensAt: timestamp({ withTimezone: true }),
    /** The first instant at which the phase is closed. */
    closesAt: timestamp({ withTimezone: true }),
    reason: text(),
    ...actColumns(),
  },
  (row) => [
    index().on(row.roundId, row.phase),
    check('round_phases_dates', sql`${row.opensAt} < ${row.closesAt}`),
  ],
)

/** A phase that one agency was given longer. */
export const roundExtensions = pgTable(
  'round_extensions',
  {
    id: uuid().primaryKey(),
    roundId: uuid().notNull(),
    agencyId: uuid().notNull(),
    phase: text().$type<PhaseId>().notNull(),
    /** The first instant at which the phase is closed to the agency. */
    until: timestamp({ withTimezone: true }).notNull(),
    reason: text().notNull(),
    ...actColumns(),
  },
  (row) => [
    foreignKey({
      name: 'round_extensions_enrolment',
      columns: [row.roundId, row.agencyId],
      foreignColumns: [enrolments.roundId, enrolments.agencyId],
    }),
    index().on(row.roundId, row.agencyId, row.phase),
  ],
)

/** A round with a row here takes nothing more. */
export const roundCloses = pgTable('round_closes', {
  roundId: uuid()
    .primaryKey()
    .references(() => rounds.id),
  ...actColumns(),
})

/** What an agency was reminded of; a row keeps it from being reminded again. */
export const roundReminders = pgTable(
  'round_reminders',
  {
    roundId: uuid().notNull(),
    agencyId: uuid().notNull(),
    phase: text().$type<PhaseId>().notNull(),
    /** The close it was told, its own where it was given longer: a new close brings new reminders. */
    closesAt: timestamp({ withTimezone: true }).notNull(),
    kind: text().$type<ReminderKind>().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (row) => [
    primaryKey({
      name: 'round_reminders_once',
      columns: [row.roundId, row.agencyId, row.phase, row.closesAt, row.kind],
    }),
    foreignKey({
      name: 'round_reminders_enrolment',
      columns: [row.roundId, row.agencyId],
      foreignColumns: [enrolments.roundId, enrolments.agencyId],
    }),
  ],
)
