/** Who may put answers in as a whole: whoever runs the system. */
import type { Actor } from '#base/actor.ts'

export function canRecordAnswers(actor: Actor): boolean {
  return actor.kind !== 'anyone'
}
