/** All that an agency's survey page shows: of each part its link, counts, minimum with the rule behind it, and pace. */
import { and, eq } from 'drizzle-orm'
import { dayOf, lastDayBefore } from '#base/bangkok-day.ts'
import type { Words } from '#base/words.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { isUnverified, partsOf } from '#modules/frameworks/lookup.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { type EnrolledPlace, getEnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import { phaseState } from '#modules/rounds/phase.ts'
import type { Round } from '#modules/rounds/round.ts'
import type { Queryable } from '#platform/database.ts'
import { findHeadcount, type Headcount } from './headcount.ts'
import { type LinkedSurvey, linkedPart, linkedSurveys, type Mode, surveyOfPart } from './link.ts'
import { listLinks } from './links.ts'
import { groupOf, type NoMinimum, type SamplingRule } from './minimum.ts'
import { type CollectDays, expectedBy, type PartStanding, partStanding } from './pace.ts'
import { getProgress, type PartProgress } from './progress.ts'
import { surveyParts } from './tables.ts'

/** Why the minimum is what it is. */
export interface MinimumRule {
  readonly rule: SamplingRule | undefined
  /** Where the rule goes by groups: the agency's own. */
  readonly group: Words | null
  /** People there are to ask; null where nobody has stated it. */
  readonly headcount: number | null
  readonly reason: NoMinimum | null
  readonly isUnverified: boolean
}

export interface AgencyPart {
  readonly part: string
  readonly name: Words
  /** The survey whose link leads to the part; null where it is answered in interviews. */
  readonly survey: LinkedSurvey | null
  /** The link that holds. */
  readonly linkCode: string | null
  /** Null where the part is not collected here yet. */
  readonly mode: Mode | null
  readonly count: number
  readonly minimum: number | null
  readonly minimumRule: MinimumRule
  readonly expected: number | null
  readonly standing: PartStanding
  readonly isClosed: boolean
  readonly isUnderMinimum: boolean
}

export interface AgencySurveys extends CollectDays {
  readonly agencyCode: string
  readonly headcount: Headcount
  readonly parts: readonly AgencyPart[]
}

/** Throws `round.notEnrolled`. */
export async function getAgencySurveys(
  db: Queryable,
  round: Round,
  { agencyCode, now }: { readonly agencyCode: string; readonly now: Date },
): Promise<AgencySurveys> {
  const place = await getEnrolledPlace(db, round, agencyCode)
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const headcount = await findHeadcount(db, { roundId: round.id, agencyId: place.agencyId })
  const progress = await getProgress(db, { fiscalYear: round.fiscalYear, agencyCode })
  const links = await listLinks(db, round, { agencyCode })
  const modes = await mapModes(db, round, place)
  const days = await collectDays(db, round, { place, now })
  const parts = Object.entries(progress).map(([part, own]) => ({
    ...{ part, name: nameOf(framework, part), survey: surveyLinkedTo(framework, part) },
    linkCode: links.find((link) => link.part === part)?.code ?? null,
    mode: modes.get(part) ?? null,
    minimumRule: minimumRule(framework, part, { place, headcount, reason: own.reason }),
    ...standingOf(own, { ...days, today: dayOf(now) }),
  }))
  return { agencyCode: place.code, headcount, ...days, parts }
}

function standingOf(
  { count, minimum, isClosed }: PartProgress,
  days: CollectDays & { readonly today: string },
) {
  const facts = { ...days, count, minimum, isClosed }
  return {
    ...{ count, minimum, isClosed, expected: expectedBy(facts), standing: partStanding(facts) },
    isUnderMinimum: isClosed && minimum !== null && count < minimum,
  }
}

/** As the framework calls it, its instrument's name where it is the only part. */
export function nameOf(framework: Framework, id: string): Words {
  return partsOf(framework).find(({ part }) => part.id === id)?.part.name ?? { th: id, en: id }
}

/** The survey whose link leads to a part; null for parts that interviewers answer for others. */
function surveyLinkedTo(framework: Framework, part: string): LinkedSurvey | null {
  return linkedSurveys.find((survey) => linkedPart(framework, survey) === part) ?? null
}

async function mapModes(db: Queryable, round: Round, place: EnrolledPlace): Promise<Map<string, Mode>> {
  const { part, mode, roundId, agencyId } = surveyParts
  const rows = await db
    .select({ part, mode })
    .from(surveyParts)
    .where(and(eq(roundId, round.id), eq(agencyId, place.agencyId)))
  return new Map(rows.map((row) => [row.part, row.mode]))
}

interface AtPlace {
  readonly place: EnrolledPlace
  readonly now: Date
}

async function collectDays(
  db: Queryable,
  round: Round,
  { place: { agencyId }, now }: AtPlace,
): Promise<CollectDays> {
  const calendar = await getCalendar(db, round, [agencyId])
  const { opensAt, closesAt } = phaseState(calendar, { phase: 'collect', agencyId, now })
  return { opensOn: opensAt && dayOf(opensAt), closesOn: closesAt && lastDayBefore(closesAt) }
}

interface Asked {
  readonly place: EnrolledPlace
  readonly headcount: Headcount
  readonly reason: NoMinimum | null
}

function minimumRule(framework: Framework, part: string, { place, headcount, reason }: Asked): MinimumRule {
  const found = framework.sampling.find((one) => one.part === part)
  const rule = found?.rule
  const group =
    rule?.kind === 'byGroup' ? groupOf(rule, { agencyType: place.type, size: place.size }) : 'groupUnknown'
  const isStaff = surveyOfPart(framework, part) === 'iit'
  return {
    ...{ rule, group: typeof group === 'string' ? null : group.name, reason },
    headcount: isStaff ? headcount.staff : headcount.serviceUsers,
    isUnverified: isUnverified(found?.evidence, framework),
  }
}
