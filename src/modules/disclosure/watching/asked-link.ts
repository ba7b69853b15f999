/** A link with all that checking it needs to know: what it stands for, whose it is, and the year's item. */
import { and, asc, eq, gt, ne, type SQL, sql } from 'drizzle-orm'
import type { DisclosureItem, Framework } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import { rounds } from '#modules/rounds/tables.ts'
import type { Queryable } from '#platform/database.ts'
import type { Format } from '#platform/reading/document.ts'
import type { CheckReport } from '../check-report.ts'
import { disclosureAnswers, disclosureItems, disclosureLinks, disclosureSnapshots } from '../tables.ts'

export interface AskedLink {
  readonly linkId: string
  readonly url: string
  readonly roundId: string
  readonly fiscalYear: number
  readonly agencyId: string
  readonly agencyType: string
  /** The agency's main website; null where it is not known. */
  readonly website: string | null
  readonly framework: Framework
  readonly item: DisclosureItem
  /** All links of the answer, each with what it is said to open as. */
  readonly answered: readonly { readonly url: string; readonly format: Format | null }[]
  /** Of its words when it was handed in; null before, and where it had none. */
  readonly submittedTextHash: string | null
}

/** What came of it. */
export interface SeenLink {
  readonly report: CheckReport
  /** Of the answer's headers; null where there was none. */
  readonly status: number | null
  readonly headers: Readonly<Record<string, string>>
  /** Null where there was none, or more than is read. */
  readonly body: Uint8Array | null
  readonly text: string
}

/** Whatever the remote does, there is a report. */
export type CheckLink = (asked: AskedLink) => Promise<SeenLink>

export interface Asking {
  readonly where: SQL | undefined
  readonly limit?: number
}

/** In the order of the links' ids. */
export async function listAskedLinks(db: Queryable, { where, limit }: Asking): Promise<AskedLink[]> {
  const { answerId } = disclosureLinks
  const rows = await db
    .select({
      ...{ linkId: disclosureLinks.id, url: disclosureLinks.url },
      ...{ roundId: disclosureAnswers.roundId, itemCode: disclosureAnswers.itemCode },
      ...{ agencyId: agencies.id, agencyType: agencies.typeCode, website: agencies.website },
      ...{ fiscalYear: rounds.fiscalYear, frameworkHash: rounds.frameworkHash },
      answered: sql<
        AskedLink['answered']
      >`(select json_agg(json_build_object('url', other.url, 'format', other.format))
        from ${disclosureLinks} other where other.answer_id = ${answerId})`,
      submittedTextHash: sql<string | null>`(select snapshot.report ->> 'textHash'
        from ${disclosureSnapshots} snapshot
        where snapshot.link_id = ${disclosureLinks.id} and snapshot.state = 'taken')`,
    })
    .from(disclosureLinks)
    .innerJoin(disclosureAnswers, eq(disclosureAnswers.id, answerId))
    .innerJoin(disclosureItems, ofItem)
    .innerJoin(agencies, eq(agencies.id, disclosureAnswers.agencyId))
    .innerJoin(rounds, eq(rounds.id, disclosureAnswers.roundId))
    .where(where)
    .orderBy(asc(disclosureLinks.id))
    .limit(limit ?? 1000)
  return withItems(db, rows)
}

interface Row extends Omit<AskedLink, 'framework' | 'item'> {
  readonly itemCode: string
  readonly frameworkHash: string
}

async function withItems(db: Queryable, rows: readonly Row[]): Promise<AskedLink[]> {
  const hashes = [...new Set(rows.map(({ frameworkHash }) => frameworkHash))]
  const loaded = await Promise.all(hashes.map((hash) => getPinnedFramework(db, hash)))
  const frameworks = new Map(loaded.map(({ hash, framework }) => [hash, framework]))
  return rows.flatMap(({ frameworkHash, itemCode, ...row }) => {
    const framework = frameworks.get(frameworkHash)
    const item = framework?.disclosureItems.find(({ code }) => code === itemCode)
    return framework && item ? [{ ...row, framework, item }] : []
  })
}

/** The item that an answer is of. */
export const ofItem = and(
  eq(disclosureItems.roundId, disclosureAnswers.roundId),
  eq(disclosureItems.agencyId, disclosureAnswers.agencyId),
  eq(disclosureItems.itemCode, disclosureAnswers.itemCode),
)

/** Of an answer that no later one has replaced. */
export const isOfLatestAnswer = sql`not exists (select 1 from ${disclosureAnswers} later
  where later.round_id = ${disclosureAnswers.roundId} and later.agency_id = ${disclosureAnswers.agencyId}
    and later.item_code = ${disclosureAnswers.itemCode} and later.number > ${disclosureAnswers.number})`

/** Links of a round that are watched: of what is answered and not confirmed yet. */
export function isWatched(roundId: string, afterLinkId: string | null): SQL | undefined {
  return and(
    eq(disclosureAnswers.roundId, roundId),
    ne(disclosureItems.state, 'final'),
    isOfLatestAnswer,
    afterLinkId === null ? undefined : gt(disclosureLinks.id, afterLinkId),
  )
}

/** How many links of the round are watched. */
export async function countWatched(db: Queryable, roundId: string): Promise<number> {
  const [row] = await db
    .select({ links: sql<number>`count(*)::int` })
    .from(disclosureLinks)
    .innerJoin(disclosureAnswers, eq(disclosureAnswers.id, disclosureLinks.answerId))
    .innerJoin(disclosureItems, ofItem)
    .where(isWatched(roundId, null))
  return row?.links ?? 0
}
