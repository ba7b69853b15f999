/** Accounts and the roles in them as the REST door gives and takes them. */
import { z } from '@hono/zod-openapi'
import { type Grant, roles, type Scope } from '#base/actor.ts'
import type { ListedGrant, ListedInvitation, ListedPerson } from '#modules/accounts/people.ts'
import { getPlacedAgency } from '#modules/registry/find-place.ts'
import { getUnit } from '#modules/registry/unit-list.ts'
import type { Queryable } from '#platform/database.ts'

const moment = z.iso.datetime()
const known = z.string().optional()

const heldFields = {
  id: z.uuid(),
  role: z.enum(roles),
  scope: z.enum(['centre', 'group', 'agency', 'unit']),
  agency: z.string().nullable().openapi({ description: 'The code of the agency it holds at' }),
  unitId: known,
  ...{ type: known, ministry: known, province: known },
}

const grantSchema = z
  .object({
    ...heldFields,
    grantedAt: moment,
    endedAt: moment.nullable(),
  })
  .openapi('Grant')

export const accountSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    isDisabled: z.boolean(),
    hasSecondFactor: z.boolean(),
    grants: z.array(grantSchema),
  })
  .openapi('Account')

export const invitationSchema = z
  .object({
    ...heldFields,
    ...{ name: z.string(), email: z.string() },
    state: z.enum(['open', 'accepted', 'withdrawn', 'expired']),
    ...{ invitedAt: moment, expiresAt: moment },
  })
  .openapi('Invitation')

/** Without any place the role holds at the centre. */
const grantFields = {
  role: z.enum(roles),
  agency: known.openapi({ description: 'The code of the agency where it holds; none for the centre' }),
  unit: known.openapi({ description: 'The code of a unit of the agency' }),
  type: known.openapi({ description: 'Over all agencies of this type' }),
  ministry: known.openapi({ description: 'Over all agencies of this ministry' }),
  province: known.openapi({ description: 'Over all agencies in this province' }),
}

export const newGrant = z.strictObject(grantFields).openapi('NewGrant')
export const newInvitation = z
  .strictObject({ email: z.string(), name: z.string(), ...grantFields })
  .openapi('NewInvitation')

/** Throws `registry.agencyNotFound` or `registry.unitNotFound`. */
export async function toGrant(
  db: Queryable,
  { role, ...where }: Readonly<z.infer<typeof newGrant>>,
): Promise<Grant> {
  return { role, scope: await toScope(db, where) }
}

type Where = Omit<z.infer<typeof newGrant>, 'role'>

async function toScope(db: Queryable, { agency, unit, type, ministry, province }: Where): Promise<Scope> {
  if (agency !== undefined) {
    const { agencyId } = (await getPlacedAgency(db, agency)).place
    if (unit === undefined) return { kind: 'agency', agencyId }
    return { kind: 'unit', agencyId, unitId: (await getUnit(db, { agency, unit })).id }
  }
  if (!type && !ministry && !province) return { kind: 'centre' }
  return {
    kind: 'group',
    ...(type && { type }),
    ...(ministry && { ministry }),
    ...(province && { province }),
  }
}

export function representAccount(person: ListedPerson): z.infer<typeof accountSchema> {
  const { id, name, email, disabledAt, hasSecondFactor, grants } = person
  return { id, name, email, isDisabled: disabledAt !== null, hasSecondFactor, grants: grants.map(represent) }
}

function represent(grant: ListedGrant): z.infer<typeof grantSchema> {
  return {
    ...representHeld(grant),
    grantedAt: grant.grantedAt.toISOString(),
    endedAt: grant.endedAt?.toISOString() ?? null,
  }
}

export function representInvitation(invitation: ListedInvitation): z.infer<typeof invitationSchema> {
  const { name, email, state, invitedAt, expiresAt } = invitation
  return {
    ...representHeld(invitation),
    ...{ name, email, state, invitedAt: invitedAt.toISOString(), expiresAt: expiresAt.toISOString() },
  }
}

function representHeld({ id, role, scope, agency }: ListedGrant | ListedInvitation) {
  const { kind, ...where } = scope
  const { agencyId: _, ...rest } = { agencyId: undefined, ...where }
  return { id, role, scope: kind, agency: agency?.code ?? null, ...rest }
}
