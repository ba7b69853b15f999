/** Gives a role to somebody who has an account. */
import type { Grant } from '#base/actor.ts'
import { canonicalJson } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canGiveGrant } from './access.ts'
import { userSubject } from './account.ts'
import { authorizeGrant, grantDetails, listActiveGrants, storeGrant } from './grants.ts'
import { takeUser } from './user-rows.ts'

export interface GrantEntry {
  readonly userId: string
  readonly grant: Grant
}

/**
 * Throws `access.refused`, `account.notFound`, `account.isDisabled`, `grant.alreadyHeld`, or what is wrong with the
 * grant: `grant.scopeNotForRole`, `grant.groupMissing`, `grant.groupUnknown`, `grant.agencyUnknown`, `grant.unitUnknown`.
 */
export async function grantRole(context: Context, { userId, grant }: GrantEntry): Promise<{ id: string }> {
  const role = await authorizeGrant(context, canGiveGrant, grant)
  const user = await takeUser(context.transaction, userId)
  if (user.disabledAt) throw new Problem('conflict', 'account.isDisabled')
  const held = await listActiveGrants(context.transaction, userId)
  if (held.some((one) => isSame(one, grant))) throw new Problem('conflict', 'grant.alreadyHeld')
  const id = await storeGrant(context, { userId, grant })
  await recordEvent(context, {
    ...{ event: 'grant.given', role, subject: userSubject(userId) },
    details: { grant: id, ...grantDetails(grant) },
  })
  return { id }
}

function isSame(one: Grant, other: Grant): boolean {
  return one.role === other.role && canonicalJson(one.scope) === canonicalJson(other.scope)
}
