/** Sends what waits: each interview with the key it began with, so that sending again after a lost answer counts once. */
import type { RecordedInterview } from '#modules/surveys/record-interview.ts'
import { askServer, readReply } from './reach.ts'
import { changeInterview, type KeptInterview, listInterviews, readWork, type Store } from './store.ts'

/** `stopped`: there was no way to the server, or nobody is signed in; all is kept and tried again. */
export type Sent = 'done' | 'stopped'

const lockName = 'interviews-sending'

/** Of whoever works with the tablet. While page and service worker both send, the second waits for the first. */
export function sendAll(store: Store): Promise<Sent> {
  if (!('locks' in navigator)) return sendWaiting(store)
  return navigator.locks.request(lockName, () => sendWaiting(store))
}

async function sendWaiting(store: Store): Promise<Sent> {
  const work = await readWork(store)
  if (!work) return 'done'
  for (const interview of await listInterviews(store, work.person.id)) {
    if (interview.state !== 'queued') continue
    const assignment = findAssignment(work.assignments, interview)
    if ((await sendOne(store, { ...interview, assignment })) === 'stopped') return 'stopped'
  }
  return sendCalls(store, work.person.id)
}

type Assignments = NonNullable<Awaited<ReturnType<typeof readWork>>>['assignments']

/** Its own; where that was ended, another of the same agency and year. */
function findAssignment(assignments: Assignments, { assignment, agency, fiscalYear }: KeptInterview): string {
  const same = assignments.find(({ id }) => id === assignment)
  const alike = assignments.find((one) => one.agency.code === agency.code && one.fiscalYear === fiscalYear)
  return (same ?? alike)?.id ?? assignment
}

async function sendOne(store: Store, interview: KeptInterview): Promise<Sent> {
  const { key, assignment, answers, replaces, startedAt, finishedAt } = interview
  const seconds = finishedAt === null ? undefined : Math.max(0, Math.round((finishedAt - startedAt) / 1000))
  const body = { assignment, key, answers, seconds, ...(replaces !== null && { replaces }) }
  const response = await ask(store, { method: 'POST', path: '/api/v1/interviews', body })
  if (!response) return 'stopped'
  if (!response.ok) {
    const problem = await readProblem(response)
    await changeInterview(store, key, (now) => ({ ...now, problem }))
    return 'done'
  }
  const recorded = await readReply<RecordedInterview>(response)
  if (!recorded) return 'stopped'
  await changeInterview(store, key, (now) => ({
    ...now,
    ...{ state: 'sent', answers: {}, problem: null },
    ...{ interview: recorded.interview, isOverQuota: recorded.isOverQuota },
  }))
  return 'done'
}

async function sendCalls(store: Store, owner: string): Promise<Sent> {
  for (const { id, state, ...call } of await store.getAll('calls')) {
    if (call.owner !== owner) continue
    const path = `/api/v1/interviews/calls/${encodeURIComponent(id)}`
    const response = await ask(store, { method: 'PUT', path, body: { state } })
    if (!response) return 'stopped'
    const now = await store.get('calls', id)
    if (now?.state === state) await store.delete('calls', id)
  }
  return 'done'
}

interface Asked {
  readonly method: 'POST' | 'PUT'
  readonly path: string
  readonly body: object
}

/** Null where it is worth asking again: no network, a server that cannot just now, or nobody signed in. */
async function ask(store: Store, { method, path, body }: Asked): Promise<Response | null> {
  const language = (await store.get('settings', 'language')) ?? 'th'
  const headers = { 'Content-Type': 'application/json', 'Accept-Language': language }
  const response = await askServer(path, { method, headers, body: JSON.stringify(body) })
  return response?.status === 401 ? null : response
}

async function readProblem(response: Response): Promise<string> {
  const told = await readReply<{ readonly title?: string }>(response)
  return told?.title ?? String(response.status)
}
