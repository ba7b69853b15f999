/** What became of asking a remote site for a page: its answer, or why there is none. */

/**
 * `notPublic`: an address that the outside may not be asked for; `robots`: the site asks programs to keep away;
 * `broken`: no proper HTTP, a body that is cut off, or an address (given or redirected to) that cannot be asked.
 */
export type FetchFailure =
  | 'notPublic'
  | 'dns'
  | 'refused'
  | 'tls'
  | 'timeout'
  | 'loop'
  | 'tooLarge'
  | 'robots'
  | 'broken'

export interface Hop {
  readonly url: string
  readonly status: number
}

interface Asked {
  /** The last address that was asked, or was refused or could not be; without user name and password. */
  readonly finalUrl: string
  /** The redirects that led there, in order; those by `<meta http-equiv="refresh">` are not followed here. */
  readonly hops: readonly Hop[]
  readonly milliseconds: number
}

export interface Answered extends Asked {
  readonly kind: 'answered'
  readonly status: number
  /** Names in lower case; several of one name joined by ", ". */
  readonly headers: Readonly<Record<string, string>>
  /** Decompressed. */
  readonly body: Uint8Array
}

export interface Unanswered extends Asked {
  readonly kind: 'unanswered'
  readonly failure: FetchFailure
  /** For the log and for whoever mends it, such as "CERT_HAS_EXPIRED"; never a secret. */
  readonly detail: string
}

export type FetchOutcome = Answered | Unanswered
