/** The phases of a round in order; those that run beside each other stand beside each other. */
import { groupByStep, type TimetableEntry } from '#modules/rounds/timetable.ts'
import { useReader } from '../../ui/language.ts'
import { Countdown } from './countdown.tsx'
import { PhaseMark } from './phase-mark.tsx'

interface Props {
  readonly timetable: readonly TimetableEntry[]
  readonly isClosed: boolean
}

export function PhaseList({ timetable, isClosed }: Props) {
  const { text } = useReader()
  return (
    <ol className="phases">
      {groupByStep(timetable).map((step) => {
        const [first] = step
        if (step.length === 1 && first) {
          return (
            <li key={first.phase} className={`phase phase-is-${first.state}`}>
              <Phase entry={first} isClosed={isClosed} />
            </li>
          )
        }
        return (
          <li key={first?.phase} className="phases-beside">
            <p className="beside">{text.rounds.sideBySide}</p>
            <ul>
              {step.map((entry) => (
                <li key={entry.phase} className={`phase phase-is-${entry.state}`}>
                  <Phase entry={entry} isClosed={isClosed} />
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}

function Phase({ entry, isClosed }: { readonly entry: TimetableEntry; readonly isClosed: boolean }) {
  const { say, text } = useReader()
  return (
    <>
      <div className="phase-title">
        <h3>{say(entry.name)}</h3>
        <PhaseMark state={entry.state} isClosed={isClosed} />
      </div>
      <p>{text.rounds.meanings[entry.phase]}</p>
      {entry.state !== 'notScheduled' && (
        <p className="phase-days">
          <PhaseDays entry={entry} /> <Countdown entry={entry} />
        </p>
      )}
    </>
  )
}

function PhaseDays({ entry: { opensOn, closesOn } }: { readonly entry: TimetableEntry }) {
  const { text } = useReader()
  const words = text.rounds
  if (opensOn !== null) return closesOn === null ? words.from(opensOn) : words.between(opensOn, closesOn)
  return closesOn === null ? null : words.until(closesOn)
}
