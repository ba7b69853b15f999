/** The marks an item was given, side by side, and what the agency explained between them. */
import { dayOf, daysBetween } from '#base/bangkok-day.ts'
import type { NamedMark } from '#modules/disclosure/assessment/item-marks.ts'
import { useReader } from '../../ui/language.ts'
import type { MarkingProps } from './marking.tsx'

const kinds = ['first', 'second', 'settled', 'remarked'] as const

/** The latest of each kind. */
export function MarksGiven({ found: { view } }: MarkingProps) {
  const { text } = useReader()
  const words = text.assessmentWork.mark
  const marks = kinds.flatMap((kind) => view.marks.findLast((mark) => mark.kind === kind) ?? [])
  if (marks.length === 0) return null
  return (
    <section aria-labelledby="marks">
      <h2 id="marks">{words.marks}</h2>
      <div className="beside-each-other">
        {marks.map((mark) => (
          <MarkBox key={mark.kind} mark={mark} isStanding={mark === view.standing} />
        ))}
      </div>
    </section>
  )
}

function MarkBox({ mark, isStanding }: { readonly mark: NamedMark; readonly isStanding: boolean }) {
  const { text } = useReader()
  const { mark: words, at } = text.assessmentWork
  const { kind, score, reasonKind, remark, elements, assessedOn, assessorName } = mark
  const lacking = elements.filter(({ isMet }) => !isMet).map(({ element }) => words.metOf(element + 1))
  return (
    <div className="mark-box">
      <h3>{words.kinds[kind]}</h3>
      <p>
        <strong>{words.points(score)}</strong> {isStanding && <span className="mark">{words.holds}</span>}
        <span className="beside">{words.lookedOn(assessedOn)}</span>
        <span className="beside">{words.by(assessorName, at(mark.at))}</span>
      </p>
      {reasonKind && <p>{text.itemReasons[reasonKind]}</p>}
      {lacking.length > 0 && (
        <p className="hint">
          {words.notMet}: {lacking.join(', ')}
        </p>
      )}
      <p className="said-words">{remark || words.noRemark}</p>
    </div>
  )
}

export function ExplanationGiven({ found: { view, now } }: MarkingProps) {
  const { text } = useReader()
  const { mark: words, sheet, at } = text.assessmentWork
  const { explanation, explaining } = view
  const window =
    explaining && sheet.explaining(explaining.lastDay, daysBetween(dayOf(now), explaining.lastDay))
  if (!explanation) return window && <p className="hint">{window}</p>
  return (
    <section aria-labelledby="explanation">
      <h2 id="explanation">{words.explanation}</h2>
      <div className="mark-box">
        <p className="hint">
          {words.explainedAt(at(explanation.at))}
          {window && ` · ${window}`}
        </p>
        <p className="said-words">{explanation.text}</p>
      </div>
    </section>
  )
}
