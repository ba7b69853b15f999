/** The events that something follows: each gets a job in its own transaction, and `worker/reactions.ts` says what it calls. */

export const eventsWithReaction = ['account.invited'] as const

export type EventWithReaction = (typeof eventsWithReaction)[number]

export const reactionTask = 'react'

export function hasReaction(event: string): event is EventWithReaction {
  return (eventsWithReaction as readonly string[]).includes(event)
}
