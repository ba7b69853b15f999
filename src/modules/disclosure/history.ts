/** What happened to an item, as the agency may read it: its steps, comments and explanations in the order of time. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Actor, Role } from '#base/actor.ts'
import { mapAccountNames } from '#modules/accounts/queries.ts'
import type { Queryable } from '#platform/database.ts'
import type { ElementMark, ItemKey } from './item.ts'
import type { ItemAct, ItemState } from './item-state.ts'
import { isStepShown, shownState } from './reveal.ts'
import { disclosureComments, disclosureExplanations, disclosureReviews, disclosureSteps } from './tables.ts'

/** Who did it: a person by name, null where the account is gone or it was an assessor; or the operator or the system. */
export interface Doer {
  readonly kind: Actor['kind']
  readonly name: string | null
  /** In which they acted, where that was kept. */
  readonly role: Role | null
}

export interface ShownStep {
  readonly kind: 'step'
  readonly at: Date
  readonly by: Doer
  readonly act: ItemAct
  readonly from: ItemState
  readonly to: ItemState
  readonly reason: string | null
}

/** What was said: a comment among the agency's people, or an explanation to the assessors. */
export interface ShownWords {
  readonly kind: 'comment' | 'explanation'
  readonly at: Date
  readonly by: Doer
  readonly text: string
}

export type HistoryEntry = ShownStep | ShownWords

export interface DoneBy {
  readonly actorKind: string
  readonly actorName: string | null
}

/** The oldest first. Steps of assessors are left out until scores are shown, and their names always. */
export async function listHistory(db: Queryable, key: ItemKey, isRevealed: boolean): Promise<HistoryEntry[]> {
  const steps = await selectSteps(db, key)
  const comments = await selectWords(db, disclosureComments, key)
  const explanations = await selectWords(db, disclosureExplanations, key)
  const naming = await nameDoers(db, [...steps, ...comments, ...explanations])
  const words = (kind: ShownWords['kind']) => (row: (typeof comments)[number]) =>
    ({ kind, at: row.at, text: row.text, by: naming(row) }) satisfies ShownWords
  return [
    ...steps.filter((step) => isStepShown(step, isRevealed)).map((step) => toStep(step, naming)),
    ...comments.map(words('comment')),
    ...explanations.map(words('explanation')),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime())

  function toStep(step: StepRow, name: Naming): ShownStep {
    const from = shownState(step.fromState, isRevealed)
    const { act, at, reason, toState } = step
    return { kind: 'step', at, act, from, to: toState, reason, by: name(step, step.role) }
  }
}

type StepRow = typeof disclosureSteps.$inferSelect

export type Naming = (row: DoneBy, role?: string | null) => Doer

const assessorsRoles: readonly string[] = ['assessor', 'leadAssessor', 'administrator']

/** Finds the names of people among the rows at once. */
export async function nameDoers(db: Queryable, rows: readonly DoneBy[]): Promise<Naming> {
  const ids = rows.flatMap(({ actorKind, actorName }) =>
    actorKind === 'person' && actorName ? [actorName] : [],
  )
  const names = await mapAccountNames(db, ids)
  return ({ actorKind, actorName }, role = null) => {
    const isKnown = actorKind === 'person' && actorName !== null && !assessorsRoles.includes(role ?? '')
    return {
      kind: actorKind as Actor['kind'],
      name: isKnown ? (names[actorName] ?? null) : null,
      role: role as Role | null,
    }
  }
}

async function selectSteps(db: Queryable, key: ItemKey): Promise<StepRow[]> {
  const { roundId, agencyId, itemCode, at, id } = disclosureSteps
  return db
    .select()
    .from(disclosureSteps)
    .where(and(eq(roundId, key.roundId), eq(agencyId, key.agencyId), eq(itemCode, key.itemCode)))
    .orderBy(asc(at), asc(id))
}

async function selectWords(
  db: Queryable,
  table: typeof disclosureComments | typeof disclosureExplanations,
  key: ItemKey,
) {
  const { roundId, agencyId, itemCode, text, at, actorKind, actorName, id } = table
  return db
    .select({ text, at, actorKind, actorName })
    .from(table)
    .where(and(eq(roundId, key.roundId), eq(agencyId, key.agencyId), eq(itemCode, key.itemCode)))
    .orderBy(asc(at), asc(id))
}

export interface Review {
  readonly elements: readonly ElementMark[]
  readonly at: Date
  readonly by: Doer
}

/** The latest ticks of an answer; null where nobody has reviewed it. */
export async function findReview(db: Queryable, answerId: string): Promise<Review | null> {
  const [row] = (await mapReviews(db, [answerId])).values()
  if (!row) return null
  const naming = await nameDoers(db, [row])
  return { elements: row.elements, at: row.at, by: naming(row) }
}

/** The latest ticks by the answer's id. */
async function mapReviews(db: Queryable, answerIds: readonly string[]) {
  if (answerIds.length === 0) return new Map<string, typeof disclosureReviews.$inferSelect>()
  const rows = await db
    .select()
    .from(disclosureReviews)
    .where(inArray(disclosureReviews.answerId, [...answerIds]))
    .orderBy(asc(disclosureReviews.at), asc(disclosureReviews.id))
  return new Map(rows.map((row) => [row.answerId, row]))
}
