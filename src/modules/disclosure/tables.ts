/**
 * Disclosure items of the agencies of a round: who works on them, what was answered, checked, kept as seen, marked and
 * explained. A step of an item is a row; the item keeps the state it was left in, for boards and queues.
 */
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  type PgColumn,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from '#modules/accounts/tables.ts'
import { agencies, units } from '#modules/registry/tables.ts'
import { enrolments, rounds } from '#modules/rounds/tables.ts'
import type { Format } from '#platform/reading/document.ts'
import type { CheckReport } from './check-report.ts'
import type { ElementMark, LinkKind, MarkKind, ReasonKind } from './item.ts'
import type { ItemAct, ItemState } from './item-state.ts'

const instant = () => timestamp({ withTimezone: true })

/** Who did it and when. */
const actColumns = () => ({
  at: instant().notNull(),
  actorKind: text().notNull(),
  actorName: text(),
})

const ofItem = () => ({
  roundId: uuid().notNull(),
  agencyId: uuid().notNull(),
  /** The year's code, such as `o26`. */
  itemCode: text().notNull(),
})

/** The score of an item as scoring reads it: put in as a whole, or confirmed after assessment. */
export const disclosureScores = pgTable(
  'disclosure_scores',
  {
    ...ofItem(),
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

/** An item that somebody has touched; without a row it is open, and nobody's. */
export const disclosureItems = pgTable(
  'disclosure_items',
  {
    ...ofItem(),
    state: text().$type<ItemState>().notNull(),
    /** Since when it is in that state. */
    stateAt: instant().notNull(),
    unitId: uuid(),
    ownerId: uuid().references(() => users.id),
    dueOn: date(),
  },
  (item) => [
    primaryKey({ columns: [item.roundId, item.agencyId, item.itemCode] }),
    foreignKey({
      name: 'disclosure_items_enrolment',
      columns: [item.roundId, item.agencyId],
      foreignColumns: [enrolments.roundId, enrolments.agencyId],
    }),
    foreignKey({
      name: 'disclosure_items_unit',
      columns: [item.agencyId, item.unitId],
      foreignColumns: [units.agencyId, units.id],
    }),
    index().on(item.roundId, item.state),
    index().on(item.ownerId),
  ],
)

/** Of an item that has its row. */
const ofKnownItem = (name: string, row: Record<'roundId' | 'agencyId' | 'itemCode', PgColumn>) =>
  foreignKey({
    name,
    columns: [row.roundId, row.agencyId, row.itemCode],
    foreignColumns: [disclosureItems.roundId, disclosureItems.agencyId, disclosureItems.itemCode],
  })

/** Every step of every item: who led it from which state to which, when and why. */
export const disclosureSteps = pgTable(
  'disclosure_steps',
  {
    id: uuid().primaryKey(),
    ...ofItem(),
    act: text().$type<ItemAct>().notNull(),
    fromState: text().$type<ItemState>().notNull(),
    toState: text().$type<ItemState>().notNull(),
    reason: text(),
    ...actColumns(),
    role: text(),
  },
  (step) => [
    ofKnownItem('disclosure_steps_item', step),
    index().on(step.roundId, step.agencyId, step.itemCode, step.at),
  ],
)

/** What the agency answered, each time it did; the highest number holds. */
export const disclosureAnswers = pgTable(
  'disclosure_answers',
  {
    id: uuid().primaryKey(),
    ...ofItem(),
    number: integer().notNull(),
    /** Whether the agency discloses it. */
    has: boolean().notNull(),
    /** For assessors, in the agency's words; empty where it says nothing. */
    explanation: text().notNull(),
    ...actColumns(),
  },
  (answer) => [
    ofKnownItem('disclosure_answers_item', answer),
    unique('disclosure_answers_number').on(answer.roundId, answer.agencyId, answer.itemCode, answer.number),
  ],
)

export const disclosureLinks = pgTable(
  'disclosure_links',
  {
    id: uuid().primaryKey(),
    answerId: uuid()
      .notNull()
      .references(() => disclosureAnswers.id),
    /** From 1, in the order given. */
    position: smallint().notNull(),
    url: text().notNull(),
    kind: text().$type<LinkKind>().notNull(),
    /** What it is said to open as; null where nothing is said. */
    format: text().$type<Format>(),
    /** Where on the page, in the agency's words. */
    place: text().notNull(),
  },
  (link) => [
    unique('disclosure_links_position').on(link.answerId, link.position),
    check('disclosure_links_kind', sql`${link.kind} in ('page', 'file')`),
  ],
)

export const disclosureComments = pgTable(
  'disclosure_comments',
  {
    id: uuid().primaryKey(),
    ...ofItem(),
    text: text().notNull(),
    ...actColumns(),
  },
  (comment) => [index().on(comment.roundId, comment.agencyId, comment.itemCode, comment.at)],
)

/** What a reviewer ticked of an answer's elements and conditions; the latest holds. */
export const disclosureReviews = pgTable(
  'disclosure_reviews',
  {
    id: uuid().primaryKey(),
    answerId: uuid()
      .notNull()
      .references(() => disclosureAnswers.id),
    elements: jsonb().$type<readonly ElementMark[]>().notNull(),
    ...actColumns(),
  },
  (review) => [index().on(review.answerId, review.at)],
)

/** What the checker found on a link, a row for each time it found something else; `lastAt` moves while it finds the same. */
export const disclosureChecks = pgTable(
  'disclosure_checks',
  {
    id: uuid().primaryKey(),
    linkId: uuid()
      .notNull()
      .references(() => disclosureLinks.id),
    isCurrent: boolean().notNull(),
    firstAt: instant().notNull(),
    lastAt: instant().notNull(),
    report: jsonb().$type<CheckReport>().notNull(),
  },
  (found) => [
    uniqueIndex('disclosure_checks_current').on(found.linkId).where(sql`${found.isCurrent}`),
    index().on(found.linkId, found.firstAt),
  ],
)

/** A link as it stood when it was handed in: `waiting` until the worker has been there. Files are kept by their keys. */
export const disclosureSnapshots = pgTable(
  'disclosure_snapshots',
  {
    linkId: uuid()
      .primaryKey()
      .references(() => disclosureLinks.id),
    state: text().$type<'waiting' | 'taken' | 'unreachable'>().notNull(),
    askedAt: instant().notNull(),
    takenAt: instant(),
    report: jsonb().$type<CheckReport>(),
    status: smallint(),
    headers: jsonb().$type<Readonly<Record<string, string>>>(),
    bodyKey: text(),
    bodyBytes: integer(),
    textKey: text(),
    pictureKey: text(),
  },
  (snapshot) => [
    index().on(snapshot.askedAt).where(sql`${snapshot.state} = 'waiting'`),
    check('disclosure_snapshots_state', sql`${snapshot.state} in ('waiting', 'taken', 'unreachable')`),
    check('disclosure_snapshots_taken', sql`(${snapshot.state} = 'waiting') = (${snapshot.takenAt} is null)`),
  ],
)

/** An assessor who works on an agency's items, until they let it go. */
export const disclosureClaims = pgTable(
  'disclosure_claims',
  {
    id: uuid().primaryKey(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    assessorId: uuid()
      .notNull()
      .references(() => users.id),
    /** 2 where a second assessor marks as well. */
    seat: smallint().notNull(),
    claimedAt: instant().notNull(),
    releasedAt: instant(),
  },
  (claim) => [
    uniqueIndex('disclosure_claims_seat')
      .on(claim.roundId, claim.agencyId, claim.seat)
      .where(sql`${claim.releasedAt} is null`),
    uniqueIndex('disclosure_claims_assessor')
      .on(claim.roundId, claim.agencyId, claim.assessorId)
      .where(sql`${claim.releasedAt} is null`),
    index().on(claim.assessorId),
    check('disclosure_claims_seat_number', sql`${claim.seat} in (1, 2)`),
  ],
)

/** A mark an assessor gave; of the marks of a kind the latest holds. */
export const disclosureMarks = pgTable(
  'disclosure_marks',
  {
    id: uuid().primaryKey(),
    ...ofItem(),
    kind: text().$type<MarkKind>().notNull(),
    score: smallint().notNull(),
    /** Why it scores 0. */
    reasonKind: text().$type<ReasonKind>(),
    remark: text().notNull(),
    elements: jsonb().$type<readonly ElementMark[]>().notNull(),
    /** The day on which the assessor looked. */
    assessedOn: date().notNull(),
    assessorId: uuid()
      .notNull()
      .references(() => users.id),
    at: instant().notNull(),
  },
  (mark) => [
    ofKnownItem('disclosure_marks_item', mark),
    // With all that agreement is counted from, in its order: a nation has half a million marks.
    index('disclosure_marks_latest').on(
      ...[mark.roundId, mark.agencyId, mark.itemCode, mark.kind],
      ...[mark.at.desc().nullsFirst(), mark.id.desc().nullsFirst(), mark.score, mark.assessorId],
    ),
    index().on(mark.assessorId),
    check('disclosure_marks_kind', sql`${mark.kind} in ('first', 'second', 'settled', 'remarked')`),
    check('disclosure_marks_score', sql`${mark.score} in (0, 100)`),
    check('disclosure_marks_reason', sql`(${mark.score} = 0) = (${mark.reasonKind} is not null)`),
    check(
      'disclosure_marks_reason_kind',
      sql`${mark.reasonKind} in ('element', 'condition', 'notDisclosed')`,
    ),
  ],
)

/** What the agency explains of an item that scored 0; the latest holds. */
export const disclosureExplanations = pgTable(
  'disclosure_explanations',
  {
    id: uuid().primaryKey(),
    ...ofItem(),
    text: text().notNull(),
    ...actColumns(),
  },
  (explanation) => [
    ofKnownItem('disclosure_explanations_item', explanation),
    index().on(explanation.roundId, explanation.agencyId, explanation.itemCode, explanation.at),
  ],
)

/** A finding that assessors use again: for one item of all years, or for any item. */
export const disclosureFindings = pgTable('disclosure_findings', {
  id: uuid().primaryKey(),
  /** The item's id over the years, such as `prevention-report`; null for any item. */
  itemId: text(),
  reasonKind: text().$type<ReasonKind>().notNull(),
  text: text().notNull(),
  retiredAt: instant(),
  ...actColumns(),
})

/** Whether two assessors mark each item of a round; the latest row holds, and without one it is one assessor. */
export const disclosureMarkings = pgTable(
  'disclosure_markings',
  {
    id: uuid().primaryKey(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    isDouble: boolean().notNull(),
    ...actColumns(),
  },
  (marking) => [index().on(marking.roundId, marking.at)],
)

/** Whether everyone may see the state of an agency's items; the latest row holds, and without one nobody may. */
export const disclosureShowings = pgTable(
  'disclosure_showings',
  {
    id: uuid().primaryKey(),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    isShown: boolean().notNull(),
    ...actColumns(),
  },
  (showing) => [index().on(showing.agencyId, showing.at)],
)

/** One run over the links of a round: where it is, so that it goes on after a stop. */
export const disclosureWatches = pgTable(
  'disclosure_watches',
  {
    id: uuid().primaryKey(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    /** The day in Bangkok it is for. */
    day: date().notNull(),
    startedAt: instant().notNull(),
    progressedAt: instant().notNull(),
    finishedAt: instant(),
    linksTotal: integer().notNull(),
    linksDone: integer().notNull(),
    linksFailed: integer().notNull(),
    /** The last link that is done, in the order of ids. */
    afterLinkId: uuid(),
  },
  (watch) => [unique('disclosure_watches_day').on(watch.roundId, watch.day)],
)

/** That an owner was told of a link that fails; a row keeps them from being told the same again. */
export const disclosureNotices = pgTable(
  'disclosure_notices',
  {
    linkId: uuid()
      .notNull()
      .references(() => disclosureLinks.id),
    checkId: uuid()
      .notNull()
      .references(() => disclosureChecks.id),
    at: instant().notNull(),
  },
  (notice) => [primaryKey({ columns: [notice.linkId, notice.checkId] })],
)
