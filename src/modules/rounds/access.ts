/** Who may open a round, enrol agencies, set and extend its phases, and close it: whoever runs the system. */
import type { Actor } from '#base/actor.ts'

export function canOpenRound(actor: Actor): boolean {
  return runsTheSystem(actor)
}

export function canEnrolAgencies(actor: Actor): boolean {
  return runsTheSystem(actor)
}

export function canSchedulePhase(actor: Actor): boolean {
  return runsTheSystem(actor)
}

export function canExtendPhase(actor: Actor): boolean {
  return runsTheSystem(actor)
}

export function canCloseRound(actor: Actor): boolean {
  return runsTheSystem(actor)
}

function runsTheSystem({ kind }: Actor): boolean {
  return kind === 'operator' || kind === 'system'
}
