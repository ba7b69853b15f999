/** Confirms the scores of every agency of a round that is ready, each for itself, and says which are not. */
import type { Actor } from '#base/actor.ts'
import { isAllowedSomewhere, refusalOf } from '#base/permission.ts'
import { type Parameters, Problem } from '#base/problem.ts'
import { getCalendar } from '#modules/rounds/calendar-queries.ts'
import { requireOpen } from '#modules/rounds/phase.ts'
import { getRound, refuseClosedRound } from '#modules/rounds/queries.ts'
import { withinReach } from '#modules/surveys/reach.ts'
import { act, type Doorway } from '#platform/context.ts'
import { canConfirmItems } from '../access.ts'
import { confirmItems } from './confirm-items.ts'
import { listUnconfirmed } from './states.ts'

export interface LeftAgency {
  readonly agencyCode: string
  /** Why: a code of the problem texts with its parameters. */
  readonly code: string
  readonly parameters: Parameters
}

export interface RoundConfirmed {
  readonly confirmed: number
  readonly left: readonly LeftAgency[]
}

export interface RoundConfirming {
  readonly fiscalYear: number
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Of the agencies within the actor's reach that have begun with their items. Throws `access.refused`, `round.notFound`,
 * `round.closed` or `round.phaseNotOpen`.
 */
export async function confirmRound(
  doorway: Doorway,
  actor: Actor,
  { fiscalYear, onProgress }: RoundConfirming,
): Promise<RoundConfirmed> {
  if (!isAllowedSomewhere(actor, canConfirmItems)) throw refusalOf(actor, canConfirmItems)
  const db = doorway.database.query
  const round = await getRound(db, fiscalYear)
  refuseClosedRound(round)
  requireOpen(await getCalendar(db, round), { phase: 'confirm', now: doorway.clock() })
  const agencies = await listUnconfirmed(db, round, withinReach(actor, canConfirmItems))
  const left: LeftAgency[] = []
  for (const [place, { code: agencyCode }] of agencies.entries()) {
    const refusal = await confirmOne(doorway, actor, { fiscalYear, agencyCode })
    if (refusal) left.push({ agencyCode, code: refusal.code, parameters: refusal.parameters })
    onProgress?.(place + 1, agencies.length)
  }
  return { confirmed: agencies.length - left.length, left }
}

/** Why it was refused; undefined where it was not. */
async function confirmOne(
  doorway: Doorway,
  actor: Actor,
  named: { readonly fiscalYear: number; readonly agencyCode: string },
): Promise<Problem | undefined> {
  try {
    await act(doorway, actor, (context) => confirmItems(context, named))
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}
