/** Who may compute, freeze, publish and import results: whoever runs the system. */
import type { Actor } from '#base/actor.ts'

export function canComputeResults(actor: Actor): boolean {
  return actor.kind !== 'anyone'
}

export function canFreezeResults(actor: Actor): boolean {
  return actor.kind !== 'anyone'
}

export function canPublishResults(actor: Actor): boolean {
  return actor.kind !== 'anyone'
}

export function canImportResults(actor: Actor): boolean {
  return actor.kind !== 'anyone'
}
