/** What a page before sign-in is given: the accounts and the request, for nobody is anybody yet. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import type { Accounts } from '#modules/accounts/accounts.ts'
import type { Doorway } from '#platform/context.ts'
import { accountsContext } from '#web/accounts.ts'
import { doorwayContext } from '#web/doorway.ts'
import { asPage } from '#web/problems.ts'
import { sessionContext } from '#web/session.ts'
import { type Language, languageOf } from '../../ui/addresses.ts'
import { answering, fieldOf, type Next } from '../answering.ts'

export interface Entering {
  readonly doorway: Doorway
  readonly accounts: Accounts
  readonly request: Request
  readonly url: URL
  readonly language: Language
  readonly params: Readonly<Record<string, string | undefined>>
  readonly isSignedIn: () => Promise<boolean>
}

export function arriving<T>(read: (entering: Entering) => Promise<T>) {
  return async (given: LoaderFunctionArgs): Promise<T> => {
    try {
      return await read(enteringOf(given))
    } catch (error) {
      throw asPage(error, given.context.get(doorwayContext).log)
    }
  }
}

/** `field` gives what was typed, without the space around it; passwords as they are. */
export function entering(perform: (entering: Entering, field: (name: string) => string) => Promise<Next>) {
  return answering((given, form) => perform(enteringOf(given), (name) => fieldOf(form, name)))
}

function enteringOf({ context, request, url, params }: ActionFunctionArgs | LoaderFunctionArgs): Entering {
  return {
    doorway: context.get(doorwayContext),
    accounts: context.get(accountsContext),
    language: languageOf(url.pathname),
    ...{ request, url, params },
    isSignedIn: async () => (await context.get(sessionContext)()) !== null,
  }
}
