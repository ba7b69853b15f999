/** The score of an item with its remark, what the agency may explain and until when, and what came of it. */
import { dayOf, daysBetween, lastDayBefore } from '#base/bangkok-day.ts'
import type { Mark } from '#modules/disclosure/marks.ts'
import { longest } from '#modules/disclosure/words.ts'
import { Act } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'
import type { ItemProps } from './item.tsx'

export function Clarification({ found }: ItemProps) {
  const { text } = useReader()
  const words = text.disclosureWork.clarify
  const { view } = found
  const { score } = view
  if (!score) return null
  const isExplainable = score.score === 0 && ['assessed', 'explained'].includes(view.state)
  return (
    <section aria-labelledby="clarification">
      <h2 id="clarification">{words.title}</h2>
      <p className="big-figure">{words.score(score.score.toFixed(2))}</p>
      {score.assessed && <MarkBox title={words.first} mark={score.assessed} />}
      <Explanation found={found} />
      {score.remarked && <MarkBox title={words.second} mark={score.remarked} />}
      {score.score === 100 && <p>{words.full}</p>}
      {isExplainable && <Window found={found} />}
      {isExplainable && found.may.explain && <ExplainForm found={found} />}
    </section>
  )
}

function MarkBox({ title, mark }: { readonly title: string; readonly mark: Mark }) {
  const { text } = useReader()
  const words = text.disclosureWork.clarify
  const { score, reasonKind, remark, assessedOn } = mark
  return (
    <div className="mark-box">
      <h3>{title}</h3>
      <p>
        <strong>{words.score(score.toFixed(2))}</strong> · {words.on(assessedOn)}
      </p>
      {reasonKind && (
        <p>
          {words.reason}: {text.itemReasons[reasonKind]}
        </p>
      )}
      <p className="said-words">
        {words.remark}: {remark === '' ? words.noRemark : remark}
      </p>
    </div>
  )
}

function Explanation({ found: { view } }: ItemProps) {
  const { text } = useReader()
  const words = text.disclosureWork
  const last = view.history.findLast((entry) => entry.kind === 'explanation')
  if (last?.kind !== 'explanation') return null
  return (
    <div className="mark-box">
      <h3>{words.clarify.current}</h3>
      <p className="hint">{words.at(last.at)}</p>
      <p className="said-words">{last.text}</p>
    </div>
  )
}

/** The clock of the item. */
function Window({ found: { view, now } }: ItemProps) {
  const { text } = useReader()
  const { clarify: words, phases } = text.disclosureWork
  const { state, closesAt } = view.phases.clarify
  if (state === 'upcoming') return <p>{words.upcoming}</p>
  if (state === 'closed') return <p>{words.closed}</p>
  const last = closesAt && lastDayBefore(closesAt)
  return (
    <>
      <p>
        <strong>
          {last ? `${words.openUntil(last)} · ${phases.left(daysBetween(dayOf(now), last))}` : words.noEnd}
        </strong>
      </p>
      <p>
        {words.accept} {words.judged}
      </p>
    </>
  )
}

function ExplainForm({ found: { view } }: ItemProps) {
  const { text } = useReader()
  const typed = useTyped()
  const words = text.disclosureWork.clarify
  return (
    <form className="stacked-form" method="post">
      <p className="field">
        <label htmlFor="clarification-text">{words.explanation}</label>
        <textarea
          id="clarification-text"
          name="clarification"
          rows={6}
          maxLength={longest.explanation}
          defaultValue={typed('clarification')}
        />
      </p>
      <Act act="explain" name={view.state === 'explained' ? words.explainAgain : words.explain} />
    </form>
  )
}
