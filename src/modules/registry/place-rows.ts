/** Finds the agencies that the rows of a list belong to, and turns away the rows of agencies the actor may not touch. */
import type { Actor, Role } from '#base/actor.ts'
import { authorize, isAllowed, isAllowedSomewhere, type Permission } from '#base/permission.ts'
import type { Context } from '#platform/context.ts'
import { mapPlacedAgencies, type PlacedAgency } from './find-place.ts'
import type { ListedRow, ReadList, RowFault } from './read-list.ts'

export interface PlacedRow<V> extends ListedRow<V> {
  readonly agency: PlacedAgency
}

export interface PlacedRows<V> {
  /** The role in which the actor takes the list in. */
  readonly role: Role | null
  readonly placed: readonly PlacedRow<V>[]
  readonly faults: readonly RowFault[]
}

/** Throws `access.refused` where the actor may do it nowhere. */
export async function placeRows<V extends { readonly agency: string }>(
  { actor, transaction }: Pick<Context, 'actor' | 'transaction'>,
  permission: Permission,
  { listed, faults }: ReadList<V>,
): Promise<PlacedRows<V>> {
  requireSomewhere(actor, permission)
  const agencies = await mapPlacedAgencies(
    transaction,
    listed.map(({ values }) => values.agency),
  )
  const placed: PlacedRow<V>[] = []
  const found: RowFault[] = [...faults]
  for (const row of listed) {
    const agency = agencies.get(row.values.agency.toLowerCase())
    const isMine = agency !== undefined && isAllowed(actor, permission, agency.place)
    if (isMine) placed.push({ ...row, agency })
    else {
      const code = agency ? 'registry.agencyNotYours' : 'registry.noSuchAgency'
      found.push({ line: row.line, field: 'agency', code, parameters: { value: row.values.agency } })
    }
  }
  return { role: roleOf(actor, permission, placed[0]?.agency), placed, faults: found }
}

/** Throws `access.refused` or `access.signInFirst`. */
export function requireSomewhere(actor: Actor, permission: Permission): void {
  if (!isAllowedSomewhere(actor, permission)) authorize(actor, permission)
}

function roleOf(actor: Actor, permission: Permission, agency: PlacedAgency | undefined): Role | null {
  if (isAllowed(actor, permission)) return authorize(actor, permission)
  if (agency) return authorize(actor, permission, agency.place)
  if (actor.kind !== 'person') return null
  return actor.grants.find(({ role }) => permission.roles.includes(role))?.role ?? null
}
