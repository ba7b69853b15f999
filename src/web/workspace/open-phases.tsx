/** The phases that are open now with the time that is left, one's agencies' own closes, and what opens next. */
import type { ExtensionListing } from '#modules/rounds/calendar-queries.ts'
import type { RoundOverview } from '#modules/rounds/overview.ts'
import type { TimetableEntry } from '#modules/rounds/timetable.ts'
import { Countdown } from '../public/rounds/countdown.tsx'
import { roundPath } from '../ui/addresses.ts'
import { useReader } from '../ui/language.ts'

export interface RoundWithTime extends RoundOverview {
  /** Those of one's own agencies. */
  readonly extensions: readonly ExtensionListing[]
}

interface Listed {
  readonly fiscalYear: number
  readonly entry: TimetableEntry
  readonly extensions: readonly ExtensionListing[]
}

export function OpenPhases({ rounds }: { readonly rounds: readonly RoundWithTime[] }) {
  const { text } = useReader()
  const listed = rounds.flatMap(({ fiscalYear, timetable, extensions }) =>
    timetable.map((entry) => ({
      ...{ fiscalYear, entry },
      extensions: extensions.filter(({ phase }) => phase === entry.phase),
    })),
  )
  const open = listed.filter(({ entry, extensions }) => entry.state === 'open' || extensions.length > 0)
  const soonest = listed
    .filter(({ entry }) => entry.daysToOpening !== null)
    .toSorted((a, b) => (a.entry.daysToOpening ?? 0) - (b.entry.daysToOpening ?? 0))
    .slice(0, 1)
  return (
    <>
      {open.length === 0 ? <p>{text.workspace.dashboard.nothingOpen}</p> : <PhaseLinks listed={open} />}
      {soonest.length > 0 && <h3>{text.today.next}</h3>}
      {soonest.length > 0 && <PhaseLinks listed={soonest} />}
    </>
  )
}

function PhaseLinks({ listed }: { readonly listed: readonly Listed[] }) {
  const { say, text, to } = useReader()
  return (
    <ul className="places">
      {listed.map(({ fiscalYear, entry, extensions }) => (
        <li key={`${fiscalYear} ${entry.phase}`} className="place-with-time">
          <a href={to(roundPath(fiscalYear))}>
            {fiscalYear} {say(entry.name)}
          </a>
          <Countdown entry={entry} />
          <span className="beside">{text.workspace.rounds.daysOf(entry.opensOn, entry.closesOn)}</span>
          {extensions.map(({ agency, until }) => (
            <span key={agency} className="beside">
              {text.today.extension(agency, until)}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
