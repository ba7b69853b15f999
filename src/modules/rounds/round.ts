/** A round: a fiscal year put to work under one framework version, which never changes. */
import { Problem } from '#base/problem.ts'

export interface Round {
  readonly id: string
  readonly fiscalYear: number
  readonly frameworkHash: string
  /** A closed round takes nothing more. */
  readonly isClosed: boolean
}

/** How the audit log names a round. */
export function roundSubject(fiscalYear: number): string {
  return `round:${fiscalYear}`
}

const longestReason = 500

/**
 * A reason as it is kept: in one line, at most 500 characters. Undefined where it says nothing.
 * Throws `round.reasonTooLong`.
 */
export function tidyReason(given: string | undefined): string | undefined {
  const reason = given
    ?.toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (reason && reason.length > longestReason) {
    throw new Problem('invalid', 'round.reasonTooLong', { most: longestReason, length: reason.length })
  }
  return reason || undefined
}
