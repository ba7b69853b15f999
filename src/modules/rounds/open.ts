/** Opens a fiscal year's round under a framework version, which is pinned with it. */
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import type { LoadedFramework } from '#modules/frameworks/framework.ts'
import { pinFramework } from '#modules/frameworks/pin.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canOpenRound } from './access.ts'
import { type Round, roundSubject } from './round.ts'
import { rounds } from './tables.ts'

/** Throws `round.notAllowed`, or `round.alreadyOpen` where the year has a round. */
export async function openRound(context: Context, loaded: LoadedFramework): Promise<Round> {
  if (!canOpenRound(context.actor)) throw new Problem('forbidden', 'round.notAllowed')
  const { fiscalYear } = loaded.framework
  await pinFramework(context, loaded)
  const id = newId()
  const added = await context.transaction
    .insert(rounds)
    .values({ id, fiscalYear, frameworkHash: loaded.hash })
    .onConflictDoNothing()
    .returning({ id: rounds.id })
  if (added.length === 0) throw new Problem('conflict', 'round.alreadyOpen', { year: fiscalYear })
  await recordEvent(context, {
    event: 'round.opened',
    subject: roundSubject(fiscalYear),
    details: { framework: loaded.hash },
  })
  return { id, fiscalYear, frameworkHash: loaded.hash, isClosed: false }
}
