/** Who may change the registry: whoever runs the system. */
import type { Actor } from '#base/actor.ts'

export function canInstallReference(actor: Actor): boolean {
  return actor.kind !== 'anyone'
}

export function canRegisterAgencies(actor: Actor): boolean {
  return actor.kind !== 'anyone'
}
