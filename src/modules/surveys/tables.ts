/**
 * Answers, without anything that could lead back to a person: a random id, the day, and one byte a question.
 * No time, no sequence; rows are written in random order.
 */
import { customType, date, foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { enrolments } from '#modules/rounds/tables.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const surveyAnswers = pgTable(
  'survey_answers',
  {
    /** uuid v4: says nothing of when. */
    id: uuid().primaryKey(),
    roundId: uuid().notNull(),
    agencyId: uuid().notNull(),
    part: text().notNull(),
    answeredOn: date().notNull(),
    /** The option chosen, from 0, for each answer column of the part in the framework's order; 255 where not asked. */
    answers: bytes().notNull(),
  },
  (answer) => [
    foreignKey({
      name: 'survey_answers_enrolment',
      columns: [answer.roundId, answer.agencyId],
      foreignColumns: [enrolments.roundId, enrolments.agencyId],
    }),
    index().on(answer.roundId, answer.agencyId, answer.part),
  ],
)
