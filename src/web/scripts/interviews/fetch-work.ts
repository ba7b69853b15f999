/** Asks the server for the enumerator's work and keeps it, so that the next opening needs no network. */
import type { Work } from '#modules/surveys/interview-work.ts'
import { changeInterview, listInterviews, type Store } from './store.ts'

/** `signedOut`: nobody is signed in any more. `refused`: somebody is, who interviews nowhere. */
export type Fetched = 'fetched' | 'offline' | 'signedOut' | 'refused'

export async function fetchWork(store: Store): Promise<Fetched> {
  if (!(await signOutIfWanted(store))) return 'offline'
  const response = await fetch('/api/v1/interviews/work', { credentials: 'same-origin' }).catch(() => null)
  if (!response || response.status >= 500 || response.status === 429) return 'offline'
  if (!response.ok) {
    await store.delete('settings', 'current')
    return response.status === 401 ? 'signedOut' : 'refused'
  }
  const work = (await response.json()) as Work
  await store.put('work', work, work.person.id)
  await store.put('settings', work.person.id, 'current')
  await noteSentBack(store, work)
  return 'fetched'
}

/** The tablet forgets at once who worked with it, and the server as soon as it can be reached. */
export async function handOver(store: Store): Promise<void> {
  await store.put('settings', 'wanted', 'signOut')
  await store.delete('settings', 'current')
}

/** False where it is still to be done. */
async function signOutIfWanted(store: Store): Promise<boolean> {
  if ((await store.get('settings', 'signOut')) === undefined) return true
  const init: RequestInit = { method: 'POST', credentials: 'same-origin', redirect: 'manual' }
  const response = await fetch('/sign-out', { ...init, body: new URLSearchParams() }).catch(() => null)
  if (!response || response.status >= 400) return false
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
