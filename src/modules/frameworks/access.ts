/** Who may keep a framework version: whoever runs the system. */
import type { Actor } from '#base/actor.ts'

export function canPinFramework(actor: Actor): boolean {
  return actor.kind !== 'anyone'
}
