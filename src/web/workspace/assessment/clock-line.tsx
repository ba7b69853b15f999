/** Which days of assessment close next, and how many are left. */
import { dayOf, daysBetween } from '#base/bangkok-day.ts'
import type { Clock } from '#modules/disclosure/assessment/clocks.ts'
import { useReader } from '../../ui/language.ts'

interface Props {
  readonly clock: Clock | null
  readonly now: Date
}

export function ClockLine({ clock, now }: Props) {
  const { text } = useReader()
  if (!clock) return null
  const { phase, lastDay } = clock
  return (
    <span className="beside">
      {text.assessmentWork.clock(phase, lastDay, daysBetween(dayOf(now), lastDay))}
    </span>
  )
}
