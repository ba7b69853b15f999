/** The score an assessor gave each disclosure item of an agency. */
import { sql } from 'drizzle-orm'
import { check, date, foreignKey, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { enrolments } from '#modules/rounds/tables.ts'

export const disclosureScores = pgTable(
  'disclosure_scores',
  {
    roundId: uuid().notNull(),
    agencyId: uuid().notNull(),
    /** The year's code, such as `o26`. */
    itemCode: text().notNull(),
    score: smallint().notNull(),
    remark: text(),
    assessedOn: date(),
  },
  (item) => [
    primaryKey({ columns: [item.roundId, item.agencyId, item.itemCode] }),
    foreignKey({
      name: 'disclosure_scores_enrolment',
      columns: [item.roundId, item.agencyId],
      foreignColumns: [enrolments.roundId, enrolments.agencyId],
    }),
    check('disclosure_scores_score', sql`${item.score} in (0, 100)`),
  ],
)
