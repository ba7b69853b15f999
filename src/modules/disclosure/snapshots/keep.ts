/** Keeps one link as it stands: its headers, body and words, with the report of the check. */
import { and, eq } from 'drizzle-orm'
import type { Context } from '#platform/context.ts'
import { type Files, keepFile } from '#platform/files/files.ts'
import { enqueue } from '#platform/jobs.ts'
import type { Verdict } from '../check-report.ts'
import { disclosureSnapshots } from '../tables.ts'
import type { AskedLink, CheckLink, SeenLink } from '../watching/asked-link.ts'
import { storeChecks } from '../watching/store-checks.ts'

export interface SnapshotMeans {
  readonly check: CheckLink
  readonly files: Files
  /** Whether pictures can be made of pages. */
  readonly hasPictures: () => Promise<boolean>
  /** A transaction of its own for each link: what is kept stays kept. */
  readonly inTransaction: <T>(step: (context: Context) => Promise<T>) => Promise<T>
}

export const takeSnapshotTask = 'takeSnapshot'
export const takePictureTask = 'takePicture'

/** `later`: nothing answered, and it is tried again. */
export type Kept = 'taken' | 'unreachable' | 'later'

/** After each attempt that failed, until the next; with the last of them an hour has passed. */
const pausesMinutes: readonly number[] = [10, 20, 30]
const passing: readonly Verdict[] = ['dns', 'refused', 'timeout', 'serverError']
const picturesAfterAllElse = 10

/** `attempt` counts from 0. A link that was kept meanwhile is left as it is. */
export async function keepLink(asked: AskedLink, attempt: number, means: SnapshotMeans): Promise<Kept> {
  const seen = await means.check(asked)
  const pause = pausesMinutes[attempt]
  if (pause !== undefined && passing.includes(seen.report.verdict)) {
    await means.inTransaction((step) => putOff(step, { asked, seen, attempt: attempt + 1, pause }))
    return 'later'
  }
  const { body, text } = seen
  const contentType = seen.report.contentType ?? 'application/octet-stream'
  const bodyKey = body && (await keepFile(means.files, body, contentType))
  const textKey = text && (await keepFile(means.files, new TextEncoder().encode(text), 'text/plain'))
  const keys = { bodyKey, textKey: textKey || null, bodyBytes: body?.byteLength ?? null }
  const hasPicture = body !== null && /html/i.test(contentType) && (await means.hasPictures())
  await means.inTransaction((step) => settle(step, { asked, seen, keys, hasPicture }))
  return seen.status === null ? 'unreachable' : 'taken'
}

interface PuttingOff {
  readonly asked: AskedLink
  readonly seen: SeenLink
  readonly attempt: number
  readonly pause: number
}

async function putOff(step: Context, { asked, seen, attempt, pause }: PuttingOff): Promise<void> {
  const { linkId } = asked
  const { rowCount } = await step.transaction
    .update(disclosureSnapshots)
    .set({ report: seen.report })
    .where(isWaiting(linkId))
  if (rowCount !== 1) return
  await storeChecks(step, [{ linkId, report: seen.report }])
  const runAt = new Date(step.now.getTime() + pause * 60_000)
  await enqueue(step, { task: takeSnapshotTask, payload: { linkId, attempt }, runAt })
}

interface Settling {
  readonly asked: AskedLink
  readonly seen: SeenLink
  readonly keys: Pick<typeof disclosureSnapshots.$inferInsert, 'bodyKey' | 'textKey' | 'bodyBytes'>
  readonly hasPicture: boolean
}

async function settle(step: Context, { asked, seen, keys, hasPicture }: Settling): Promise<void> {
  const { linkId } = asked
  const { report, status } = seen
  // What a site gives a visitor to be known by is no evidence, and not ours to keep.
  const { 'set-cookie': _cookies, ...headers } = seen.headers
  const state = status === null ? 'unreachable' : 'taken'
  const { rowCount } = await step.transaction
    .update(disclosureSnapshots)
    .set({ ...keys, state, takenAt: step.now, report, status, headers })
    .where(isWaiting(linkId))
  if (rowCount !== 1) return
  await storeChecks(step, [{ linkId, report }])
  if (hasPicture) {
    await enqueue(step, {
      ...{ task: takePictureTask, payload: { linkId }, priority: picturesAfterAllElse, maxAttempts: 3 },
    })
  }
}

function isWaiting(linkId: string) {
  return and(eq(disclosureSnapshots.linkId, linkId), eq(disclosureSnapshots.state, 'waiting'))
}
