/** What the checker says of a link: the verdict and what it found, in the shape of `prongsai check --json`. Pure. */

export const verdicts = [
  'live',
  'moved',
  'movedHome',
  'soft404',
  'notFound',
  'botWall',
  'loginWall',
  'wrongType',
  'serverError',
  'tls',
  'dns',
  'refused',
  'timeout',
  'loop',
  'tooLarge',
  'notPublic',
] as const

export type Verdict = (typeof verdicts)[number]

export interface CheckFinding {
  /** What was looked for: an element of the item in its official words, or a general check such as `fiscalYear`. */
  readonly element: string
  readonly result: 'pass' | 'warn' | 'fail'
  /** The words it was found, or missed, in. */
  readonly quote: string
  /** How to mend it: a code of `text.checker.fixes` with its parameters, so that every reader has it in their language. */
  readonly fix: {
    readonly code: string
    readonly parameters: Readonly<Record<string, string | number>>
  } | null
}

/** As it is kept; `toReport` of checker/ writes the fixes out for people and programs. */
export interface CheckReport {
  readonly url: string
  readonly finalUrl: string
  readonly verdict: Verdict
  /** Null where the agency's main website is not known. */
  readonly onMainSite: boolean | null
  readonly contentType: string | null
  /** Of the body, in hex; null where there was none. */
  readonly sha256: string | null
  /** Of the words alone, for telling whether the page says something else than before. */
  readonly textHash: string | null
  readonly findings: readonly CheckFinding[]
}

/** Whether nothing stands against the link. */
export function isSound({ verdict, findings }: Pick<CheckReport, 'verdict' | 'findings'>): boolean {
  return (verdict === 'live' || verdict === 'moved') && findings.every(({ result }) => result !== 'fail')
}
