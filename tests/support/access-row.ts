/** One row of the access matrix: a route, an address of it, and who may use it; the rule is `base/permission.ts`. */
import type { Actor } from '#base/actor.ts'
import { isAllowed, isAllowedSomewhere, type Permission, type Place } from '#base/permission.ts'

/** A permission and where it must be held: somewhere at all, at the centre, or at the agency with the code. */
export interface Need {
  readonly permission: Permission
  readonly where: 'somewhere' | 'centre' | { readonly agency: string }
}

export interface AccessRow {
  /** As the door declares it, such as `GET /work/agencies/:code`; pages without their language. */
  readonly route: string
  /** An address of the route, without which it is the route's own; `{person}` and `{account}` are filled in. */
  readonly example?: string
  /** All needs must be met. */
  readonly who: 'anyone' | readonly Need[]
  /** What is sent: so empty or wrong that whoever may send it changes nothing by it. */
  readonly form?: Readonly<Record<string, string>>
  readonly json?: unknown
  /** The route answers 403 to whoever may ask, for a reason that is not about roles. */
  readonly answers403?: true
  /** It ends or spoils what other rows need, and is driven when they are done. */
  readonly isLast?: true
  /** Why the row is not what one would think. */
  readonly note?: string
}

export const somewhere = (...permissions: Permission[]): Need[] =>
  permissions.map((permission) => ({ permission, where: 'somewhere' }))

export const atCentre = (permission: Permission): Need[] => [{ permission, where: 'centre' }]

export const at = (agency: string, ...permissions: Permission[]): Need[] =>
  permissions.map((permission) => ({ permission, where: { agency } }))

/** `places` by the codes of agencies. Throws where a row names an agency that is not among them. */
export function isExpected(actor: Actor, who: AccessRow['who'], places: ReadonlyMap<string, Place>): boolean {
  if (who === 'anyone') return true
  return who.every(({ permission, where }) => {
    if (where === 'somewhere') return isAllowedSomewhere(actor, permission)
    if (where === 'centre') return isAllowed(actor, permission)
    const place = places.get(where.agency)
    if (!place) throw new Error(`no agency ${where.agency} in the demo`)
    return isAllowed(actor, permission, place)
  })
}
