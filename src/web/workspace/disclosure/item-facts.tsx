/** Where an item stands and who is in charge of it, and the elements it must show with how sure they are. */
import { dayOf } from '#base/bangkok-day.ts'
import { isLate } from '#modules/disclosure/due.ts'
import { useReader } from '../../ui/language.ts'
import { EvidenceNote, UnverifiedMark } from '../../ui/marks.tsx'
import type { ItemProps } from './item.tsx'
import { StateMark } from './state-mark.tsx'

export function ItemFacts({ found: { view, now } }: ItemProps) {
  const { say, text } = useReader()
  const { item, board, at, day, late } = text.disclosureWork
  const words = item.facts
  return (
    <dl className="pairs">
      <div>
        <dt>{words.state}</dt>
        <dd>
          <StateMark state={view.state} />
          {view.stateAt && <span className="beside">{words.since(at(view.stateAt))}</span>}
        </dd>
      </div>
      <div>
        <dt>{words.charge}</dt>
        <dd>
          {view.owner ? (view.owner.name ?? board.gone) : board.noOwner}
          <span className="beside">{view.unit ? say(view.unit.name) : board.noUnit}</span>
        </dd>
      </div>
      <div>
        <dt>{words.due}</dt>
        <dd>
          {view.dueOn === null ? board.noDue : day(view.dueOn)}{' '}
          {isLate(view, dayOf(now)) && <strong className="late">{late}</strong>}
        </dd>
      </div>
      <div>
        <dt>{words.points}</dt>
        <dd>{board.points(view.points)}</dd>
      </div>
    </dl>
  )
}

export function ItemElements({ found: { view } }: ItemProps) {
  const { say, text } = useReader()
  const words = text.disclosureWork.item
  return (
    <section aria-labelledby="elements">
      <h2 id="elements">{words.elements}</h2>
      {view.elements.length === 0 ? (
        <p>{words.noElements}</p>
      ) : (
        <ol className="elements">
          {view.elements.map(({ place, text: element, kind, isUnverified }) => (
            <li key={place}>
              {say(element)} <span className="mark">{words.kinds[kind]}</span>{' '}
              {isUnverified && <UnverifiedMark />}
            </li>
          ))}
        </ol>
      )}
      <details>
        <summary>
          {words.source} {view.isUnverified && <UnverifiedMark />}
        </summary>
        <p className="beside">
          <EvidenceNote evidence={view.evidence} />
        </p>
      </details>
    </section>
  )
}
