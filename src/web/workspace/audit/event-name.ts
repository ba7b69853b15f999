/** What an event of the trail says, in the reader's language. */
import type { Text } from '#text/text.ts'

/** An event of an older or newer release that has no sentence here stands by its own name. */
export function eventName({ events }: Text, event: string): string {
  const names: Readonly<Record<string, string>> = events
  return Object.hasOwn(names, event) ? (names[event] ?? event) : event
}
