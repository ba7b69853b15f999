/** Where a round stands today, in a sentence or two: what is open and for how long, or what comes next. */
import type { RoundOverview } from '#modules/rounds/overview.ts'
import type { TimetableEntry } from '#modules/rounds/timetable.ts'
import { useReader } from '../../ui/language.ts'
import { Countdown } from './countdown.tsx'

export function Standing({ round }: { readonly round: RoundOverview }) {
  const { text } = useReader()
  const words = text.rounds
  return (
    <>
      {round.isClosed && <p>{words.roundClosed}</p>}
      <Now round={round} />
    </>
  )
}

function Now({ round }: { readonly round: RoundOverview }) {
  const { text } = useReader()
  const words = text.rounds
  const open = round.timetable.filter(({ state }) => state === 'open')
  if (open.length > 0) return <Named label={words.openNow} entries={open} />
  const soonest = nextOf(round.timetable)
  if (soonest.length > 0) {
    return (
      <>
        {!round.isClosed && <p>{words.nothingOpen}</p>}
        <Named label={words.opensNext} entries={soonest} />
      </>
    )
  }
  if (round.isClosed) return null
  const isBare = round.timetable.every(({ state }) => state === 'notScheduled')
  return <p>{isBare ? words.nothingScheduled : words.nothingOpen}</p>
}

/** Whatever opens first, all of it. */
function nextOf(timetable: readonly TimetableEntry[]): readonly TimetableEntry[] {
  const upcoming = timetable.filter(({ state }) => state === 'upcoming')
  const days = Math.min(...upcoming.map(({ daysToOpening }) => daysToOpening ?? Number.POSITIVE_INFINITY))
  return upcoming.filter(({ daysToOpening }) => daysToOpening === days)
}

interface Props {
  readonly label: string
  readonly entries: readonly TimetableEntry[]
}

function Named({ label, entries }: Props) {
  const { say } = useReader()
  return (
    <div className="standing">
      <p className="note-title">{label}</p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.phase}>
            {say(entry.name)} <Countdown entry={entry} />
          </li>
        ))}
      </ul>
    </div>
  )
}
