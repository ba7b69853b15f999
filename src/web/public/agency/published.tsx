/** What was published beside what was computed: nothing is overwritten, every difference is said in words. */
import type { AgencyResult } from '#modules/results/result.ts'
import { Figure } from '../../ui/figure.tsx'
import { Fold } from '../../ui/fold.tsx'
import { type Reader, useReader } from '../../ui/language.ts'
import { NoteBox } from '../../ui/note-box.tsx'
import { type Explainer, explainInstrument } from './explainer.ts'
import { type PublishedRow, publishedRows } from './published-rows.ts'

interface Props {
  readonly result: AgencyResult
  readonly explain: Explainer
}

export function Published({ result, explain }: Props) {
  const reader = useReader()
  const { say, text } = reader
  const words = text.site.agency
  const { imported } = result
  if (!imported) return null
  const rows = publishedRows(result, reader)
  const differing = rows.filter(({ agrees }) => agrees === false)
  return (
    <Fold
      id="published"
      title={words.published}
      hint={summaryOf(result, text)}
      isOpen={result.disagreements.length > 0}
    >
      {imported.source && <p>{text.site.sourceText(imported.source)}</p>}
      {imported.note && (
        <NoteBox>
          <p>{say(imported.note)}</p>
        </NoteBox>
      )}
      {rows.length > 0 && <PublishedTable rows={rows} explain={explain} />}
      <InternalDifferences result={result} named={new Set(differing.map(({ name }) => name))} />
    </Fold>
  )
}

/** What the closed part says of itself: never that all agrees while anything differs. */
function summaryOf({ disagreements, origin }: AgencyResult, text: Reader['text']): string {
  const { length } = disagreements
  if (origin === 'imported') {
    return length > 0 ? text.published.importedDiffers(length) : text.site.agency.importedOnly
  }
  return length > 0 ? text.site.agency.publishedDiffers(length) : text.site.agency.publishedAgrees
}

function PublishedTable({
  rows,
  explain,
}: {
  readonly rows: readonly PublishedRow[]
  readonly explain: Explainer
}) {
  const { text } = useReader()
  const { agency: words, columns } = text.site
  return (
    <table className="stacking">
      <caption className="unseen">{words.published}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.score}</th>
          <th scope="col">{words.publishedColumn}</th>
          <th scope="col">{words.computedColumn}</th>
          <th scope="col">{words.comparisonColumn}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.node} className={row.agrees === false ? 'differs' : undefined}>
            <th scope="row">{row.name}</th>
            <td data-label={words.publishedColumn} className="figure">
              {row.published}
            </td>
            <td data-label={words.computedColumn}>
              <Figure
                value={row.computed}
                name={row.name}
                explain={explain(row.node) ?? explainInstrument(explain, row.node)}
              />
            </td>
            <td data-label={words.comparisonColumn}>
              {row.agrees === null ? (
                words.onlyOne
              ) : row.agrees ? (
                words.agrees
              ) : (
                <strong>{words.differs}</strong>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface InternalProps {
  readonly result: AgencyResult
  /** Names of the figures already told of in the table. */
  readonly named: ReadonlySet<string>
}

function InternalDifferences({ result, named }: InternalProps) {
  const { say, text } = useReader()
  const words = text.site.agency
  const nameOf = (node: string) => {
    const [kind, id = ''] = node.split(':')
    const instrument = result.instruments.find((each) => each.id === id)
    const indicator = result.indicators.find(({ number }) => String(number) === id)
    if (kind === 'indicator' && indicator) return words.indicatorName(indicator.number, say(indicator.name))
    return instrument ? say(instrument.name) : words.total
  }
  const others = result.disagreements.filter(({ node }) => !named.has(nameOf(node)))
  if (others.length === 0) return null
  return (
    <>
      <h3>{words.internalDifferences}</h3>
      <ul>
        {others.map(({ node, published, computed }) => (
          <li key={node}>{words.internalDifference(nameOf(node), published, computed)}</li>
        ))}
      </ul>
    </>
  )
}
