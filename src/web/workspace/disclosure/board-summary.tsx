/** The head of a board: what waits for its reader, the days of the phases, and how many items are in which state. */
import { dayOf, daysBetween, lastDayBefore } from '#base/bangkok-day.ts'
import { itemStates } from '#modules/disclosure/item-state.ts'
import { useReader } from '../../ui/language.ts'
import type { FoundBoard } from './board.tsx'
import { besideBoardPath, boardPath } from './disclosure-query.ts'
import { ShareStrip } from './share-strip.tsx'
import { StateMark, toneOf } from './state-mark.tsx'
import type { YourTask } from './yours-to-do.ts'

interface Props {
  readonly found: FoundBoard
}

export function YourTasks({ found: { tasks, board } }: Props) {
  const { text, to } = useReader()
  const words = text.disclosureWork.yours
  const agency = { year: board.fiscalYear, code: board.agency.code }
  const pathOf = (address: YourTask['address']) => {
    if (address === 'whole') return '#whole-set'
    return address === 'gap' ? to(besideBoardPath(agency, 'gap')) : `${to(boardPath(agency, address))}#items`
  }
  return (
    <section aria-labelledby="yours">
      <h2 id="yours">{words.title}</h2>
      {tasks.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <ul className="your-tasks">
          {tasks.map(({ task, count, address }) => (
            <li key={task}>
              <a href={pathOf(address)}>{words.tasks[task](count)}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const phases = ['answer', 'approve', 'clarify'] as const

export function Timetable({ found: { board, now } }: Props) {
  const { text } = useReader()
  const words = text.disclosureWork.phases
  return (
    <section aria-labelledby="timetable">
      <h2 id="timetable">{words.title}</h2>
      {board.isRoundClosed && <p>{words.roundClosed}</p>}
      <dl className="pairs">
        {phases.map((phase) => {
          const { state, opensAt, closesAt } = board.phases[phase]
          const last = closesAt && lastDayBefore(closesAt)
          return (
            <div key={phase}>
              <dt>{words.names[phase]}</dt>
              <dd>
                <strong>{words.states[state]}</strong>
                {state !== 'notScheduled' && (
                  <span className="beside">{words.days(opensAt && dayOf(opensAt), last)}</span>
                )}
                {state === 'open' && last && (
                  <span className="beside">{words.left(daysBetween(dayOf(now), last))}</span>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

export function StateCounts({ found: { board } }: Props) {
  const { text, to } = useReader()
  const words = text.disclosureWork
  const held = itemStates.filter((state) => board.counts[state] > 0)
  const agency = { year: board.fiscalYear, code: board.agency.code }
  if (board.total === 0) return null
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{words.counts}</h2>
      <p className="hint">{words.countsOf(board.total)}</p>
      <ShareStrip
        total={board.total}
        parts={held.map((state) => ({ key: state, count: board.counts[state], tone: toneOf(state) }))}
      />
      <ul className="state-counts">
        {held.map((state) => (
          <li key={state}>
            <a href={`${to(boardPath(agency, { state }))}#items`}>
              <StateMark state={state} /> <strong>{board.counts[state]}</strong>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
