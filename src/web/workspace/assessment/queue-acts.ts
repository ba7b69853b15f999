/** What the forms of the queue and of an agency's sheet do, by the name of the act; each answers with what it has done. */
import { validate as isUuid } from 'uuid'
import { isAllowedSomewhere, type Permission, refusalOf } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { canAssessItems, canConfirmItems, canLeadAssessment } from '#modules/disclosure/access.ts'
import { claimAgency } from '#modules/disclosure/assessment/claim-agency.ts'
import { confirmItems } from '#modules/disclosure/assessment/confirm-items.ts'
import { confirmRound } from '#modules/disclosure/assessment/confirm-round.ts'
import { releaseClaim } from '#modules/disclosure/assessment/release-claim.ts'
import { setMarking } from '#modules/disclosure/assessment/set-marking.ts'
import type { Acting } from '../working.ts'

export interface About {
  readonly fiscalYear: number
  readonly agencyCode: string
}

type AgencyAct = (asked: Acting, about: About) => Promise<string>

const claim: AgencyAct = async ({ doAs }, about) => {
  await doAs((context) => claimAgency(context, about))
  return 'agencyClaimed'
}

const release: AgencyAct = async ({ doAs }, about) => {
  await doAs((context) => releaseClaim(context, about))
  return 'claimReleased'
}

const releaseOther: AgencyAct = async (asked, about) => {
  requireSomewhere(asked, canLeadAssessment)
  const assessorId = asked.field('assessor')
  if (!isUuid(assessorId)) throw new Problem('conflict', 'assessment.notHeld', { agency: about.agencyCode })
  await asked.doAs((context) => releaseClaim(context, { ...about, assessorId }))
  return 'claimReleased'
}

const confirm: AgencyAct = async ({ doAs }, about) => {
  await doAs((context) => confirmItems(context, about))
  return 'itemsConfirmed'
}

/** Done for one agency, from the queue as from its sheet. */
export const agencyActs: Readonly<Record<string, AgencyAct>> = { claim, release, releaseOther, confirm }

/** Before what was typed is read. */
export function requireSomewhere({ signedIn }: Pick<Acting, 'signedIn'>, permission: Permission): void {
  if (!isAllowedSomewhere(signedIn.person, permission)) throw refusalOf(signedIn.person, permission)
}

type RoundAct = (asked: Acting, fiscalYear: number) => Promise<string | { readonly show: object }>

const markOnceOrTwice: RoundAct = async ({ doAs, field }, fiscalYear) => {
  await doAs((context) => setMarking(context, { fiscalYear, isDouble: field('assessors') === '2' }))
  return 'markingSet'
}

/** What was left and why is shown at once: it is nowhere kept. */
const confirmAll: RoundAct = async ({ doorway, signedIn }, fiscalYear) => ({
  show: { confirmed: await confirmRound(doorway, signedIn.person, { fiscalYear }) },
})

/** Done for a whole round. */
export const roundActs: Readonly<Record<string, RoundAct>> = { setMarking: markOnceOrTwice, confirmAll }

/** What each needs, for what the pages offer. */
export const needs = { claim: canAssessItems, confirm: canConfirmItems, lead: canLeadAssessment } as const
