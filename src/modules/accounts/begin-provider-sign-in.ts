/** Sends a person to the identity provider to sign in there. */
import type { Accounts } from './accounts.ts'

export interface ProviderAddress {
  /** Where to send the browser. */
  readonly url: string
  /** The cookies to set. */
  readonly headers: Headers
}

/**
 * `next` is a path of ours to come back to. Nothing is signed in yet: that happens on the way back. Throws
 * `account.noProvider` where none is set, or `account.providerUnreachable`.
 */
export function beginProviderSignIn(
  { outside }: Accounts,
  headers: Headers,
  next: string,
): Promise<ProviderAddress> {
  return outside.beginOidc(next, headers)
}
