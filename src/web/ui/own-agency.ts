/** How a page learns that the instance is one agency's own: the root of all pages has asked. */
import { useRouteLoaderData } from 'react-router'
import type { OwnAgency } from '#modules/accounts/own-agencies.ts'

export interface RootFound {
  readonly ownAgency: OwnAgency | null
}

/** Null at a centre, and on a page that could not be made. */
export function useOwnAgency(): OwnAgency | null {
  return (useRouteLoaderData('root') as RootFound | undefined)?.ownAgency ?? null
}
