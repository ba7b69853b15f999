/** Links that fail and whose owners do not know it yet: seen failing twice in a row, for once may be a false alarm. */
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { agencies } from '#modules/registry/tables.ts'
import type { Queryable } from '#platform/database.ts'
import type { CheckReport } from '../check-report.ts'
import {
  disclosureAnswers,
  disclosureChecks,
  disclosureItems,
  disclosureLinks,
  disclosureNotices,
} from '../tables.ts'
import { isOfLatestAnswer, ofItem } from './asked-link.ts'

export interface FailingLink {
  readonly linkId: string
  readonly checkId: string
  readonly url: string
  readonly report: CheckReport
  readonly itemCode: string
  readonly ownerId: string | null
  readonly agencyId: string
  readonly agencyCode: string
  readonly agencyTh: string
  readonly agencyEn: string
}

/** Whether it does not open: what stands on the page is another matter. */
export function isFailing({ verdict }: Pick<CheckReport, 'verdict'>): boolean {
  return verdict !== 'live' && verdict !== 'moved'
}

/** In order of agency and item. Those already told of since they last opened are left out. */
export function listFailingLinks(db: Queryable, roundId: string): Promise<FailingLink[]> {
  return selectLinks(db).where(
    and(
      eq(disclosureAnswers.roundId, roundId),
      ne(disclosureItems.state, 'final'),
      isOfLatestAnswer,
      eq(disclosureChecks.isCurrent, true),
      isFailingNow,
      sql`(${disclosureChecks.firstAt} < ${disclosureChecks.lastAt} or ${wasFailing})`,
      sql`not ${wasToldOf}`,
    ),
  )
}

/** Links somebody was told of since an instant. */
export function listLinksToldOf(db: Queryable, since: Date): Promise<FailingLink[]> {
  return selectLinks(db).where(
    sql`${disclosureChecks.id} in (select check_id from ${disclosureNotices} where at >= ${since.toISOString()})`,
  )
}

function selectLinks(db: Queryable) {
  return db
    .select({
      ...{ linkId: disclosureLinks.id, checkId: disclosureChecks.id, url: disclosureLinks.url },
      report: disclosureChecks.report,
      ...{ itemCode: disclosureItems.itemCode, ownerId: disclosureItems.ownerId },
      ...{ agencyId: agencies.id, agencyCode: agencies.code },
      ...{ agencyTh: agencies.nameTh, agencyEn: agencies.nameEn },
    })
    .from(disclosureChecks)
    .innerJoin(disclosureLinks, eq(disclosureLinks.id, disclosureChecks.linkId))
    .innerJoin(disclosureAnswers, eq(disclosureAnswers.id, disclosureLinks.answerId))
    .innerJoin(disclosureItems, ofItem)
    .innerJoin(agencies, eq(agencies.id, disclosureAnswers.agencyId))
    .orderBy(
      asc(agencies.codeKey),
      sql`length(${disclosureItems.itemCode})`,
      asc(disclosureItems.itemCode),
      asc(disclosureLinks.position),
    )
    .$dynamic()
}

const isFailingNow = sql`${disclosureChecks.report} ->> 'verdict' not in ('live', 'moved')`

/** The check before found it failing too, in another way. */
const wasFailing = sql`coalesce((select earlier.report ->> 'verdict' from ${disclosureChecks} earlier
  where earlier.link_id = ${disclosureLinks.id} and earlier.first_at < ${disclosureChecks.firstAt}
  order by earlier.first_at desc limit 1) not in ('live', 'moved'), false)`

const wasToldOf = sql`exists (select 1 from ${disclosureNotices} notice
  where notice.link_id = ${disclosureLinks.id} and notice.at >= coalesce((
    select max(sound.last_at) from ${disclosureChecks} sound
    where sound.link_id = ${disclosureLinks.id} and sound.report ->> 'verdict' in ('live', 'moved')
  ), '-infinity'))`
