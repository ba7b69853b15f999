/** How many had answered each part and how many must, as both stood when it was closed: never worked out again. */
import { eq, inArray, sql } from 'drizzle-orm'
import { surveyClosings, surveyParts } from '#modules/surveys/tables.ts'
import type { Queryable } from '#platform/database.ts'
import type { Closings, PartClosing } from './result.ts'
import { results } from './tables.ts'
import { fewestShown } from './withhold.ts'

/** By result id, IIT before EIT; a result is absent where no part of it was closed here. */
export async function mapClosings(db: Queryable, ids: readonly string[]): Promise<Map<string, Closings>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      id: results.id,
      part: surveyParts.part,
      answers: surveyClosings.answers,
      minimum: surveyClosings.minimum,
      withheld: sql<readonly string[] | null>`${results.figures} -> 'withheld'`,
    })
    .from(surveyClosings)
    .innerJoin(surveyParts, eq(surveyParts.id, surveyClosings.partId))
    .innerJoin(
      results,
      sql`${results.roundId} = ${surveyParts.roundId} and ${results.agencyId} = ${surveyParts.agencyId}`,
    )
    .where(inArray(results.id, [...ids]))
    .orderBy(sql`${surveyParts.part} <> 'iit'`, surveyParts.part)
  const closings = new Map<string, Record<string, PartClosing>>()
  for (const { id, ...row } of rows) {
    closings.set(id, { ...closings.get(id), [row.part]: shownClosing(row) })
  }
  return closings
}

interface FrozenClosing {
  readonly part: string
  readonly answers: number
  readonly minimum: number | null
  /** The figures of the result that are withheld. */
  readonly withheld: readonly string[] | null
}

/** Where the count is withheld so is the minimum: of a small agency it is the number of people there are. */
function shownClosing({ part, answers, minimum, withheld }: FrozenClosing): PartClosing {
  const isUnderMinimum = minimum !== null && answers < minimum
  const isWithheld = answers < fewestShown || (withheld?.includes(`part:${part}`) ?? false)
  return isWithheld
    ? { count: null, minimum: null, isUnderMinimum }
    : { count: answers, minimum, isUnderMinimum }
}
