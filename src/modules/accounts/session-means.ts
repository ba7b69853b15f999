/** How a person proved who they are when a session began, and which of those ways are strong. */

export const means = ['password', 'secondFactor', 'passkey', 'oidc'] as const

export type Means = (typeof means)[number]

/** By the address of better-auth that began the session; a password is the least that can be proven. */
export function meansOf(path: string | undefined): Means {
  if (path?.startsWith('/two-factor/')) return 'secondFactor'
  if (path?.startsWith('/passkey/')) return 'passkey'
  return path?.startsWith('/callback/') ? 'oidc' : 'password'
}

/** Two things were proven: a passkey is a device and the person's own unlocking of it. */
export function isStrong(given: string): boolean {
  return given === 'secondFactor' || given === 'passkey'
}
