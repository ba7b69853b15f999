/** What the item asks: the official scale, the elements in their official words, how sure they are, and last year's score. */
import { useReader } from '../../ui/language.ts'
import { EvidenceNote, UnverifiedMark } from '../../ui/marks.tsx'
import type { MarkingProps } from './marking.tsx'

/** The years in whose handbooks the scale was read; in others it is carried over. */
const yearsOfScale: readonly number[] = [2567, 2568]

export function Criteria({ found }: MarkingProps) {
  const { text } = useReader()
  const words = text.assessmentWork.mark
  const { view, seen } = found
  return (
    <section aria-labelledby="criteria">
      <h2 id="criteria">{words.criteria}</h2>
      <dl className="scale">
        <dt>
          {words.officialScale} {!yearsOfScale.includes(view.round.fiscalYear) && <UnverifiedMark />}
        </dt>
        <dd>{words.official.full}</dd>
        <dd>{words.official.none}</dd>
      </dl>
      {seen.length === 0 && <p className="hint">{text.disclosureWork.item.noElements}</p>}
      {found.stage.act === null && <ElementList found={found} />}
      <details>
        <summary>
          {text.disclosureWork.item.source} {found.isTitleUnverified && <UnverifiedMark />}
        </summary>
        <p className="beside">
          <EvidenceNote evidence={found.evidence} />
        </p>
      </details>
      <Previous found={found} />
    </section>
  )
}

/** Where there is no form: there each element stands beside its buttons. */
function ElementList({ found: { seen } }: MarkingProps) {
  const { say, text } = useReader()
  const words = text.disclosureWork.item
  if (seen.length === 0) return null
  return (
    <ol className="elements">
      {seen.map(({ place, text: element, kind, isUnverified }) => (
        <li key={place}>
          {say(element)} <span className="mark">{words.kinds[kind]}</span>{' '}
          {isUnverified && <UnverifiedMark />}
        </li>
      ))}
    </ol>
  )
}

function Previous({ found: { view } }: MarkingProps) {
  const { text } = useReader()
  const words = text.assessmentWork.mark
  const { previous } = view
  if (!previous) return <p className="hint">{words.noPrevious}</p>
  return (
    <details>
      <summary>
        {words.previousScore}: {words.previousOf(previous.fiscalYear, previous.itemCode, previous.score)}
      </summary>
      <p className="said-words">
        {words.previousRemark}: {previous.remark || words.noRemark}
        {previous.assessedOn && <span className="beside">{words.lookedOn(previous.assessedOn)}</span>}
      </p>
    </details>
  )
}
