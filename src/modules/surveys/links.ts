/** Reads of links: the one behind an address, and those handed out. */
import { and, eq, isNull } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import type { Words } from '#base/words.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import { getRound } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import { rounds } from '#modules/rounds/tables.ts'
import type { Queryable } from '#platform/database.ts'
import type { Collecting } from './collecting.ts'
import { type LinkedSurvey, linkedPart, type Mode, surveyOfPart, tidyCode } from './link.ts'
import { describeCollecting } from './parts.ts'
import { surveyLinks, surveyParts } from './tables.ts'

/** What stands behind an address that was handed out. */
export interface Link extends Collecting {
  readonly code: string
  readonly survey: LinkedSurvey
  readonly fiscalYear: number
  readonly agency: { readonly code: string; readonly name: Words; readonly isImaginary: boolean }
  readonly isRevoked: boolean
}

/** The code as typed. Undefined where no such link was ever made. */
export async function findLink(db: Queryable, typed: string): Promise<Link | undefined> {
  const [row] = await db
    .select({ link: surveyLinks, part: surveyParts, agency: agencies, year: rounds.fiscalYear })
    .from(surveyLinks)
    .innerJoin(surveyParts, eq(surveyParts.id, surveyLinks.partId))
    .innerJoin(agencies, eq(agencies.id, surveyParts.agencyId))
    .innerJoin(rounds, eq(rounds.id, surveyParts.roundId))
    .where(eq(surveyLinks.code, tidyCode(typed)))
  if (!row) return undefined
  const round = await getRound(db, row.year)
  const collecting = await describeCollecting(db, round, row.part)
  const survey = surveyOfPart(collecting.framework, collecting.part)
  if (!survey) return undefined
  const { code, nameTh, nameEn, isImaginary } = row.agency
  return {
    ...{ ...collecting, code: row.link.code, survey, fiscalYear: row.year },
    agency: { code, name: { th: nameTh, en: nameEn }, isImaginary },
    isRevoked: row.link.revokedAt !== null,
  }
}

export interface LinkListing {
  readonly agency: string
  readonly part: string
  readonly survey: LinkedSurvey
  readonly mode: Mode
  readonly code: string
  readonly isClosed: boolean
}

/** The links of a round that hold, by agency code and part; of one agency only where `agencyCode` is given. */
export async function listLinks(
  db: Queryable,
  round: Round,
  { agencyCode }: { readonly agencyCode?: string | undefined } = {},
): Promise<LinkListing[]> {
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const rows = await db
    .select({
      ...{ agency: agencies.code, part: surveyParts.part, mode: surveyParts.mode, code: surveyLinks.code },
      isClosed: surveyParts.isClosed,
    })
    .from(surveyLinks)
    .innerJoin(surveyParts, eq(surveyParts.id, surveyLinks.partId))
    .innerJoin(agencies, eq(agencies.id, surveyParts.agencyId))
    .where(
      and(
        ...[eq(surveyParts.roundId, round.id), isNull(surveyLinks.revokedAt)],
        agencyCode === undefined ? undefined : eq(agencies.codeKey, agencyCode.toLowerCase()),
      ),
    )
    .orderBy(agencies.codeKey, surveyParts.part)
  return rows.flatMap((row) => {
    const survey = surveyOfPart(framework, row.part)
    return survey ? [{ ...row, survey }] : []
  })
}

/** The link that holds for an agency and part (`iit`, or `eit` for the part people answer by themselves). Throws `survey.noLink`. */
export async function getCurrentLink(
  db: Queryable,
  round: Round,
  { agencyCode, part }: { readonly agencyCode: string; readonly part: string },
): Promise<Link> {
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const wanted = part === 'iit' || part === 'eit' ? linkedPart(framework, part) : part
  const listed = (await listLinks(db, round, { agencyCode })).find((one) => one.part === wanted)
  const link = listed && (await findLink(db, listed.code))
  if (!link) {
    throw new Problem('notFound', 'survey.noLink', { agency: agencyCode, part, year: round.fiscalYear })
  }
  return link
}
