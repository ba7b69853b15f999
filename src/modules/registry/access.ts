/** Who may change the registry: whoever runs the system, and the system itself. */
import type { Actor } from '#base/actor.ts'

export function canInstallReference(actor: Actor): boolean {
  return runsTheSystem(actor)
}

export function canRegisterAgencies(actor: Actor): boolean {
  return runsTheSystem(actor)
}

export function canImportAgencies(actor: Actor): boolean {
  return runsTheSystem(actor)
}

function runsTheSystem({ kind }: Actor): boolean {
  return kind === 'operator' || kind === 'system'
}
