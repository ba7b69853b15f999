/**
 * Answers, without anything that could lead back to a person: a random id, the day, and one character a question.
 * No time, no sequence; rows are written in random order.
 */
import { date, foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { enrolments } from '#modules/rounds/tables.ts'

export const surveyAnswers = pgTable(
  'survey_answers',
  {
    /** uuid v4: says nothing of when. */
    id: uuid().primaryKey(),
    roundId: uuid().notNull(),
    agencyId: uuid().notNull(),
    part: text().notNull(),
    answeredOn: date().notNull(),
    /** For each answer column of the part, in the framework's order, the option chosen as a digit from 0; `-` where not asked. */
    answers: text().notNull(),
  },
  (answer) => [
    foreignKey({
      name: 'survey_answers_enrolment',
      columns: [answer.roundId, answer.agencyId],
      foreignColumns: [enrolments.roundId, enrolments.agencyId],
    }),
    /** Holds the answers too: a whole nation is counted from it, in order, without a look at the table. */
    index('survey_answers_counting').on(answer.roundId, answer.agencyId, answer.part, answer.answers),
  ],
)
