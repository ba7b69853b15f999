/** The figure itself: its value, how it was rounded, and the rule in words. */
import type { DisclosureItem } from '#modules/frameworks/framework.ts'
import { useReader } from '../../ui/language.ts'
import { EvidenceNote } from '../../ui/marks.tsx'
import { NoteBox } from '../../ui/note-box.tsx'
import type { Caveats } from '../caveats.tsx'
import type { Explanation } from './explanation.ts'

interface Props {
  readonly explanation: Explanation
  /** What was published elsewhere of the same figure. */
  readonly published: { readonly value: string | null; readonly source: string } | null
  /** The item, where the figure is the score of one. */
  readonly item: DisclosureItem | null
  readonly caveats: Caveats
  /** The arithmetic of the computed figure, where the published one leads and is another. */
  readonly instead: string | null
  /** What the total would be by the published indicators alone, where that is another. */
  readonly totalInstead: string | null
  /** Whether the figure is a rating that the total alone decides. */
  readonly isByTotal: boolean
}

export function HowComputed(props: Props) {
  const { explanation, item, isByTotal, totalInstead } = props
  const { text } = useReader()
  const words = text.site.explain
  const { derivation, question, value } = explanation
  const { rule } = derivation
  return (
    <section aria-labelledby="how">
      {question && (
        <p className="lead">
          <span className="unseen">{words.questionText}: </span>
          {question}
        </p>
      )}
      <Value {...props} />
      {totalInstead !== null && (
        <NoteBox title={text.published.differsTitle}>
          <p>{text.published.totalInstead(totalInstead)}</p>
        </NoteBox>
      )}
      <h2 id="how">{words.rule}</h2>
      <p>{isByTotal ? text.published.ratingByTotal : words.rules[rule]}</p>
      {item && value !== null && <p>{Number(value) === 100 ? words.itemFull : words.itemNone}</p>}
      {item && <Elements item={item} />}
      {explanation.outcome && explanation.answers.length === 0 && (
        <p className="sum">{explanation.outcome}</p>
      )}
      {derivation.unrounded !== null && derivation.exact !== null && rule !== 'itemScore' && (
        <Roundings derivation={derivation} />
      )}
    </section>
  )
}

function Value({ explanation, published, caveats, instead }: Props) {
  const { text } = useReader()
  const words = text.site.explain
  const { id, value } = explanation
  const isWithheld = caveats.withheld.includes(id)
  const differing = caveats.disagreements.find(({ node }) => node === id)
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
      {caveats.derived.includes(id) && value !== null && (
        <p className="beside">{text.published.derivedFrom}</p>
      )}
      {isWithheld && (
        <NoteBox title={text.published.withheld}>
          <p>{text.published.withheldWhy}</p>
        </NoteBox>
      )}
      {value === null && !isWithheld && (
        <NoteBox title={published?.value ? words.cannotRepeat : words.unknownValue}>
          {explanation.reason && <p>{explanation.reason}</p>}
        </NoteBox>
      )}
      {differing && (
        <NoteBox title={text.published.differsTitle}>
          <dl className="facts">
            <div>
              <dt>{text.site.agency.publishedColumn}</dt>
              <dd className="figure">{differing.published}</dd>
            </div>
            <div>
              <dt>{text.published.computedFrom}</dt>
              <dd className="figure">{differing.computed}</dd>
            </div>
          </dl>
          {instead && <p className="sum">{instead}</p>}
          <p>{text.published.differsAdvice}</p>
          {source && <p>{source}</p>}
        </NoteBox>
      )}
    </>
  )
}

function Roundings({ derivation }: Pick<Explanation, 'derivation'>) {
  const { text } = useReader()
  const words = text.site.explain
  const { value, unrounded, exact, rounding } = derivation
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
