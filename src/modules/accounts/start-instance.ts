/** Makes the first administrator of a new instance, once. */
import type { Actor } from '#base/actor.ts'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { findAgencyIds } from '#modules/registry/queries.ts'
import { registerAgencies } from '#modules/registry/register-agencies.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canStartInstance } from './access.ts'
import { userSubject } from './account.ts'
import { type Accounts, actAndKeep } from './accounts.ts'
import { takeTries, triesKey } from './failed-tries.ts'
import { storeGrant } from './grants.ts'
import { isSetUpCode } from './set-up-code.ts'
import { type NewUser, storeUser } from './store-user.ts'
import { instance, roleGrants } from './tables.ts'
import { setUpLimit } from './try-limit.ts'

export interface FirstStart extends NewUser {
  readonly mode: 'centre' | 'agency'
  /** Whose instance it is, in the mode `agency`. One that is not registered yet needs a Thai name and a type. */
  readonly agency?: { readonly code: string; readonly name?: string; readonly type?: string } | undefined
}

/** Whoever reads the code reads it on the machine: they act as its operator. */
const codeHolder: Actor = { kind: 'operator', name: 'set-up-code' }

/** Throws `instance.codeWrong`, `account.locked` after too many of those, and what `makeFirstAdministrator` throws. */
export function startInstance(
  accounts: Accounts,
  { code, ...start }: FirstStart & { readonly code: string },
): Promise<{ userId: string }> {
  return actAndKeep(accounts, async (context) => {
    const tries = await takeTries(context, triesKey(accounts.secret, 'set-up'), setUpLimit)
    if (tries.refusal) return tries.refusal
    if (!isSetUpCode(accounts.secret, code)) {
      await tries.countFailure()
      return new Problem('forbidden', 'instance.codeWrong')
    }
    await tries.forget()
    return makeFirstAdministrator({ ...context, actor: codeHolder }, start)
  })
}

/**
 * For the operator and the system. Throws `access.refused`, `instance.alreadyStarted`, `instance.agencyMissing`,
 * `instance.agencyUnknown`, or `registry.agenciesInvalid` for an agency that cannot be registered so.
 */
export async function makeFirstAdministrator(
  context: Context,
  { mode, agency, ...user }: FirstStart,
): Promise<{ userId: string }> {
  const { transaction, now, actor } = context
  const role = authorize(actor, canStartInstance)
  const agencyId = mode === 'agency' ? await requireAgency(context, agency) : null
  const [granted] = await transaction.select({ id: roleGrants.id }).from(roleGrants).limit(1)
  const started = await transaction
    .insert(instance)
    .values({ mode, agencyId, startedAt: now })
    .onConflictDoNothing()
    .returning({ mode: instance.mode })
  if (granted || started.length === 0) throw new Problem('conflict', 'instance.alreadyStarted')
  const userId = await storeUser(context, user)
  await storeGrant(context, { userId, grant: { role: 'administrator', scope: { kind: 'centre' } } })
  if (agencyId) {
    await storeGrant(context, { userId, grant: { role: 'coordinator', scope: { kind: 'agency', agencyId } } })
  }
  await recordEvent(context, {
    ...{ event: 'instance.started', role, subject: userSubject(userId) },
    details: { mode, ...(agencyId && { agencyId }) },
  })
  return { userId }
}

async function requireAgency(context: Context, agency: FirstStart['agency']): Promise<string> {
  if (!agency?.code) throw new Problem('invalid', 'instance.agencyMissing')
  const { code, name, type } = agency
  const find = async () => (await findAgencyIds(context.transaction, [code])).get(code.toLowerCase())
  const known = await find()
  if (known) return known
  if (!name || !type) throw new Problem('invalid', 'instance.agencyUnknown', { code })
  await registerAgencies(context, [{ code, type, name: { th: name, en: name } }])
  const made = await find()
  if (!made) throw new Problem('notFound', 'registry.agencyNotFound', { code })
  return made
}
