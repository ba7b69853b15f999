/** What the tablet keeps: who works with it, their work, interviews until they are sent, and calls not yet told. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Words } from '#base/words.ts'
import type { CallState } from '#modules/surveys/interview.ts'
import type { Work } from '#modules/surveys/interview-work.ts'

export interface KeptInterview {
  /** 32 hex digits, made when it began: whatever happens, it is counted once. */
  readonly key: string
  /** The enumerator's id. */
  readonly owner: string
  readonly assignment: string
  readonly fiscalYear: number
  readonly agency: { readonly code: string; readonly name: Words }
  /** The id of its form. */
  readonly form: string
  readonly state: 'draft' | 'queued' | 'sent' | 'sentBack' | 'replaced'
  /** By column the place of the chosen option; empty once it is sent. */
  readonly answers: Readonly<Record<string, number>>
  /** In milliseconds since 1970. */
  readonly startedAt: number
  readonly finishedAt: number | null
  /** The interview that was sent back and is done again. */
  readonly replaces: string | null
  /** By what the server knows it. */
  readonly interview: string | null
  readonly isOverQuota: boolean
  /** Why the server would not take it, in words. */
  readonly problem: string | null
}

export interface PendingCall {
  readonly id: string
  readonly owner: string
  readonly state: CallState
}

interface Schema extends DBSchema {
  /**
   * `current`: the id of whoever works with the tablet; `language`: th or en; `signOut`: there when the server has yet
   * to be told that they have handed the tablet over.
   */
  settings: { key: 'current' | 'language' | 'signOut'; value: string }
  work: { key: string; value: Work }
  interviews: { key: string; value: KeptInterview; indexes: { owner: string } }
  calls: { key: string; value: PendingCall }
}

export type Store = IDBPDatabase<Schema>

export function openStore(): Promise<Store> {
  return openDB<Schema>('interviews', 1, {
    upgrade: (database) => {
      database.createObjectStore('settings')
      database.createObjectStore('work')
      database.createObjectStore('interviews', { keyPath: 'key' }).createIndex('owner', 'owner')
      database.createObjectStore('calls', { keyPath: 'id' })
    },
  })
}

/** The work of whoever works with the tablet, as last heard, with what was noted here since; undefined for nobody. */
export async function readWork(store: Store): Promise<Work | undefined> {
  const current = await store.get('settings', 'current')
  const work = current === undefined ? undefined : await store.get('work', current)
  if (!work) return undefined
  const noted = new Map((await store.getAll('calls')).map(({ id, state }) => [id, state]))
  const assignments = work.assignments.map((assignment) => ({
    ...assignment,
    callList: assignment.callList.map((call) => ({ ...call, state: noted.get(call.id) ?? call.state })),
  }))
  return { ...work, assignments }
}

/** The person's own, the latest last. */
export async function listInterviews(store: Store, owner: string): Promise<KeptInterview[]> {
  const own = await store.getAllFromIndex('interviews', 'owner', owner)
  return own.sort((a, b) => a.startedAt - b.startedAt)
}

/** Whether anything is to be sent for whoever works with the tablet. */
export async function hasWaiting(store: Store): Promise<boolean> {
  const current = await store.get('settings', 'current')
  const isOwn = ({ owner }: { readonly owner: string }) => owner === current
  const own = (await store.getAll('interviews')).filter(isOwn)
  return own.some(({ state }) => state === 'queued') || (await store.getAll('calls')).some(isOwn)
}

/** How many of other people's wait to be sent. */
export async function countOthersWaiting(store: Store, owner: string | undefined): Promise<number> {
  const all = await store.getAll('interviews')
  return all.filter((one) => one.owner !== owner && one.state === 'queued').length
}

/** Changes one as it stands now; nothing where it is gone. */
export async function changeInterview(
  store: Store,
  key: string,
  change: (now: KeptInterview) => KeptInterview,
): Promise<void> {
  const transaction = store.transaction('interviews', 'readwrite')
  const now = await transaction.store.get(key)
  if (now) await transaction.store.put(change(now))
  await transaction.done
}
