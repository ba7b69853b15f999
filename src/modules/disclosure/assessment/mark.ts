/** Marks of an item: what an assessor may write, what a further mark makes of the item, and which mark holds. Pure. */
import { dayOf } from '#base/bangkok-day.ts'
import { type Finding, Problem } from '#base/problem.ts'
import type { PlacedElement } from '../element.ts'
import { type ElementMark, type MarkKind, type ReasonKind, reasonKinds } from '../item.ts'
import type { ItemState } from '../item-state.ts'

export interface GivenMark {
  /** 0 or 100. */
  readonly score: number
  /** With 0, and only then. */
  readonly reasonKind?: ReasonKind | undefined
  /** Needed with 0; at most 4,000 characters. */
  readonly remark: string
  /** As far as the assessor ticked them. */
  readonly elements: readonly ElementMark[]
  /** The day on which the assessor looked, such as "2025-07-14". */
  readonly assessedOn: string
}

/** A mark as it is kept. */
export interface Mark {
  readonly kind: MarkKind
  readonly score: number
  readonly reasonKind: ReasonKind | null
  readonly remark: string
  readonly elements: readonly ElementMark[]
  readonly assessedOn: string
  readonly assessorId: string
  readonly at: Date
}

export type SoundMark = Pick<Mark, 'score' | 'reasonKind' | 'remark' | 'elements' | 'assessedOn'>

export interface MarkBounds {
  readonly item: string
  /** Those that the agency must meet. */
  readonly elements: readonly PlacedElement[]
  /** The first day on which there was something to look at. */
  readonly since: string
  readonly now: Date
}

export const longestRemark = 4000

/** The mark as it is kept. Throws `mark.invalid` with a finding for each thing to mend. */
export function readMark(given: GivenMark, bounds: MarkBounds): SoundMark {
  const remark = given.remark.toWellFormed().replaceAll('\u0000', '').trim()
  const findings = [
    ...scoreFaults(given),
    ...remarkFaults(given.score, remark),
    ...elementFaults(given, bounds),
    ...dayFaults(given.assessedOn, bounds),
  ]
  if (findings.length > 0) throw Problem.ofFindings('mark.invalid', findings, { item: bounds.item })
  const { score, reasonKind, assessedOn } = given
  const elements = given.elements.map(({ element, isMet }) => ({ element, isMet }))
  return { score, reasonKind: reasonKind ?? null, remark, elements, assessedOn }
}

function scoreFaults({ score, reasonKind }: GivenMark): Finding[] {
  if (score !== 0 && score !== 100) return [{ code: 'mark.scoreInvalid' }]
  if (score === 100) return reasonKind === undefined ? [] : [{ code: 'mark.reasonWithFull' }]
  return reasonKind !== undefined && reasonKinds.includes(reasonKind) ? [] : [{ code: 'mark.reasonMissing' }]
}

function remarkFaults(score: number, remark: string): Finding[] {
  if (remark.length > longestRemark) {
    return [{ code: 'mark.remarkTooLong', parameters: { most: longestRemark, length: remark.length } }]
  }
  return score === 0 && remark === '' ? [{ code: 'mark.remarkMissing' }] : []
}

function elementFaults({ score, elements }: GivenMark, bounds: MarkBounds): Finding[] {
  const places = bounds.elements.map(({ place }) => place)
  const ticked = elements.map(({ element }) => element)
  return elements.flatMap(({ element, isMet }, index): Finding[] => {
    const parameters = { item: bounds.item, element: element + 1 }
    if (!places.includes(element)) return [{ code: 'mark.elementUnknown', parameters }]
    if (ticked.indexOf(element) !== index) return [{ code: 'mark.elementTwice', parameters }]
    return score === 100 && !isMet ? [{ code: 'mark.elementUnmet', parameters }] : []
  })
}

function dayFaults(day: string, { since, now }: MarkBounds): Finding[] {
  if (!isDay(day)) return [{ code: 'mark.dayInvalid', parameters: { day } }]
  const today = dayOf(now)
  if (day > today) return [{ code: 'mark.dayInFuture', parameters: { day, today } }]
  return day < since ? [{ code: 'mark.dayTooEarly', parameters: { day, since } }] : []
}

function isDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    !Number.isNaN(instant.getTime()) &&
    instant.toISOString().startsWith(day)
  )
}

/** The latest mark of each kind. `marks` in the order they were given. */
function latest<One extends Mark>(marks: readonly One[], kind: MarkKind): One | undefined {
  return marks.findLast((mark) => mark.kind === kind)
}

/** The mark that holds before the agency explains: of two that agree the second, or the lead's where one settled it. `marks` in the order they were given. */
export function markBeforeExplaining<One extends Mark>(marks: readonly One[]): One | undefined {
  return latest(marks, 'settled') ?? latest(marks, 'second') ?? latest(marks, 'first')
}

/** The mark that holds now. `marks` in the order they were given. */
export function standingMark<One extends Mark>(marks: readonly One[]): One | undefined {
  return latest(marks, 'remarked') ?? markBeforeExplaining(marks)
}

export interface Marking {
  readonly item: string
  readonly state: ItemState
  readonly isDouble: boolean
  /** In the order they were given. */
  readonly marks: readonly Mark[]
  readonly assessorId: string
}

export interface MarkingStep {
  readonly kind: 'first' | 'second'
  readonly to: 'assessed' | 'markedOnce' | 'disputed'
}

/**
 * What a score makes of an item. Of two assessors who agreed neither may leave the other, for both know both marks.
 * Throws `mark.ofAnother`, `mark.settledAlready` or `mark.bothAgreed`.
 */
export function stepOfScore(
  { item, state, isDouble, marks, assessorId }: Marking,
  score: number,
): MarkingStep {
  const [first, second] = [latest(marks, 'first'), latest(marks, 'second')]
  if (!first) return { kind: 'first', to: isDouble ? 'markedOnce' : 'assessed' }
  const refuse = (code: string) => new Problem('conflict', code, { item })
  if (latest(marks, 'settled')) throw refuse('mark.settledAlready')
  if (state === 'markedOnce') {
    if (first.assessorId === assessorId) return { kind: 'first', to: 'markedOnce' }
    return { kind: 'second', to: first.score === score ? 'assessed' : 'disputed' }
  }
  const own = [first, second].find((mark) => mark?.assessorId === assessorId)
  if (!own) throw refuse('mark.ofAnother')
  if (second && own.score !== score) throw refuse('mark.bothAgreed')
  return { kind: own.kind === 'second' ? 'second' : 'first', to: 'assessed' }
}

/** Whether both have marked, so that each may see what the other wrote. */
export function isOpenToOthers(state: ItemState): boolean {
  return ['disputed', 'assessed', 'explained', 'remarked', 'final'].includes(state)
}
