/** The chain of the audit trail, pure: how a row is hashed, and what is wrong with rows that do not hold together. */
import { canonicalJson, contentHash } from '#base/id.ts'

/** Counts, codes and hashes only. */
export type EventDetails = Readonly<Record<string, string | number | boolean | null>>

/** A row of the trail before it is hashed. */
export interface EventLink {
  readonly number: number
  readonly at: Date
  readonly actorKind: string
  readonly actorName: string | null
  readonly role: string | null
  readonly event: string
  readonly subject: string
  readonly details: EventDetails
  readonly previousHash: string
}

export interface ChainedEvent extends EventLink {
  readonly hash: string
}

export interface ChainHead {
  readonly count: number
  readonly hash: string
}

/**
 * `changed`: the row is not what was written. `reordered`: it was written under another number. `missing`: there is no
 * such row. `headDiffers`: the trail ends at `number` otherwise than its head says, or has no head.
 */
export interface ChainFault {
  readonly kind: 'changed' | 'missing' | 'reordered' | 'headDiffers'
  readonly number: number
  /** The last of a run of missing rows. */
  readonly through?: number
}

export interface ChainCheck {
  readonly isWhole: boolean
  /** Rows read. */
  readonly count: number
  /** The hash of the last row. */
  readonly hash: string
  /** By number. */
  readonly faults: readonly ChainFault[]
}

export const emptyHead: ChainHead = { count: 0, hash: '0'.repeat(64) }

/** The SHA-256 of the row's canonical JSON, lower-case hex. */
export function hashEvent(link: EventLink): string {
  const { number, at, actorKind, actorName, role, event, subject, details, previousHash } = link
  return contentHash(
    canonicalJson({
      ...{ number, actorKind, actorName, role, event, subject, details, previousHash },
      // Unlike toISOString, toJSON has an answer (null) for a date that someone set to infinity.
      at: at.toJSON(),
    }),
  )
}

/** Beyond this many rows whose hash is wrong, the rest are called changed without looking where they belong. */
const mostSuspects = 100

interface LastRow {
  readonly number: number
  readonly hash: string
  /** Its own hash is right. */
  readonly isSound: boolean
}

type Rows = Iterable<ChainedEvent> | AsyncIterable<ChainedEvent>

/** Checks rows that come by ascending number; keeps none of them but the first 100 whose hash is wrong. */
export async function checkChain(rows: Rows, head: ChainHead | null): Promise<ChainCheck> {
  const faults: ChainFault[] = []
  const suspects: ChainedEvent[] = []
  let last: LastRow = { number: emptyHead.count, hash: emptyHead.hash, isSound: true }
  let count = 0
  for await (const row of rows) {
    count += 1
    const isSound = hashEvent(row) === row.hash
    if (!isSound && suspects.length < mostSuspects) suspects.push(row)
    else if (!isSound) faults.push({ kind: 'changed', number: row.number })
    faults.push(...checkLink(last, row, isSound))
    if (row.number > last.number) last = { number: row.number, hash: row.hash, isSound }
  }
  faults.push(...suspects.map((row) => judge(row, suspects)), ...checkHead(last, head))
  faults.sort((a, b) => a.number - b.number)
  return { isWhole: faults.length === 0, count, hash: last.hash, faults }
}

/** A row whose hash is wrong was moved if it, or what it tells, gives a right hash under another such row's number. */
function judge(row: ChainedEvent, suspects: readonly ChainedEvent[]): ChainFault {
  const isMoved = suspects.some(({ number, previousHash, hash }) => {
    const asThere = [hashEvent({ ...row, number }), hashEvent({ ...row, number, previousHash })]
    return number !== row.number && (asThere.includes(row.hash) || asThere.includes(hash))
  })
  return { kind: isMoved ? 'reordered' : 'changed', number: row.number }
}

function checkLink(last: LastRow, { number, previousHash }: ChainedEvent, isSound: boolean): ChainFault[] {
  if (number <= last.number) return isSound ? [{ kind: 'reordered', number }] : []
  if (number > last.number + 1) return [missing(last.number + 1, number - 1)]
  // A sound row tells the hash of the row that stood before it: if that is another now, that one was replaced.
  const isReplaced = isSound && last.isSound && previousHash !== last.hash
  return isReplaced ? [{ kind: 'changed', number: Math.max(last.number, 1) }] : []
}

function checkHead({ number, hash, isSound }: LastRow, head: ChainHead | null): ChainFault[] {
  const isSameHash = head?.hash === hash
  if (head && head.count > number && !(isSameHash && isSound)) return [missing(number + 1, head.count)]
  const isSame = head?.count === number && (isSameHash || !isSound)
  return isSame ? [] : [{ kind: 'headDiffers', number }]
}

function missing(first: number, through: number): ChainFault {
  return { kind: 'missing', number: first, ...(through > first ? { through } : {}) }
}
