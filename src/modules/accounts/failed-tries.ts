/** Counts wrong tries in the database, under keys that tell nothing of what was tried. */
import { eq, lt } from 'drizzle-orm'
import { contentHash } from '#base/id.ts'
import type { Problem } from '#base/problem.ts'
import type { Context } from '#platform/context.ts'
import type { Secret } from '#platform/secret.ts'
import { failedTries } from './tables.ts'
import { accountLimit, afterFailure, findRefusal, type TryLimit } from './try-limit.ts'

/** The tries at one thing. The transaction has them to itself, so that tries made at once are taken one by one. */
export interface Tries {
  readonly refusal: Problem | undefined
  /** To be called for a wrong try; the transaction must not be undone afterwards. */
  countFailure(): Promise<void>
  forget(): Promise<void>
}

export function triesKey(secret: Secret, what: string): string {
  return secret.deriveKey(`tries:${contentHash(what)}`).toString('base64url')
}

export async function takeTries(
  { transaction, now }: Context,
  key: string,
  limit: TryLimit = accountLimit,
): Promise<Tries> {
  await transaction.insert(failedTries).values({ key, count: 0, since: now }).onConflictDoNothing()
  const found = await transaction.select().from(failedTries).where(eq(failedTries.key, key)).for('update')
  const state = found[0] ?? { count: 0, since: now, refusedUntil: null }
  return {
    refusal: findRefusal(state, now),
    countFailure: async () => {
      const next = afterFailure(state, limit, now)
      await transaction.update(failedTries).set(next).where(eq(failedTries.key, key))
      const dayAgo = new Date(now.getTime() - 86_400_000)
      await transaction.delete(failedTries).where(lt(failedTries.since, dayAgo))
    },
    forget: async () => {
      await transaction.delete(failedTries).where(eq(failedTries.key, key))
    },
  }
}
