/** What the waiting room needs that is not in the database: the key it is sealed with, and how many make a group. */
import { contentHash } from '#base/id.ts'
import { open, prepareKey, type Secret, seal } from '#platform/secret.ts'

export interface WaitingRoom {
  /** The fewest answers that leave the room together. */
  readonly group: number
  /** A respondent's packed answers, unreadable. */
  seal(packed: string): Buffer
  /** Throws `secret.cannotOpen` where it was sealed by another key. */
  open(sealed: Buffer): string
  /** A one-time code as it is kept: nobody can try codes out on a copy of the database. */
  hashCode(code: string): Buffer
}

/** Below this, figures of a group are not shown anywhere. */
const usualGroup = 5

export function makeWaitingRoom(secret: Secret, group = usualGroup): WaitingRoom {
  const sealKey = prepareKey(secret.deriveKey('survey-waiting'))
  const codeKey = secret.deriveKey('survey-codes').toString('hex')
  return {
    group,
    seal: (packed) => seal(sealKey, packed),
    open: (sealed) => open(sealKey, sealed),
    hashCode: (code) => hashBytes(`${codeKey}:${code}`),
  }
}

/** SHA-256. */
export function hashBytes(text: string): Buffer {
  return Buffer.from(contentHash(text), 'hex')
}
