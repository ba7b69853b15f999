/** `prongsai accounts invite | grant`: roles for new people and for those who have an account. */
import { Command } from 'commander'
import { type Grant, type Role, roles, type Scope } from '#base/actor.ts'
import { Problem } from '#base/problem.ts'
import { grantRole } from '#modules/accounts/grant-role.ts'
import { invite } from '#modules/accounts/invite.ts'
import { invitationLink } from '#modules/accounts/mail.ts'
import { getAgencyByCode } from '#modules/registry/queries.ts'
import { readConfig } from '#platform/config.ts'
import { act, type Context } from '#platform/context.ts'
import { findInstance } from '#platform/instance.ts'
import { readSecret } from '#platform/secret.ts'
import { getPersonId } from './accounts-person.ts'
import { withDoorway } from './database.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { operator } from './operator.ts'
import { print } from './output.ts'

interface GrantOptions {
  readonly role: string
  readonly agency?: string
  readonly unit?: string
  readonly type?: string
  readonly ministry?: string
  readonly province?: string
  readonly json?: boolean
  readonly lang: Language
}

export function inviteCommand(): Command {
  return withGrantOptions(new Command('invite'))
    .description('invite somebody to a role; prints the link that is mailed too')
    .requiredOption('--name <name>', 'their name')
    .action(async (email: string, options: GrantOptions & { readonly name: string }) => {
      const { id } = await actOn(options, (context, grant) =>
        invite(context, { email, name: options.name, grant }),
      )
      const link = linkOf(id)
      print(options.json ? JSON.stringify({ id, link }) : textOf(options.lang).accounts.invited({ id, link }))
    })
}

export function grantCommand(): Command {
  return withGrantOptions(new Command('grant'))
    .description('give a role to somebody who has an account')
    .action(async (email: string, options: GrantOptions) => {
      const { id } = await actOn(options, async (context, grant) =>
        grantRole(context, { userId: await getPersonId(context.transaction, email), grant }),
      )
      print(options.json ? JSON.stringify({ id }) : textOf(options.lang).accounts.granted({ id }))
    })
}

function withGrantOptions(command: Command): Command {
  return command
    .argument('<email>', 'whom')
    .requiredOption('--role <role>', roles.join(' | '))
    .option('--agency <code>', 'at this agency; without any place, at the centre')
    .option('--unit <id>', 'in this unit of the agency, by its id')
    .option('--type <code>', 'over all agencies of this type')
    .option('--ministry <code>', 'over all agencies of this ministry')
    .option('--province <code>', 'over all agencies in this province')
    .option('--json', 'print the outcome as JSON')
    .addOption(languageOption())
}

function actOn<T>(options: GrantOptions, verb: (context: Context, grant: Grant) => Promise<T>): Promise<T> {
  const role = requireRole(options.role)
  return withDoorway((doorway) =>
    act(doorway, operator(), async (context) =>
      verb(context, { role, scope: await scopeOf(context, options) }),
    ),
  )
}

function requireRole(value: string): Role {
  const role = roles.find((one) => one === value)
  if (!role) throw new Problem('invalid', 'grant.roleUnknown', { value })
  return role
}

async function scopeOf({ transaction }: Context, options: GrantOptions): Promise<Scope> {
  const { agency, unit, type, ministry, province } = options
  if (agency !== undefined) {
    const agencyId = (await getAgencyByCode(transaction, agency)).id
    return unit === undefined ? { kind: 'agency', agencyId } : { kind: 'unit', agencyId, unitId: unit }
  }
  if (type === undefined && ministry === undefined && province === undefined) return { kind: 'centre' }
  return {
    kind: 'group',
    ...(type && { type }),
    ...(ministry && { ministry }),
    ...(province && { province }),
  }
}

function linkOf(id: string): string {
  const config = readConfig()
  const local = `http://127.0.0.1:${config.port}`
  const baseUrl = config.publicUrl ?? findInstance(config.dataDir)?.address ?? local
  return invitationLink({ baseUrl, secret: readSecret(config), id })
}
