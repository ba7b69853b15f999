/** What a workspace page is given, who may open it, and how what it does becomes a page again. */
import { type LoaderFunctionArgs, redirect } from 'react-router'
import { isAllowedSomewhere, type Permission, refusalOf } from '#base/permission.ts'
import type { Accounts } from '#modules/accounts/accounts.ts'
import { findInstanceAgency } from '#modules/accounts/instance-agency.ts'
import type { OwnAgency } from '#modules/accounts/own-agencies.ts'
import type { SignedIn } from '#modules/accounts/session.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import type { Files } from '#platform/files/files.ts'
import { accountsContext } from '#web/accounts.ts'
import { doorwayContext } from '#web/doorway.ts'
import { filesContext } from '#web/files.ts'
import { asPlainText } from '#web/plain-problem.ts'
import { asPage } from '#web/problems.ts'
import { sessionContext } from '#web/session.ts'
import type { Reading } from '../public/reading.ts'
import { inLanguage, languageOf, queryString } from '../ui/addresses.ts'
import { answering, fieldOf, type Next } from './answering.ts'

export interface Working extends Reading {
  readonly doorway: Doorway
  readonly signedIn: SignedIn
  readonly accounts: Accounts
  readonly files: Files
  readonly request: Request
  /** Whose instance it is, where one agency uses it on its own; null at a centre. */
  readonly ownAgency: OwnAgency | null
}

export interface Acting extends Working {
  readonly form: FormData
  /** What was typed into a field, tidied; empty when it was not on the form. */
  readonly field: (name: string) => string
  /** Runs verbs as the person, in one transaction. */
  readonly doAs: <T>(verb: (context: Context) => Promise<T>) => Promise<T>
}

/** Makes a loader for those who have the permission somewhere; others are sent to sign in, or refused. */
export function working<T>(permission: Permission, read: (working: Working) => Promise<T>) {
  return async (given: LoaderFunctionArgs): Promise<T> => {
    const { log } = given.context.get(doorwayContext)
    try {
      return await read(await admit(given, permission))
    } catch (error) {
      throw asPage(error, log)
    }
  }
}

/** As `working`, for an address that answers with a file; a Problem is told in one line of plain text. */
export function workingFile(permission: Permission, make: (working: Working) => Promise<Response>) {
  return async (given: LoaderFunctionArgs): Promise<Response> => {
    try {
      return await make(await admit(given, permission))
    } catch (error) {
      const { log } = given.context.get(doorwayContext)
      return asPlainText(error, log, languageOf(given.url.pathname))
    }
  }
}

/** Makes an action for those who have the permission somewhere; see `answering`. */
export function acting(permission: Permission, perform: (acting: Acting) => Promise<Next>) {
  return answering(async (given, form) => {
    const admitted = await admit(given, permission)
    const { doorway, signedIn } = admitted
    return perform({
      ...admitted,
      form,
      field: (name) => fieldOf(form, name),
      doAs: (verb) => act(doorway, signedIn.person, verb),
    })
  })
}

async function admit(given: LoaderFunctionArgs, permission: Permission): Promise<Working> {
  const { context, params, request, url } = given
  const doorway = context.get(doorwayContext)
  const accounts = context.get(accountsContext)
  const files = context.get(filesContext)
  const language = languageOf(url.pathname)
  const signedIn = await context.get(sessionContext)()
  if (!signedIn) {
    throw redirect(inLanguage(language, `/sign-in${queryString({ next: url.pathname + url.search })}`), 303)
  }
  if (!isAllowedSomewhere(signedIn.person, permission)) {
    throw refusalOf(signedIn.person, permission)
  }
  const { database, log, clock } = doorway
  const now = clock()
  const ownAgency = await findInstanceAgency(database.query)
  return {
    db: database.query,
    log,
    now,
    url,
    params,
    request,
    language,
    doorway,
    accounts,
    files,
    signedIn,
    ownAgency,
  }
}
