/** Results, computed here or imported as published elsewhere, and when a round's results were frozen and published. */
import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { frameworkVersions } from '#modules/frameworks/tables.ts'
import { agencies } from '#modules/registry/tables.ts'
import { rounds } from '#modules/rounds/tables.ts'
import type { Disagreement } from '#modules/scoring/score.ts'
import type { ScoreSheet } from '#modules/scoring/sheet.ts'
import type { Figures, Origin, PublishedStanding, Ranks } from './result.ts'

/** What is kept of the parts and the indicators, two-decimal texts; a withheld figure is null. */
export interface StoredFigures extends Pick<Figures, 'instruments' | 'indicators'> {
  /** As `derived` and `withheld` of a published result; absent where there is none. */
  readonly derived?: readonly string[]
  readonly withheld?: readonly string[]
  readonly standings?: Readonly<Record<string, PublishedStanding>>
}

export const results = pgTable(
  'results',
  {
    id: uuid().primaryKey(),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    fiscalYear: integer().notNull(),
    origin: text().$type<Origin>().notNull(),
    roundId: uuid().references(() => rounds.id),
    frameworkHash: text().references(() => frameworkVersions.hash),
    total: numeric({ precision: 5, scale: 2 }),
    /** The id of a rating level of the year's framework. */
    rating: text(),
    figures: jsonb().$type<StoredFigures>().notNull(),
    ranks: jsonb().$type<Ranks>().notNull(),
    /** Published figures that their own parts do not give. */
    disagreements: jsonb().$type<readonly Disagreement[]>().notNull(),
    sheet: jsonb().$type<ScoreSheet>(),
    sheetHash: text(),
    /** Where imported figures were published. */
    source: text(),
    noteTh: text(),
    noteEn: text(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (result) => [
    unique('results_agency_year_origin').on(result.agencyId, result.fiscalYear, result.origin),
    index().on(result.fiscalYear, result.origin, result.total.desc()),
    index().on(result.roundId),
    check('results_origin', sql`${result.origin} in ('computed', 'imported')`),
    check('results_round', sql`(${result.origin} = 'computed') = (${result.roundId} is not null)`),
  ],
)

/** From this moment the round's results stay as they are. */
export const resultFreezes = pgTable('result_freezes', {
  roundId: uuid()
    .primaryKey()
    .references(() => rounds.id),
  at: timestamp({ withTimezone: true }).notNull(),
  actorKind: text().notNull(),
  actorName: text(),
  agencies: integer().notNull(),
  /** SHA-256 over the sheet hashes of all agencies in order of agency code. */
  hash: text().notNull(),
})

/** From this moment everyone may see them. */
export const resultPublications = pgTable('result_publications', {
  roundId: uuid()
    .primaryKey()
    .references(() => rounds.id),
  at: timestamp({ withTimezone: true }).notNull(),
  actorKind: text().notNull(),
  actorName: text(),
})
