/** Who may open a round, enrol agencies in it and close it: whoever runs the system. */
import type { Actor } from '#base/actor.ts'

export function canOpenRound(actor: Actor): boolean {
  return actor.kind !== 'anyone'
}

export function canEnrolAgencies(actor: Actor): boolean {
  return actor.kind !== 'anyone'
}

export function canCloseRound(actor: Actor): boolean {
  return actor.kind !== 'anyone'
}
