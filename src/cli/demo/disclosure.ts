/** Plays disclosure in the demo's open round: one agency at work, one that waits for assessors, one that is assessed. */
import type { Actor } from '#base/actor.ts'
import { dayOf } from '#base/bangkok-day.ts'
import { answerItem } from '#modules/disclosure/answer-item.ts'
import { approveItems } from '#modules/disclosure/approve-items.ts'
import { claimAgency } from '#modules/disclosure/assessment/claim-agency.ts'
import { scoreItem } from '#modules/disclosure/assessment/score-item.ts'
import { mapStates } from '#modules/disclosure/assessment/states.ts'
import { assignItems } from '#modules/disclosure/assign-items.ts'
import { elementsFor } from '#modules/disclosure/element.ts'
import { explainItem } from '#modules/disclosure/explain-item.ts'
import type { NamedItem } from '#modules/disclosure/item.ts'
import { passItem } from '#modules/disclosure/pass-item.ts'
import { returnItem } from '#modules/disclosure/return-item.ts'
import { sendToReview } from '#modules/disclosure/send-to-review.ts'
import { submitItems } from '#modules/disclosure/submit-items.ts'
import type { DisclosureItem, Framework } from '#modules/frameworks/framework.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { changeAgency } from '#modules/registry/change-agency.ts'
import { getAgencyByCode } from '#modules/registry/queries.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { phaseState } from '#modules/rounds/phase.ts'
import { findRound } from '#modules/rounds/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import { type DemoPeople, findDemoPeople } from './accounts.ts'
import {
  type AgencyHandedIn,
  type ItemAtWork,
  type PlayedDisclosure,
  reached,
  readPlayedDisclosure,
} from './disclosure-cast.ts'
import { type DemoSite, siteAddress } from './site.ts'

const loader: Actor = { kind: 'system', name: 'demo' }
const dayMilliseconds = 86_400_000

/**
 * May be called at every start: an agency that has begun with its items is left as it is, but for its website, which
 * follows the address the demo is served at.
 */
export async function playDisclosure(doorway: Doorway, site: DemoSite): Promise<void> {
  const played = await readPlayedDisclosure()
  const round = await findRound(doorway.database.query, played.fiscalYear)
  if (!round) return
  await act(doorway, loader, (context) => setWebsites(context, played, site))
  if (round.isClosed || !(await isOpen(doorway, round))) return
  const { atWork, handedIn } = played
  await playOnce(doorway, { round, code: atWork.agency, site }, (playing) => work(playing, atWork.items))
  for (const agency of handedIn) {
    await playOnce(doorway, { round, code: agency.agency, site }, (playing) => handIn(playing, agency))
  }
}

async function setWebsites(context: Context, { atWork, handedIn }: PlayedDisclosure, { own }: DemoSite) {
  for (const { agency } of [atWork, ...handedIn]) {
    await changeAgency(context, agency, { website: siteAddress(own, agency) })
  }
}

async function isOpen({ database, clock }: Doorway, round: Round): Promise<boolean> {
  const calendar = await getCalendar(database.query, round)
  return (['answer', 'approve', 'score'] as const).every((phase) =>
    ['open', 'notScheduled'].includes(phaseState(calendar, { phase, now: clock() }).state),
  )
}

interface Place {
  readonly round: Round
  readonly code: string
  readonly site: DemoSite
}

interface Playing extends Place {
  readonly context: Context
  readonly framework: Framework
  readonly type: string
  readonly people: DemoPeople
}

/** One transaction: a kill half-way leaves no part of it behind. */
async function playOnce(
  doorway: Doorway,
  place: Place,
  play: (playing: Playing) => Promise<void>,
): Promise<void> {
  await act(doorway, loader, async (context) => {
    const { transaction } = context
    const agency = await getAgencyByCode(transaction, place.code)
    const states = await mapStates(transaction, { roundId: place.round.id, agencyId: agency.id })
    if (states.size > 0) return
    const people = await findDemoPeople(context)
    if (!people) return
    const { framework } = await getPinnedFramework(transaction, place.round.frameworkHash)
    await play({ ...place, context, framework, people, type: agency.type.code })
  })
}

const as = ({ context }: Playing, actor: Actor): Context => ({ ...context, actor })

const named = ({ round: { fiscalYear }, code }: Playing, itemCode: string): NamedItem => {
  return { fiscalYear, agencyCode: code, itemCode }
}

/** The agency's own people do it. */
async function work(playing: Playing, items: readonly ItemAtWork[]): Promise<void> {
  const { context, people, round, code } = playing
  for (const { item, dueInDays } of items) {
    await assignItems(as(playing, people.coordinator), {
      ...{ fiscalYear: round.fiscalYear, agencyCode: code, itemCodes: [item] },
      ...{
        owner: people.itemOwner.id,
        dueOn: dayOf(new Date(context.now.getTime() + dueInDays * dayMilliseconds)),
      },
    })
  }
  for (const item of items) await workOn(playing, item)
}

async function workOn(
  playing: Playing,
  { item: code, page, isElsewhere, upTo, reason }: ItemAtWork,
): Promise<void> {
  const { people, site } = playing
  const has = (step: (typeof reached)[number]) => reached.indexOf(upTo) >= reached.indexOf(step)
  const item = named(playing, code)
  const [owner, reviewer] = [as(playing, people.itemOwner), as(playing, people.reviewer)]
  if (!has('drafted') || page === undefined) return
  await answer(owner, item, siteAddress(isElsewhere ? site.elsewhere : site.own, playing.code, page))
  if (!has('inReview')) return
  await sendToReview(owner, item)
  if (upTo === 'returned') await returnItem(reviewer, { ...item, reason: reason ?? '' })
  if (upTo === 'ready') await passItem(reviewer, { ...item, elements: allMet(playing, code) })
}

/** The agency has no people in the demo: the loader acts for them, and the lead marks. */
async function handIn(playing: Playing, { pages, zeros }: AgencyHandedIn): Promise<void> {
  const { context, framework, site, round, code } = playing
  const agency = { fiscalYear: round.fiscalYear, agencyCode: code }
  for (const { code: itemCode } of framework.disclosureItems) {
    const item = named(playing, itemCode)
    await answer(context, item, siteAddress(site.own, code, pages[itemCode] ?? itemCode))
    await sendToReview(context, item)
    await passItem(context, { ...item, elements: allMet(playing, itemCode) })
  }
  await approveItems(context, agency)
  await submitItems(context, agency)
  if (zeros) await assess(playing, zeros)
}

async function answer(context: Context, item: NamedItem, url: string): Promise<void> {
  await answerItem(context, { ...item, has: true, links: [{ url, kind: 'page', format: 'html' }] })
}

async function assess(playing: Playing, zeros: NonNullable<AgencyHandedIn['zeros']>): Promise<void> {
  const { context, framework, people, round, code } = playing
  const lead = as(playing, people.leadAssessor)
  const assessedOn = dayOf(context.now)
  await claimAgency(lead, { fiscalYear: round.fiscalYear, agencyCode: code })
  for (const { code: itemCode } of framework.disclosureItems) {
    const zero = zeros.find(({ item }) => item === itemCode)
    const given = zero
      ? { score: 0, reasonKind: zero.reasonKind, remark: zero.remark, elements: [] }
      : { score: 100, remark: '', elements: allMet(playing, itemCode) }
    await scoreItem(lead, { ...named(playing, itemCode), mark: { ...given, assessedOn } })
  }
  for (const { item, explanation } of zeros) {
    if (explanation) await explainItem(context, { ...named(playing, item), text: explanation })
  }
}

function allMet({ framework, type }: Playing, code: string) {
  const item: DisclosureItem | undefined = framework.disclosureItems.find((one) => one.code === code)
  return item ? elementsFor(item, type).map(({ place }) => ({ element: place, isMet: true })) : []
}
