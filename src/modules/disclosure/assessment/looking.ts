/** The way into every read of one agency's assessment: the round and agency found, the viewer let in, who works on it. */
import { and, eq } from 'drizzle-orm'
import type { Actor } from '#base/actor.ts'
import { authorize, isAllowed, type Permission } from '#base/permission.ts'
import type { Words } from '#base/words.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { agencies } from '#modules/registry/tables.ts'
import type { Calendar } from '#modules/rounds/calendar.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { type EnrolledPlace, getEnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import { getRound } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import type { Queryable } from '#platform/database.ts'
import {
  canAssessItems,
  canConfirmItems,
  canLeadAssessment,
  canSeeAssessment,
  canSettleItems,
} from '../access.ts'
import type { ItemRow } from '../enter.ts'
import { disclosureItems } from '../tables.ts'
import { type Claim, isMarkedTwice, listClaims } from './claims.ts'
import { type Clock, nearestClock } from './clocks.ts'
import { type Conflict, conflictWith, refuseConflict, type Ties } from './conflict.ts'
import { getTies } from './ties.ts'

export interface LookedAt {
  readonly fiscalYear: number
  readonly agencyCode: string
  readonly viewer: Actor
  readonly now: Date
}

/** What the viewer's roles, ties and claims let them do with this agency; the phase and the states are not asked. */
export interface ViewerRights {
  /** Holds it. */
  readonly isMine: boolean
  /** Why they may not assess it; null where nothing stands against it. */
  readonly conflict: Conflict | null
  /** A seat is free, and nothing stands against them taking it. */
  readonly mayClaim: boolean
  /** Holds it, and nothing stands against them marking. */
  readonly mayMark: boolean
  /** Holds it or leads, and nothing stands against them marking what was explained. */
  readonly mayRemark: boolean
  /** Lets claims of others go. */
  readonly mayLead: boolean
  readonly maySettle: boolean
  readonly mayConfirm: boolean
}

export interface SeenAgency {
  readonly round: Round
  readonly place: EnrolledPlace
  readonly name: Words
  readonly website: string | null
  readonly framework: Framework
  /** With the agency's own extensions. */
  readonly calendar: Calendar
  readonly clock: Clock | null
  readonly isDouble: boolean
  /** By seat. */
  readonly claims: readonly Claim[]
  readonly viewerId: string | null
  readonly rights: ViewerRights
  /** By item code; items without a row are open. */
  readonly rows: ReadonlyMap<string, ItemRow>
}

/**
 * Who is bound to the agency sees nothing of its assessment as an assessor, for they would know it before the agency
 * does. Throws `round.notFound`, `round.notEnrolled`, `access.refused`, `access.signInFirst`, `assessment.ownAgency` or
 * `assessment.formerAgency`.
 */
export async function lookAtAgency(db: Queryable, { viewer, now, ...named }: LookedAt): Promise<SeenAgency> {
  const round = await getRound(db, named.fiscalYear)
  const place = await getEnrolledPlace(db, round, named.agencyCode)
  authorize(viewer, canSeeAssessment, place)
  const ties = await tiesOf(db, viewer)
  if (!isAllowed(viewer, overseesAssessment, place)) refuseConflict(place, ties)
  const { agencyId } = place
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const calendar = await getCalendar(db, round, [agencyId])
  const isDouble = await isMarkedTwice(db, round.id)
  const claims = await listClaims(db, { roundId: round.id, agencyIds: [agencyId] })
  return {
    ...{ round, place, framework, calendar, isDouble, claims },
    ...(await nameOf(db, agencyId)),
    clock: nearestClock(calendar, { agencyId, now }),
    viewerId: viewer.kind === 'person' ? viewer.id : null,
    rights: rightsOf(viewer, { place, isDouble, claims }, conflictWith(agencyId, ties)),
    rows: await mapRows(db, { roundId: round.id, agencyId }),
  }
}

type Held = Pick<SeenAgency, 'place' | 'isDouble' | 'claims'>

/** Those who see it without a part in it. */
const overseesAssessment: Permission = { ...canSeeAssessment, roles: ['administrator', 'auditor'] }

async function tiesOf(db: Queryable, viewer: Actor): Promise<Ties> {
  return viewer.kind === 'person' ? getTies(db, viewer.id) : { grants: [], listings: [] }
}

function rightsOf(viewer: Actor, { place, isDouble, claims }: Held, conflict: Conflict | null): ViewerRights {
  const viewerId = viewer.kind === 'person' ? viewer.id : null
  const isFree = viewerId !== null && conflict === null
  const isMine = claims.some(({ assessorId }) => assessorId === viewerId)
  const mayAssess = isFree && isAllowed(viewer, canAssessItems, place)
  const maySettle = isFree && isAllowed(viewer, canSettleItems, place)
  const mayMark = mayAssess && isMine
  return {
    ...{ isMine, conflict, mayMark, maySettle },
    mayClaim: mayAssess && !isMine && claims.length < (isDouble ? 2 : 1),
    mayRemark: mayMark || maySettle,
    mayLead: isAllowed(viewer, canLeadAssessment, place),
    mayConfirm: isAllowed(viewer, canConfirmItems, place),
  }
}

async function nameOf(db: Queryable, agencyId: string): Promise<{ name: Words; website: string | null }> {
  const [row] = await db
    .select({ th: agencies.nameTh, en: agencies.nameEn, website: agencies.website })
    .from(agencies)
    .where(eq(agencies.id, agencyId))
  const { th = '', en = '', website = null } = row ?? {}
  return { name: { th, en }, website }
}

async function mapRows(
  db: Queryable,
  { roundId, agencyId }: Pick<ItemRow, 'roundId' | 'agencyId'>,
): Promise<Map<string, ItemRow>> {
  const rows = await db
    .select()
    .from(disclosureItems)
    .where(and(eq(disclosureItems.roundId, roundId), eq(disclosureItems.agencyId, agencyId)))
  return new Map(rows.map((row) => [row.itemCode, row]))
}
