/** The demo made ready to be assessed while its server runs: what agencies handed in, what was kept of a link, and the calendar. */
import { eq } from 'drizzle-orm'
import type { Role } from '#base/actor.ts'
import { dayOf } from '#base/bangkok-day.ts'
import { newId } from '#base/id.ts'
import { storeGrant } from '#modules/accounts/grants.ts'
import { users } from '#modules/accounts/tables.ts'
import type { CheckReport } from '#modules/disclosure/check-report.ts'
import { disclosureChecks, disclosureSnapshots } from '#modules/disclosure/tables.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import { readConfig } from '#platform/config.ts'
import { act, type Context } from '#platform/context.ts'
import { openDatabase } from '#platform/database.ts'
import { keepFile, openFiles } from '#platform/files/files.ts'
import { makeLog } from '#platform/log.ts'
import { borrowDatabase } from '#platform/postgres/serve.ts'
import { agencyIdOf, handIn } from './assessing.ts'
import { operator } from './cast.ts'

export const stagedYear = 2569

/** As the operator would, beside the running server. */
export async function beside<T>(dataDir: string, step: (context: Context) => Promise<T>): Promise<T> {
  const served = await borrowDatabase(readConfig({ DATA_DIR: dataDir }))
  const log = makeLog('silent')
  const database = openDatabase(served.url, log)
  try {
    return await act({ database, log, clock: () => new Date() }, operator, step)
  } finally {
    await database.close()
    await served.release()
  }
}

/** The phase open from some days before today to some days after. */
export async function openPhase(
  context: Context,
  phase: string,
  [from, to]: readonly [from: number, to: number],
): Promise<void> {
  const dayIn = (days: number) => dayOf(new Date(context.now.getTime() + days * 86_400_000))
  await schedulePhase(context, { fiscalYear: stagedYear, phase, opensOn: dayIn(from), closesOn: dayIn(to) })
}

/** All items of the year handed in by the agency, each with one link. The ids of the links by item. */
export async function handInAll(context: Context, agencyCode: string): Promise<ReadonlyMap<string, string>> {
  const round = await getRound(context.transaction, stagedYear)
  const { framework } = await getPinnedFramework(context.transaction, round.frameworkHash)
  return handIn(context, { round, agencyCode, items: framework.disclosureItems.map(({ code }) => code) })
}

/** The smallest PNG there is: one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const report: CheckReport = {
  ...{ url: 'https://www.example.go.th/o26', finalUrl: 'https://www.example.go.th/o26/report' },
  ...{ verdict: 'moved', onMainSite: true, contentType: 'text/html', sha256: 'a'.repeat(64) },
  textHash: 'then',
  findings: [
    { element: 'opens', result: 'pass', quote: '', fix: null },
    {
      ...{ element: 'ช่องงบประมาณ', result: 'fail', quote: 'ใช้งบประมาณบุคลากร' },
      fix: { code: 'moneyCell', parameters: { heading: 'งบประมาณ', none: 'ไม่มี', count: 1 } },
    },
  ],
}

/** A page with a script in it, its words and a picture; the live page has changed since. */
export async function keepSnapshot(context: Context, dataDir: string, linkId: string): Promise<void> {
  const files = openFiles({ dataDir })
  const encode = (text: string) => new TextEncoder().encode(text)
  const body = encode('<!doctype html><script>alert(document.domain)</script><p>รายงานผล</p>')
  await context.transaction.insert(disclosureSnapshots).values({
    ...{ linkId, state: 'taken' as const, askedAt: context.now, takenAt: context.now, report, status: 200 },
    headers: { 'content-type': 'text/html', server: 'nginx' },
    ...{ bodyKey: await keepFile(files, body, 'text/html'), bodyBytes: body.byteLength },
    textKey: await keepFile(files, encode('รายงานผลการดำเนินการป้องกันการทุจริต ใช้งบประมาณบุคลากร'), 'text/plain'),
    pictureKey: await keepFile(files, dot, 'image/png'),
  })
  const later = new Date(context.now.getTime() + 60_000)
  await context.transaction.insert(disclosureChecks).values({
    ...{ id: newId(), linkId, isCurrent: true, firstAt: later, lastAt: later },
    report: { ...report, textHash: 'now' },
  })
}

/** Somebody of the demo has a role at an agency as well. */
export async function bindTo(
  context: Context,
  email: string,
  { role, agencyCode }: { readonly role: Role; readonly agencyCode: string },
): Promise<void> {
  const [user] = await context.transaction.select().from(users).where(eq(users.email, email))
  const agencyId = await agencyIdOf(context, agencyCode)
  const grant = { role, scope: { kind: 'agency', agencyId } } as const
  await storeGrant(context, { userId: user?.id ?? '', grant })
}
