/** The figure itself: its value, how it was rounded, and the rule in words. */
import type { DisclosureItem } from '#modules/frameworks/framework.ts'
import { useReader } from '../../ui/language.ts'
import { EvidenceNote } from '../../ui/marks.tsx'
import { NoteBox } from '../../ui/note-box.tsx'
import type { Explanation } from './explanation.ts'

interface Props {
  readonly explanation: Explanation
  /** What was published elsewhere of the same figure. */
  readonly published: { readonly value: string | null; readonly source: string } | null
  /** The item, where the figure is the score of one. */
  readonly item: DisclosureItem | null
}

export function HowComputed({ explanation, published, item }: Props) {
  const { text } = useReader()
  const words = text.site.explain
  const { derivation, question } = explanation
  const { value, rule } = derivation
  return (
    <section aria-labelledby="how">
      {question && (
        <p className="lead">
          <span className="unseen">{words.questionText}: </span>
          {question}
        </p>
      )}
      <Value explanation={explanation} published={published} />
      <h2 id="how">{words.rule}</h2>
      <p>{words.rules[rule]}</p>
      {item && value !== null && <p>{Number(value) === 100 ? words.itemFull : words.itemNone}</p>}
      {item && <Elements item={item} />}
      {explanation.outcome && explanation.answers.length === 0 && (
        <p className="sum">{explanation.outcome}</p>
      )}
      {value !== null && rule !== 'itemScore' && <Roundings explanation={explanation} />}
    </section>
  )
}

function Value({ explanation, published }: Pick<Props, 'explanation' | 'published'>) {
  const { text } = useReader()
  const words = text.site.explain
  const { value } = explanation.derivation
  const own = value ?? published?.value
  const source = published?.source && text.site.sourceText(published.source)
  return (
    <>
      {own && <p className="big-figure">{own}</p>}
      {value === null && published?.value && (
        <p className="beside">
          {text.site.agency.publishedColumn} · {source}
        </p>
      )}
      {value === null && explanation.id !== 'rating' && (
        <NoteBox title={published?.value ? words.cannotRepeat : words.unknownValue}>
          {explanation.reason && <p>{explanation.reason}</p>}
        </NoteBox>
      )}
      {value !== null && published?.value && published.value !== value && (
        <NoteBox title={`${text.site.agency.publishedColumn}: ${published.value}`}>
          <p>{source}</p>
        </NoteBox>
      )}
    </>
  )
}

function Roundings({ explanation }: Pick<Props, 'explanation'>) {
  const { text } = useReader()
  const words = text.site.explain
  const { value, unrounded, exact, rounding } = explanation.derivation
  return (
    <dl className="facts">
      <div>
        <dt>{words.exact}</dt>
        <dd className="figure">{exact}</dd>
      </div>
      <div>
        <dt>{words.unrounded}</dt>
        <dd className="figure">{unrounded}</dd>
      </div>
      <div>
        <dt>{words.rounding}</dt>
        <dd>{rounding ? words.roundedTo(rounding.decimals) : words.notRounded}</dd>
      </div>
      {rounding && (
        <div>
          <dt>{words.value}</dt>
          <dd className="figure">{value}</dd>
        </div>
      )}
    </dl>
  )
}

function Elements({ item }: { readonly item: DisclosureItem }) {
  const { say, text } = useReader()
  const words = text.site.frameworks
  if (item.elements.length === 0) return <p className="hint">{words.noElements}</p>
  return (
    <ul>
      {item.elements.map((element) => (
        <li key={element.text.th}>
          {say(element.text)}{' '}
          {element.appliesTo !== 'all' && <span className="mark">{words.appliesTo[element.appliesTo]}</span>}{' '}
          {element.evidence?.confidence === 'unverified' && <EvidenceNote evidence={element.evidence} />}
        </li>
      ))}
    </ul>
  )
}
