/** What a verb is given: who acts, when, and the transaction it acts in. Made once per request, job or command. */
import type { Actor } from '#base/actor.ts'
import type { Database, Queryable } from './database.ts'
import type { Log } from './log.ts'

export interface Context {
  readonly actor: Actor
  readonly now: Date
  readonly transaction: Queryable
  readonly log: Log
}

/** Whoever may start acts: a door holds one and makes a context of it for each act. */
export interface Doorway {
  readonly database: Database
  readonly log: Log
  readonly clock: () => Date
}

/** Runs one act in one transaction: all of it happens, its audit event included, or none. */
export async function act<T>(
  doorway: Doorway,
  actor: Actor,
  verb: (context: Context) => Promise<T>,
): Promise<T> {
  return doorway.database.query.transaction((transaction) =>
    verb({ actor, now: doorway.clock(), transaction, log: doorway.log }),
  )
}
