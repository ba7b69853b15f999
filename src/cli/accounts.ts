/** `prongsai accounts`: who has an account, and what an operator must be able to do without the web. */
import { Command } from 'commander'
import { Problem } from '#base/problem.ts'
import { disableAccount } from '#modules/accounts/disable-account.ts'
import { endGrant } from '#modules/accounts/end-grant.ts'
import { hasStarted } from '#modules/accounts/queries.ts'
import { setUpCode } from '#modules/accounts/set-up-code.ts'
import { readConfig } from '#platform/config.ts'
import { act } from '#platform/context.ts'
import { readSecret } from '#platform/secret.ts'
import { grantCommand, inviteCommand } from './accounts-grant.ts'
import { listCommand } from './accounts-list.ts'
import { getPersonId } from './accounts-person.ts'
import { withDoorway } from './database.ts'
import { type Language, languageOption, textOf } from './language.ts'
import { operator } from './operator.ts'
import { print } from './output.ts'

export function accountsCommand(): Command {
  return new Command('accounts')
    .description('people, their roles, and the first start')
    .addCommand(listCommand())
    .addCommand(inviteCommand())
    .addCommand(grantCommand())
    .addCommand(endGrantCommand())
    .addCommand(disableCommand())
    .addCommand(setUpCodeCommand())
}

interface Options {
  readonly json?: boolean
  readonly lang: Language
}

function endGrantCommand(): Command {
  return new Command('end-grant')
    .description('end a role that was given; list --json shows the ids')
    .argument('<grant>', 'the id of the grant')
    .requiredOption('--reason <reason>', 'why it ends')
    .option('--json', 'print the outcome as JSON')
    .addOption(languageOption())
    .action(async (grantId: string, { reason, json, lang }: Options & { readonly reason: string }) => {
      await withDoorway((doorway) =>
        act(doorway, operator(), (context) => endGrant(context, { grantId, reason })),
      )
      print(json ? JSON.stringify({ ended: grantId }) : textOf(lang).accounts.grantEnded)
    })
}

function disableCommand(): Command {
  return new Command('disable')
    .description('shut somebody out at once')
    .argument('<email>', 'whom')
    .option('--json', 'print the outcome as JSON')
    .addOption(languageOption())
    .action(async (email: string, { json, lang }: Options) => {
      const id = await withDoorway((doorway) =>
        act(doorway, operator(), async (context) => {
          const userId = await getPersonId(context.transaction, email)
          await disableAccount(context, userId)
          return userId
        }),
      )
      print(json ? JSON.stringify({ disabled: id }) : textOf(lang).accounts.disabled)
    })
}

function setUpCodeCommand(): Command {
  return new Command('set-up-code')
    .description('the code with which the first administrator is made in the browser')
    .option('--json', 'print it as JSON')
    .addOption(languageOption())
    .action(async ({ json, lang }: Options) => {
      const isStarted = await withDoorway(({ database }) => hasStarted(database.query))
      if (isStarted) throw new Problem('conflict', 'instance.alreadyStarted')
      const code = setUpCode(readSecret(readConfig()))
      print(json ? JSON.stringify({ code }) : textOf(lang).accounts.setUpCodeIs({ code }))
    })
}
