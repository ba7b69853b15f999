/** Takes one respondent's answers: checked, sealed, stored exactly once. Nobody is recorded as having done it. */
import { v4 as newRandomId } from 'uuid'
import { Problem } from '#base/problem.ts'
import type { Database } from '#platform/database.ts'
import { type Collecting, requireTakingAnswers, stateAt } from './collecting.ts'
import { type GivenAnswers, readGivenAnswers } from './given-answers.ts'
import { type IntakeQueue, makeIntakeQueue, type QueueLimits } from './intake-queue.ts'
import { tidyCode } from './link.ts'
import { hasStored, type SealedAnswer, type StoreOutcome, storeWaiting } from './store-waiting.ts'
import { hashBytes, type WaitingRoom } from './waiting-room.ts'

export interface Submission {
  readonly collecting: Collecting
  /** 32 hex digits made with the form, new for each respondent: the same key is stored once. */
  readonly key: string
  readonly answers: GivenAnswers
  /** As typed; only where the part takes one-time codes. */
  readonly oneTimeCode?: string | undefined
}

/** How answers get to the database: one for each server process. */
export interface Intake {
  readonly room: WaitingRoom
  readonly queue: IntakeQueue<SealedAnswer, StoreOutcome>
  /** Whether a form with the key, by its hash, was stored before. */
  hasStored(keyHash: Buffer): Promise<boolean>
  readonly clock: () => Date
}

/** 2,000 waiting answers are written in well under half a second; more would only wait longer. */
export const usualLimits: QueueLimits = { batch: 200, flights: 2, capacity: 2000 }

export function openIntake(
  { database, clock }: { readonly database: Database; readonly clock: () => Date },
  room: WaitingRoom,
  limits = usualLimits,
): Intake {
  const queue = makeIntakeQueue(limits, (answers: readonly SealedAnswer[]) => storeWaiting(database, answers))
  return { room, clock, queue, hasStored: (keyHash) => hasStored(database, keyHash) }
}

const keyForm = /^[0-9a-f]{32}$/

export function isFormKey(key: string): boolean {
  return keyForm.test(key)
}

/**
 * Resolves once the answers are durable, with `storedBefore` where the key was there already. Throws
 * `survey.keyInvalid`, `survey.answersIncomplete` with a finding for each question (and `survey.codeMissing`),
 * `survey.notOpenYet`, `survey.partClosed`, `survey.codeRefused`, `survey.queueFull` or `survey.notStored`.
 */
export async function submitAnswers(
  intake: Intake,
  { collecting, key, answers, oneTimeCode }: Submission,
): Promise<'stored' | 'storedBefore'> {
  const { room, queue } = intake
  if (!isFormKey(key)) throw new Problem('invalid', 'survey.keyInvalid')
  const { packed, findings } = readGivenAnswers(collecting.columns, answers)
  const code = collecting.mode === 'codes' ? tidyCode(oneTimeCode ?? '') : null
  const codeFindings = code === '' ? [{ code: 'survey.codeMissing' }] : []
  if (findings || code === '') {
    throw Problem.ofFindings('survey.answersIncomplete', [...codeFindings, ...(findings ?? [])])
  }
  const keyHash = hashBytes(key)
  if (await isLate(intake, collecting, keyHash)) return 'storedBefore'
  const outcome = await discreetly(() =>
    queue.submit(key, {
      ...{ partId: collecting.partId, keyHash, id: newRandomId() },
      codeHash: code === null ? null : room.hashCode(code),
      sealed: room.seal(packed),
    }),
  )
  if (outcome === 'closed') throw new Problem('closed', 'survey.partClosed', { closes: '' })
  if (outcome === 'codeRefused') throw new Problem('invalid', 'survey.codeRefused')
  return outcome
}

/**
 * Whether the part takes nothing any more, but has taken these very answers: their sender lost the reply. Throws
 * `survey.notOpenYet` or `survey.partClosed` where it has not.
 */
async function isLate(
  { clock, hasStored }: Intake,
  collecting: Collecting,
  keyHash: Buffer,
): Promise<boolean> {
  const now = clock()
  if (stateAt(collecting, now) === 'closed' && (await discreetly(() => hasStored(keyHash)))) return true
  requireTakingAnswers(collecting, now)
  return false
}

/** Lets no error out that might tell what was written, or by whom. */
export async function discreetly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('unavailable', 'survey.notStored')
  }
}
