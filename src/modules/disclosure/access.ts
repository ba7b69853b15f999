/** Who may put item scores in: whoever runs the system. */
import type { Actor } from '#base/actor.ts'

export function canRecordScores(actor: Actor): boolean {
  return actor.kind !== 'anyone'
}
