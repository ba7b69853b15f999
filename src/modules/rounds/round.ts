/** A round: a fiscal year put to work under one framework version, which never changes. */

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
