/** Takes one respondent's answers: checked, sealed, stored exactly once. Nobody is recorded as having done it. */
import { Problem } from '#base/problem.ts'
import type { Database } from '#platform/database.ts'
import { type Collecting, requireTakingAnswers, stateAt } from './collecting.ts'
import { type GivenAnswers, readGivenAnswers } from './given-answers.ts'
import { type IntakeQueue, makeIntakeQueue, type QueueLimits } from './intake-queue.ts'
import { tidyCode } from './link.ts'
import {
  type FormMark,
  hasStored,
  type SealedAnswer,
  type StoreOutcome,
  storeWaiting,
} from './store-waiting.ts'
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
  /** Whether a form with the key, by its hash, was stored for the part before. */
  hasStored(form: FormMark): Promise<boolean>
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
  return { room, clock, queue, hasStored: (form) => hasStored(database, form) }
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
  const { room, queue, clock } = intake
  if (!isFormKey(key)) throw new Problem('invalid', 'survey.keyInvalid')
  const { packed, findings } = readGivenAnswers(collecting.columns, answers)
  const code = collecting.mode === 'codes' ? tidyCode(oneTimeCode ?? '') : null
  const codeFindings = code === '' ? [{ code: 'survey.codeMissing' }] : []
  if (findings || code === '') {
    throw Problem.ofFindings('survey.answersIncomplete', [...codeFindings, ...(findings ?? [])])
  }
  const { partId } = collecting
  const keyHash = hashBytes(key)
  const wasStored = () => discreetly(() => intake.hasStored({ partId, keyHash }))
  const now = clock()
  // One who sends again what was taken before the close has lost the reply.
  if (stateAt(collecting, now) === 'closed' && (await wasStored())) return 'storedBefore'
  requireTakingAnswers(collecting, now)
  const codeHash = code === null ? null : room.hashCode(code)
  const outcome = await queue
    .submit(`${partId}:${key}`, { partId, keyHash, codeHash, sealed: room.seal(packed) })
    .catch(tellNothing)
  if (outcome === 'stored' || outcome === 'storedBefore') return outcome
  if (await wasStored()) return 'storedBefore'
  if (outcome === 'closed') throw new Problem('closed', 'survey.partClosed', { closes: '' })
  throw new Problem('invalid', 'survey.codeRefused')
}

/** Lets no error out that might tell what was written, or by whom. */
export async function discreetly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    return tellNothing(error)
  }
}

function tellNothing(error: unknown): never {
  throw error instanceof Problem ? error : new Problem('unavailable', 'survey.notStored')
}
