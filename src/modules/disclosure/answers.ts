/** Reads of what agencies answered: the answers of an item, each with its links and what the checker found on them. */
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '#platform/database.ts'
import type { Format } from '#platform/reading/document.ts'
import type { CheckFinding, CheckReport } from './check-report.ts'
import type { LinkKind } from './item.ts'
import { disclosureAnswers, disclosureChecks, disclosureLinks, disclosureSnapshots } from './tables.ts'

export type FindingResult = CheckFinding['result']

export interface LinkCheck {
  readonly report: CheckReport
  /** The worst of its findings; null where there are none. */
  readonly worst: FindingResult | null
  /** Since when the checker finds the same, and when it last did. */
  readonly firstAt: Date
  readonly lastAt: Date
}

export interface AnsweredLink {
  readonly id: string
  /** From 1. */
  readonly position: number
  readonly url: string
  readonly kind: LinkKind
  readonly format: Format | null
  /** Where on the page; empty where nothing is said. */
  readonly place: string
  /** Null where it was not checked yet. */
  readonly check: LinkCheck | null
  /** Null before it is handed in. */
  readonly snapshot: {
    readonly state: 'waiting' | 'taken' | 'unreachable'
    readonly takenAt: Date | null
  } | null
}

export interface Answer {
  readonly id: string
  readonly itemCode: string
  /** From 1; the highest holds. */
  readonly number: number
  readonly has: boolean
  readonly explanation: string
  readonly at: Date
  readonly actorKind: string
  readonly actorName: string | null
  readonly links: readonly AnsweredLink[]
}

export interface AnswersOf {
  readonly roundId: string
  readonly agencyId: string
}

/** The answer that holds, by item code; items that were not answered are left out. */
export async function mapLatestAnswers(
  db: Queryable,
  { roundId, agencyId }: AnswersOf,
): Promise<ReadonlyMap<string, Answer>> {
  const { itemCode, number } = disclosureAnswers
  const rows = await db
    .selectDistinctOn([itemCode])
    .from(disclosureAnswers)
    .where(and(eq(disclosureAnswers.roundId, roundId), eq(disclosureAnswers.agencyId, agencyId)))
    .orderBy(itemCode, desc(number))
  return new Map((await withLinks(db, rows)).map((answer) => [answer.itemCode, answer]))
}

/** All answers to an item, the latest first. */
export async function listAnswers(
  db: Queryable,
  { roundId, agencyId, itemCode }: AnswersOf & { readonly itemCode: string },
): Promise<Answer[]> {
  const rows = await db
    .select()
    .from(disclosureAnswers)
    .where(
      and(
        eq(disclosureAnswers.roundId, roundId),
        eq(disclosureAnswers.agencyId, agencyId),
        eq(disclosureAnswers.itemCode, itemCode),
      ),
    )
    .orderBy(desc(disclosureAnswers.number))
  return withLinks(db, rows)
}

/** The answer that holds; undefined where the item was not answered. */
export async function findAnswer(
  db: Queryable,
  item: AnswersOf & { readonly itemCode: string },
): Promise<Answer | undefined> {
  return (await listAnswers(db, item))[0]
}

async function withLinks(
  db: Queryable,
  rows: readonly (typeof disclosureAnswers.$inferSelect)[],
): Promise<Answer[]> {
  const ids = rows.map(({ id }) => id)
  const links = ids.length === 0 ? [] : await selectLinks(db, ids)
  const byAnswer = Map.groupBy(links, ({ answerId }) => answerId)
  return rows.map(({ roundId: _round, agencyId: _agency, ...row }) => ({
    ...row,
    links: (byAnswer.get(row.id) ?? []).map(toLink),
  }))
}

async function selectLinks(db: Queryable, answerIds: readonly string[]) {
  const { state, takenAt } = disclosureSnapshots
  const { report, firstAt, lastAt } = disclosureChecks
  return db
    .select({
      answerId: disclosureLinks.answerId,
      link: disclosureLinks,
      check: { report, firstAt, lastAt },
      snapshot: { state, takenAt },
    })
    .from(disclosureLinks)
    .leftJoin(
      disclosureChecks,
      and(eq(disclosureChecks.linkId, disclosureLinks.id), eq(disclosureChecks.isCurrent, true)),
    )
    .leftJoin(disclosureSnapshots, eq(disclosureSnapshots.linkId, disclosureLinks.id))
    .where(inArray(disclosureLinks.answerId, [...answerIds]))
    .orderBy(asc(disclosureLinks.answerId), asc(disclosureLinks.position))
}

type LinkRow = Awaited<ReturnType<typeof selectLinks>>[number]

function toLink({ link, check, snapshot }: LinkRow): AnsweredLink {
  const { id, position, url, kind, format, place } = link
  const checked = check && { ...check, worst: worstOf(check.report.findings) }
  return { id, position, url, kind, format, place, check: checked, snapshot }
}

/** Null where nothing was looked for. */
export function worstOf(findings: readonly Pick<CheckFinding, 'result'>[]): FindingResult | null {
  const results = findings.map(({ result }) => result)
  return (['fail', 'warn', 'pass'] as const).find((one) => results.includes(one)) ?? null
}
