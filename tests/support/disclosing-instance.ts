/** A round of 2568 that takes disclosure answers on a running server: HILL's people with passwords, its unit and website. */
import { join } from 'node:path'
import type { Actor, Grant, Person, Role } from '#base/actor.ts'
import { dayOf } from '#base/bangkok-day.ts'
import { acceptInvitation } from '#modules/accounts/accept-invitation.ts'
import { invitationToken } from '#modules/accounts/invitation.ts'
import { invite } from '#modules/accounts/invite.ts'
import { answerItem } from '#modules/disclosure/answer-item.ts'
import { claimAgency } from '#modules/disclosure/assessment/claim-agency.ts'
import { scoreItem } from '#modules/disclosure/assessment/score-item.ts'
import { elementsFor } from '#modules/disclosure/element.ts'
import { passItem } from '#modules/disclosure/pass-item.ts'
import { sendToReview } from '#modules/disclosure/send-to-review.ts'
import { readFramework } from '#modules/frameworks/load.ts'
import { addUnit } from '#modules/registry/add-unit.ts'
import { changeAgency } from '#modules/registry/change-agency.ts'
import { getAgencyByCode } from '#modules/registry/queries.ts'
import { enrolAgencies } from '#modules/rounds/enrol.ts'
import { openRound } from '#modules/rounds/open.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import { readConfig } from '#platform/config.ts'
import { act, type Context } from '#platform/context.ts'
import { openDatabase } from '#platform/database.ts'
import { makeLog } from '#platform/log.ts'
import { frameworksRoot } from '#platform/paths.ts'
import { borrowDatabase } from '#platform/postgres/serve.ts'
import { newSecret, readSecret } from '#platform/secret.ts'
import { addPerson as addAssessor, assessorAnywhere, centre } from './assessing.ts'
import { fiscalYear, openCastRound, operator, readRules } from './cast.ts'

export const agencyCode = 'HILL'
export const password = 'a password of the tests'
export const emailOf = (name: string) => `${name}@hill.example.go.th`.toLowerCase()

const people = ['coordinator', 'itemOwner', 'reviewer', 'executive'] as const
const dayFromNow = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000))

/** As the operator would, while the server runs. */
export async function actBeside<T>(
  dataDir: string,
  verb: (context: Context) => Promise<T>,
  actor: Actor = operator,
): Promise<T> {
  const served = await borrowDatabase(readConfig({ DATA_DIR: dataDir }))
  const log = makeLog('silent')
  const database = openDatabase(served.url, log)
  try {
    return await act({ database, log, clock: () => new Date() }, actor, verb)
  } finally {
    await database.close()
    await served.release()
  }
}

/** The phase `answer` is open for another ten days. */
export async function startDisclosingOn(dataDir: string, website: string): Promise<void> {
  await actBeside(dataDir, async (context) => {
    await openCastRound(context)
    await schedulePhase(context, {
      ...{ fiscalYear, phase: 'answer', opensOn: dayFromNow(-5), closesOn: dayFromNow(10) },
    })
    await changeAgency(context, agencyCode, { website })
    await addUnit(context, agencyCode, { code: 'PLAN', name_th: 'กองแผนงาน', name_en: 'Planning' })
    for (const role of people) await addPerson(context, role)
  })
}

async function addPerson(context: Context, role: (typeof people)[number]): Promise<void> {
  const { id: agencyId } = await getAgencyByCode(context.transaction, agencyCode)
  const name = `${role} of Hill`
  await welcome(context, { role, scope: { kind: 'agency', agencyId } }, { email: emailOf(role), name })
}

/** Somebody of the centre, who signs in with the same password. */
export function addToCentre(dataDir: string, role: Role, called: string = role): Promise<Person> {
  const account = { email: emailOf(called), name: `${called} of the centre` }
  return actBeside(dataDir, (context) => welcome(context, { role, scope: centre }, account))
}

interface Account {
  readonly email: string
  readonly name: string
}

async function welcome(context: Context, grant: Grant, { email, name }: Account): Promise<Person> {
  const secret = readSecret({ secret: newSecret(), dataDir: '' })
  const { id } = await invite(context, { email, name, grant })
  const token = invitationToken(secret, id)
  const { userId } = await acceptInvitation(context, { secret }, { token, name, password })
  return { kind: 'person', id: userId, name, grants: [grant] }
}

export type Days = Readonly<Record<string, readonly [opens: number, closes: number]>>

/** Phases from some days before today to some days after. */
export function movePhases(dataDir: string, days: Days): Promise<void> {
  return actBeside(dataDir, async (context) => {
    for (const [phase, [opens, closes]] of Object.entries(days)) {
      const opensOn = dayFromNow(opens)
      await schedulePhase(context, { fiscalYear, phase, opensOn, closesOn: dayFromNow(closes) })
    }
  })
}

/** The year before, the agency answered its first item with the address. */
export async function answerYearBefore(dataDir: string, url: string): Promise<void> {
  const year = fiscalYear - 1
  const loaded = await readFramework(join(frameworksRoot, String(year)))
  const itemCode = loaded.framework.disclosureItems[0]?.code ?? ''
  await actBeside(dataDir, async (context) => {
    await openRound(context, loaded)
    await enrolAgencies(context, { fiscalYear: year, agencies: [{ agencyCode }] })
    const links = [{ url, kind: 'page' as const, place: 'the chart' }]
    await answerItem(context, { fiscalYear: year, agencyCode, itemCode, has: true, links })
  })
}

/** Every item but those answered with the address and found ready. */
export async function makeOthersReady(dataDir: string, but: readonly string[], url: string): Promise<void> {
  const { framework } = await readRules()
  await actBeside(dataDir, async (context) => {
    for (const item of framework.disclosureItems.filter(({ code }) => !but.includes(code))) {
      const named = { fiscalYear, agencyCode, itemCode: item.code }
      const elements = elementsFor(item, 'subdistrictOrganization').map(({ place }) => ({
        element: place,
        isMet: true,
      }))
      await answerItem(context, { ...named, has: true, links: [{ url, kind: 'page' }] })
      await sendToReview(context, named)
      await passItem(context, { ...named, elements })
    }
  })
}

/** Every item is scored, that one 0 and the others in full, and the agency may explain for another ten days. */
export async function openClarification(dataDir: string, lost: string, remark: string): Promise<void> {
  const { framework } = await readRules()
  await movePhases(dataDir, { answer: [-5, -1], score: [-1, 1] })
  const assessor = await actBeside(dataDir, (context) => addAssessor(context, 'assessor', assessorAnywhere))
  const score = async (context: Context) => {
    await claimAgency(context, { fiscalYear, agencyCode })
    for (const { code } of framework.disclosureItems) {
      const assessed = { assessedOn: dayFromNow(0), elements: [] }
      const mark =
        code === lost
          ? { ...assessed, score: 0, reasonKind: 'condition' as const, remark }
          : { ...assessed, score: 100, remark: '' }
      await scoreItem(context, { fiscalYear, agencyCode, itemCode: code, mark })
    }
  }
  await actBeside(dataDir, score, assessor)
  await movePhases(dataDir, { clarify: [0, 10] })
}

/** The claimed agency's items but those scored in full, as its assessor would. */
export async function scoreOthersInFull(
  dataDir: string,
  assessor: Person,
  but: readonly string[],
): Promise<void> {
  const { framework } = await readRules()
  const mark = { score: 100, remark: '', elements: [], assessedOn: dayFromNow(0) }
  const score = async (context: Context) => {
    for (const { code } of framework.disclosureItems.filter((item) => !but.includes(item.code))) {
      await scoreItem(context, { fiscalYear, agencyCode, itemCode: code, mark })
    }
  }
  await actBeside(dataDir, score, assessor)
}
