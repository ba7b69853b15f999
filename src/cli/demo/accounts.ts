/** The demo's sign-ins: an invented person for each role, made as real people are, by invitation. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Actor, type Person, type Role, roles, type Scope } from '#base/actor.ts'
import { acceptInvitation } from '#modules/accounts/accept-invitation.ts'
import { invitationToken } from '#modules/accounts/invitation.ts'
import { invite } from '#modules/accounts/invite.ts'
import { findPersonId, hasStarted } from '#modules/accounts/queries.ts'
import { makeFirstAdministrator } from '#modules/accounts/start-instance.ts'
import { getAgencyByCode } from '#modules/registry/queries.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import { newSecret, readSecret } from '#platform/secret.ts'
import { demoFile } from './cast.ts'

const people = z.strictObject({
  password: z.string(),
  people: z.array(
    z.strictObject({
      role: z.enum(roles),
      email: z.email(),
      name: z.string(),
      scope: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('centre') }),
        z.strictObject({ kind: z.literal('group'), province: z.string() }),
        z.strictObject({ kind: z.literal('agency'), agency: z.string() }),
      ]),
    }),
  ),
})

type DemoPerson = z.infer<typeof people>['people'][number]

export interface SignInEntry {
  readonly role: Role
  readonly email: string
  readonly password: string
}

const readPeople = async () => people.parse(parse(await readFile(demoFile('people.yaml'), 'utf8')))

/** For each person of the demo; none where the demo's people are not in the database. */
export async function listSignIns({ database }: Pick<Doorway, 'database'>): Promise<SignInEntry[]> {
  const { password, people: cast } = await readPeople()
  if (!(await findPersonId(database.query, cast[0]?.email ?? ''))) return []
  return cast.map(({ role, email }) => ({ role, email, password }))
}

/** The first of each role, to act as. */
export type DemoPeople = Readonly<Record<'coordinator' | 'itemOwner' | 'reviewer' | 'leadAssessor', Person>>

/** Null where one of them is not in the database. */
export async function findDemoPeople(context: Context): Promise<DemoPeople | null> {
  const find = (role: Role) => findFirst(context, role)
  const [coordinator, itemOwner] = [await find('coordinator'), await find('itemOwner')]
  const [reviewer, leadAssessor] = [await find('reviewer'), await find('leadAssessor')]
  return coordinator && itemOwner && reviewer && leadAssessor
    ? { coordinator, itemOwner, reviewer, leadAssessor }
    : null
}

async function findFirst(context: Context, role: Role): Promise<Person | null> {
  const person = (await readPeople()).people.find((one) => one.role === role)
  const id = person && (await findPersonId(context.transaction, person.email))
  if (!person || !id) return null
  return { kind: 'person', id, name: person.name, grants: [{ role, scope: await scopeOf(context, person) }] }
}

const loader: Actor = { kind: 'system', name: 'demo' }

/** Does nothing where there is an instance already: its people are then real, or these. */
export async function loadPeople(doorway: Doorway): Promise<void> {
  if (await hasStarted(doorway.database.query)) return
  await act(doorway, loader, addPeople)
}

async function addPeople(context: Context): Promise<void> {
  const { password, people: cast } = await readPeople()
  const [first, ...others] = cast
  if (first) await makeFirstAdministrator(context, { ...first, password, mode: 'centre' })
  for (const person of others) await addPerson(context, { person, password })
}

interface Adding {
  readonly person: DemoPerson
  readonly password: string
}

/** The token is made and used here: a secret for the moment will do. */
async function addPerson(context: Context, { person, password }: Adding): Promise<void> {
  const { role, name, email } = person
  const secret = readSecret({ secret: newSecret(), dataDir: '' })
  const grant = { role, scope: await scopeOf(context, person) }
  const { id } = await invite(context, { email, name, grant })
  await acceptInvitation(context, { secret }, { token: invitationToken(secret, id), name, password })
}

async function scopeOf({ transaction }: Context, { scope }: DemoPerson): Promise<Scope> {
  if (scope.kind !== 'agency') return scope
  return { kind: 'agency', agencyId: (await getAgencyByCode(transaction, scope.agency)).id }
}
