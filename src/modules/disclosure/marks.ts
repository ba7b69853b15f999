/** Reads of the marks that hold: of an item that was marked again, the one after its explanation. */
import { and, eq } from 'drizzle-orm'
import type { Queryable } from '#platform/database.ts'
import { listMarks } from './assessment/item-marks.ts'
import { type Mark as KeptMark, markBeforeExplaining, standingMark } from './assessment/mark.ts'
import type { MarkKind, ReasonKind } from './item.ts'
import { disclosureScores } from './tables.ts'

export interface Mark {
  readonly kind: MarkKind
  readonly score: number
  /** Why it scores 0. */
  readonly reasonKind: ReasonKind | null
  readonly remark: string
  /** The day on which the assessor looked. */
  readonly assessedOn: string
  readonly at: Date
}

export interface HoldingMark {
  readonly score: number
  readonly reasonKind: ReasonKind | null
  readonly remark: string | null
  readonly assessedOn: string | null
}

interface AgencyOfRound {
  readonly roundId: string
  readonly agencyId: string
}

/**
 * The score that holds by item code: the mark that stands; for items without a mark the score that was put in as a whole.
 * Not to be shown to an agency before scores are.
 */
export async function mapHoldingMarks(
  db: Queryable,
  key: AgencyOfRound,
): Promise<ReadonlyMap<string, HoldingMark>> {
  const { roundId, agencyId } = disclosureScores
  const recorded = await db
    .select()
    .from(disclosureScores)
    .where(and(eq(roundId, key.roundId), eq(agencyId, key.agencyId)))
  const holding = new Map<string, HoldingMark>(
    recorded.map(({ itemCode, score, remark, assessedOn }) => [
      itemCode,
      { score, reasonKind: null, remark, assessedOn },
    ]),
  )
  const { roundId: round, agencyId: agency } = key
  const marks = Map.groupBy(
    await listMarks(db, { roundId: round, agencyId: agency }),
    ({ itemCode }) => itemCode,
  )
  for (const [itemCode, given] of marks) {
    const standing = standingMark(given)
    if (standing) holding.set(itemCode, toMark(standing))
  }
  return holding
}

/** What an agency is shown of an item's marks: the one before its explanation and the one after it. */
export async function findShownMarks(
  db: Queryable,
  { roundId, agencyId, itemCode }: AgencyOfRound & { readonly itemCode: string },
): Promise<{ readonly assessed: Mark | null; readonly remarked: Mark | null }> {
  const marks = await listMarks(db, { roundId, agencyId, itemCodes: [itemCode] })
  const assessed = markBeforeExplaining(marks)
  const remarked = marks.findLast(({ kind }) => kind === 'remarked')
  return { assessed: assessed ? toMark(assessed) : null, remarked: remarked ? toMark(remarked) : null }
}

/** Who marked stays with the assessors. */
function toMark({ kind, score, reasonKind, remark, assessedOn, at }: KeptMark): Mark {
  return { kind, score, reasonKind, remark, assessedOn, at }
}
