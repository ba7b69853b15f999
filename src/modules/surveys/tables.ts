/**
 * Answers, without anything that could lead back to a person: those of a part that were mixed with each other in one
 * row, their days, and one character a question. No time, no sequence, no order within a day. Beside them, what
 * collecting them needs: parts, links, one-time codes, the waiting room, headcounts and closings; and interviews: who
 * is to ask how many, whom to call, and which interviews came in.
 */
import { sql } from 'drizzle-orm'
import {
  boolean,
  customType,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '#modules/accounts/tables.ts'
import { enrolments } from '#modules/rounds/tables.ts'
import type { CallState, InterviewState } from './interview.ts'

export const surveyAnswers = pgTable(
  'survey_answers',
  {
    /** uuid v4: says nothing of when. */
    id: uuid().primaryKey(),
    roundId: uuid().notNull(),
    agencyId: uuid().notNull(),
    part: text().notNull(),
    respondents: integer().notNull(),
    /** Each day on which there were answers, and how many of these: as `mixed-answers.ts` lays them out. */
    days: date().array().notNull(),
    dayCounts: integer().array().notNull(),
    /**
     * Of one respondent after the other: for each answer column of the part, in the framework's order, the option
     * chosen as a digit from 0; `-` where not asked.
     */
    answers: text().notNull(),
  },
  (answer) => [
    foreignKey({
      name: 'survey_answers_enrolment',
      columns: [answer.roundId, answer.agencyId],
      foreignColumns: [enrolments.roundId, enrolments.agencyId],
    }),
    /** How many answered is read from it without a look at the table. */
    index('survey_answers_counting').on(answer.roundId, answer.agencyId, answer.part, answer.respondents),
  ],
)

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Who did it and when: officers only, never a respondent. */
const actColumns = () => ({
  at: timestamp({ withTimezone: true }).notNull(),
  actorKind: text().notNull(),
  actorName: text(),
})

/** A part of an agency's survey that is collected here, by link or by interview. */
export const surveyParts = pgTable(
  'survey_parts',
  {
    id: uuid().primaryKey(),
    roundId: uuid().notNull(),
    agencyId: uuid().notNull(),
    part: text().notNull(),
    /** `open`: whoever has the link may answer; `codes`: each answer takes a one-time code. */
    mode: text().$type<'open' | 'codes'>().notNull(),
    /** Mirrors a row of survey_closings: intake locks this row, and so sees a close that came in between. */
    isClosed: boolean().notNull().default(false),
  },
  (part) => [
    foreignKey({
      name: 'survey_parts_enrolment',
      columns: [part.roundId, part.agencyId],
      foreignColumns: [enrolments.roundId, enrolments.agencyId],
    }),
    unique('survey_parts_place').on(part.roundId, part.agencyId, part.part),
  ],
)

/** The addresses handed out for a part; a revoked one is kept, so that its readers are told so. */
export const surveyLinks = pgTable(
  'survey_links',
  {
    id: uuid().primaryKey(),
    partId: uuid()
      .notNull()
      .references(() => surveyParts.id),
    code: text().notNull().unique('survey_links_code'),
    revokedAt: timestamp({ withTimezone: true }),
    ...actColumns(),
  },
  (link) => [uniqueIndex('survey_links_current').on(link.partId).where(sql`${link.revokedAt} is null`)],
)

/** One-time codes by their hash, and whether they were used: not when, nor with which answer. */
export const surveyCodes = pgTable(
  'survey_codes',
  {
    hash: bytes().primaryKey(),
    partId: uuid()
      .notNull()
      .references(() => surveyParts.id),
    isUsed: boolean().notNull().default(false),
  },
  (code) => [index().on(code.partId)],
)

/**
 * The hashes of the keys of the forms that were sent: a key is taken once for a part. No foreign key, and one index: the
 * row must be cheap.
 */
export const surveySubmissions = pgTable(
  'survey_submissions',
  { keyHash: bytes().notNull(), partId: uuid().notNull() },
  (submission) => [primaryKey({ columns: [submission.partId, submission.keyHash] })],
)

/** Answers sealed with a key that is not in the database, until enough have come to be mixed. */
export const waitingAnswers = pgTable(
  'waiting_answers',
  {
    /** uuid v4, which nothing else bears. */
    id: uuid().notNull(),
    partId: uuid().notNull(),
    sealed: bytes().notNull(),
  },
  (answer) => [primaryKey({ columns: [answer.partId, answer.id] })],
)

/** How many people there are to ask, as the agency states it; the latest row holds. */
export const surveyHeadcounts = pgTable(
  'survey_headcounts',
  {
    id: uuid().primaryKey(),
    roundId: uuid().notNull(),
    agencyId: uuid().notNull(),
    staff: integer(),
    serviceUsers: integer(),
    ...actColumns(),
  },
  (row) => [
    foreignKey({
      name: 'survey_headcounts_enrolment',
      columns: [row.roundId, row.agencyId],
      foreignColumns: [enrolments.roundId, enrolments.agencyId],
    }),
    index().on(row.roundId, row.agencyId),
  ],
)

/** A part with a row here takes nothing more; its counts stand as they were. */
export const surveyClosings = pgTable('survey_closings', {
  partId: uuid()
    .primaryKey()
    .references(() => surveyParts.id),
  answers: integer().notNull(),
  /** By the year's rule and the headcount at the close; null where either was not known. */
  minimum: integer(),
  ...actColumns(),
})

/** How many people an enumerator is to interview about an agency. */
export const interviewAssignments = pgTable(
  'interview_assignments',
  {
    id: uuid().primaryKey(),
    /** The part of the agency's survey that is collected by interview. */
    partId: uuid()
      .notNull()
      .references(() => surveyParts.id),
    enumeratorId: uuid()
      .notNull()
      .references(() => users.id),
    quota: integer().notNull(),
    ...actColumns(),
    endedAt: timestamp({ withTimezone: true }),
    /** Who ended it, as in the audit trail. */
    endedBy: text(),
  },
  (assignment) => [
    uniqueIndex('interview_assignments_active')
      .on(assignment.partId, assignment.enumeratorId)
      .where(sql`${assignment.endedAt} is null`),
    index().on(assignment.enumeratorId),
  ],
)

/** Whom to call: name and telephone sealed with the server's key, gone when the assignment ends or the part closes. */
export const callListEntries = pgTable(
  'call_list_entries',
  {
    id: uuid().primaryKey(),
    assignmentId: uuid()
      .notNull()
      .references(() => interviewAssignments.id),
    sealed: bytes().notNull(),
    /** Told by the enumerator; no interview is named. */
    state: text().$type<CallState>().notNull(),
  },
  (entry) => [index().on(entry.assignmentId)],
)

/**
 * Which interviews came in, by the hash of the key the tablet made. While one is held for review its answers stand here
 * sealed; once they were mixed with others, nothing here leads to them, and nothing tells when it was.
 */
export const interviews = pgTable(
  'interviews',
  {
    keyHash: bytes().primaryKey(),
    partId: uuid()
      .notNull()
      .references(() => surveyParts.id),
    assignmentId: uuid()
      .notNull()
      .references(() => interviewAssignments.id),
    state: text().$type<InterviewState>().notNull(),
    isOverQuota: boolean().notNull(),
    /** Why it was sent back. */
    reason: text(),
    /** These three are empty as soon as it is no longer held. */
    sealed: bytes(),
    receivedAt: timestamp({ withTimezone: true }),
    /** How long it took, as the tablet says. */
    seconds: integer(),
  },
  (interview) => [
    index().on(interview.assignmentId),
    index('interviews_held').on(interview.partId).where(sql`${interview.sealed} is not null`),
  ],
)

/** The day for which an agency was told that it is behind; a row keeps it from being told again. */
export const surveyPaceReminders = pgTable(
  'survey_pace_reminders',
  {
    roundId: uuid().notNull(),
    agencyId: uuid().notNull(),
    dueOn: date().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (row) => [
    primaryKey({ name: 'survey_pace_reminders_once', columns: [row.roundId, row.agencyId, row.dueOn] }),
    foreignKey({
      name: 'survey_pace_reminders_enrolment',
      columns: [row.roundId, row.agencyId],
      foreignColumns: [enrolments.roundId, enrolments.agencyId],
    }),
  ],
)
