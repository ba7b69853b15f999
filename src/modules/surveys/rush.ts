/** Tells a rush, in which people who send come first, from the usual trickle. */
import type { Intake } from './submit.ts'

/** So many answers since it was asked last: 300 a second at the turns of `tendWaiting`. */
export const rush = 1000

/** Whether there is a rush, each time it is asked. */
export function watchForRush({ taken }: Pick<Intake['queue'], 'taken'>): () => boolean {
  let before = taken()
  return () => {
    const now = taken()
    const isRush = now - before >= rush
    before = now
    return isRush
  }
}
