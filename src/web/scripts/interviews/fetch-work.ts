/** Asks the server for the enumerator's work and keeps it, so that the next opening needs no network. */
import type { Work } from '#modules/surveys/interview-work.ts'
import { askServer, reach, readReply } from './reach.ts'
import { changeInterview, listInterviews, type Store } from './store.ts'

/** `signedOut`: nobody is signed in any more. `refused`: somebody is, who interviews nowhere. */
export type Fetched = 'fetched' | 'offline' | 'signedOut' | 'refused'

export async function fetchWork(store: Store): Promise<Fetched> {
  const response = await askServer('/api/v1/interviews/work')
  if (!response) return 'offline'
  const leaving = await store.get('settings', 'signOut')
  if (!response.ok) {
    if (leaving !== undefined) await store.delete('settings', 'signOut')
    await lock(store)
    return response.status === 401 ? 'signedOut' : 'refused'
  }
  const work = await readReply<Work>(response)
  if (!work) return 'offline'
  if (leaving !== undefined && !(await signOut(store, leaving === work.person.id))) return 'offline'
  if (leaving === work.person.id) return 'signedOut'
  await store.put('work', work, work.person.id)
  await store.put('settings', work.person.id, 'current')
  await noteSentBack(store, work)
  return 'fetched'
}

/**
 * The tablet forgets at once who worked with it, and the server as soon as it can be reached: that person alone is
 * signed out then, not who has signed in since.
 */
export async function handOver(store: Store): Promise<void> {
  const current = await store.get('settings', 'current')
  if (current === undefined) return
  await store.put('settings', current, 'signOut')
  await lock(store)
}

/** Nobody works with the tablet, and names and telephones are gone from it: they come again with the next sign-in. */
async function lock(store: Store): Promise<void> {
  const transaction = store.transaction(['settings', 'work'], 'readwrite')
  const current = await transaction.objectStore('settings').get('current')
  const work = current === undefined ? undefined : await transaction.objectStore('work').get(current)
  const assignments = work?.assignments.map((assignment) => ({ ...assignment, callList: [] }))
  if (work && assignments) await transaction.objectStore('work').put({ ...work, assignments }, work.person.id)
  await transaction.objectStore('settings').delete('current')
  await transaction.done
}

/** False where it is still to be done. */
async function signOut(store: Store, isStillSignedIn: boolean): Promise<boolean> {
  const init: RequestInit = { method: 'POST', redirect: 'manual', body: new URLSearchParams() }
  const response = isStillSignedIn ? await reach('/sign-out', init) : undefined
  if (response === null || (response && response.status >= 400)) return false
  await store.delete('settings', 'signOut')
  return true
}

/** What the supervisor has sent back since, and what is done again by now. */
async function noteSentBack(store: Store, { person, assignments }: Work): Promise<void> {
  const sentBack = new Set(
    assignments.flatMap((assignment) => assignment.sentBack.map(({ interview }) => interview)),
  )
  for (const { key, state, interview } of await listInterviews(store, person.id)) {
    const isBack = interview !== null && sentBack.has(interview)
    if (state === 'sent' && isBack)
      await changeInterview(store, key, (now) => ({ ...now, state: 'sentBack' }))
    if (state === 'sentBack' && !isBack) {
      await changeInterview(store, key, (now) => ({ ...now, state: 'replaced' }))
    }
  }
}
