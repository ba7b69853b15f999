/** How many days a phase is still open, or until it opens; counted on the server, in Bangkok's days. */
import type { TimetableEntry } from '#modules/rounds/timetable.ts'
import { useReader } from '../../ui/language.ts'

export function Countdown({ entry: { daysLeft, daysToOpening } }: { readonly entry: TimetableEntry }) {
  const { text } = useReader()
  const { rounds: words } = text
  if (daysLeft !== null) return <strong className="countdown">{words.daysLeft(daysLeft)}</strong>
  if (daysToOpening === null) return null
  return <span className="countdown">{words.daysToOpening(daysToOpening)}</span>
}
