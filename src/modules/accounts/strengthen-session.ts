/** Notes that more was proven in a session than when it began. */
import { eq } from 'drizzle-orm'
import type { Context } from '#platform/context.ts'
import type { Means } from './session-means.ts'
import { sessions } from './tables.ts'

export interface Strengthening {
  readonly sessionId: string
  readonly means: Means
}

/** From now on the session has the roles that were withheld. */
export async function strengthen(
  { transaction }: Context,
  { sessionId, means }: Strengthening,
): Promise<void> {
  await transaction.update(sessions).set({ means }).where(eq(sessions.id, sessionId))
}
