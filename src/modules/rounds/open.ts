/** Opens a fiscal year's round under a framework version, which is pinned with it and gives it its first calendar. */
import { traceOf } from '#base/actor.ts'
import { endOfDay, startOfDay } from '#base/bangkok-day.ts'
import { newId } from '#base/id.ts'
import { authorize } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import type { Framework, LoadedFramework } from '#modules/frameworks/framework.ts'
import { pinFramework } from '#modules/frameworks/pin.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canOpenRound } from './access.ts'
import { type Round, roundSubject } from './round.ts'
import { roundPhases, rounds } from './tables.ts'

/** Throws `access.refused`, or `round.alreadyOpen` where the year has a round. */
export async function openRound(context: Context, loaded: LoadedFramework): Promise<Round> {
  const role = authorize(context.actor, canOpenRound)
  const { fiscalYear } = loaded.framework
  await pinFramework(context, loaded)
  const id = newId()
  const added = await context.transaction
    .insert(rounds)
    .values({ id, fiscalYear, frameworkHash: loaded.hash })
    .onConflictDoNothing()
    .returning({ id: rounds.id })
  if (added.length === 0) throw new Problem('conflict', 'round.alreadyOpen', { year: fiscalYear })
  await copyPhases(context, { roundId: id, phases: loaded.framework.phases })
  await recordEvent(context, {
    event: 'round.opened',
    role,
    subject: roundSubject(fiscalYear),
    details: { framework: loaded.hash },
  })
  return { id, fiscalYear, frameworkHash: loaded.hash, isClosed: false }
}

interface Copied {
  readonly roundId: string
  readonly phases: Framework['phases']
}

/** A phase without any date is left out: it is not scheduled. */
async function copyPhases({ transaction, actor, now }: Context, { roundId, phases }: Copied): Promise<void> {
  const rows = phases
    .filter(({ opensOn, closesOn }) => opensOn !== null || closesOn !== null)
    .map(({ id, opensOn, closesOn }) => ({
      ...{ id: newId(), roundId, phase: id, at: now },
      opensAt: opensOn === null ? null : startOfDay(opensOn),
      closesAt: closesOn === null ? null : endOfDay(closesOn),
      actorKind: actor.kind,
      actorName: traceOf(actor),
    }))
  if (rows.length > 0) await transaction.insert(roundPhases).values(rows)
}
