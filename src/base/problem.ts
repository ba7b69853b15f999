/** The one error type: what went wrong, said once, and shown by each door in its own way. */

export type ProblemKind =
  | 'invalid'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'closed'
  | 'tooMany'
  | 'unavailable'

export type Parameters = Readonly<Record<string, string | number>>

/** One thing to mend in an input: where it stands (file, 1-based line) and a text code with its parameters. */
export interface Finding {
  readonly file?: string
  readonly line?: number
  readonly code: string
  readonly parameters?: Parameters
}

/** Thrown by any storey, translated by the doors. `code` names a sentence of `src/text/`. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly code: string
  readonly parameters: Parameters
  /** Every single thing to mend, when an input has more than one. */
  readonly findings: readonly Finding[] = []

  constructor(kind: ProblemKind, code: string, parameters: Parameters = {}) {
    super(`${kind}: ${code} ${JSON.stringify(parameters)}`)
    this.name = 'Problem'
    this.kind = kind
    this.code = code
    this.parameters = parameters
  }

  /** An invalid input, with all that is to be mended in it. */
  static ofFindings(code: string, findings: readonly Finding[], parameters: Parameters = {}): Problem {
    return Object.assign(new Problem('invalid', code, parameters), { findings })
  }
}
