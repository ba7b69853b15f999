/** This year beside last year, figure by figure. */
import { decimal, format, subtract } from '#base/decimal.ts'
import type { AgencyResult } from '#modules/results/result.ts'
import { Change } from '../../ui/change.tsx'
import { Figure } from '../../ui/figure.tsx'
import { type Reader, useReader } from '../../ui/language.ts'
import { type Explainer, explainInstrument } from './explainer.ts'

interface Props {
  readonly result: AgencyResult
  readonly explain: Explainer
}

interface Row {
  readonly key: string
  readonly name: string
  readonly now: string
  readonly change: string
  readonly explain: string | undefined
}

export function Comparison({ result, explain }: Props) {
  const reader = useReader()
  const { agency: words, columns } = reader.text.site
  const rows = rowsOf(result, explain, reader)
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="comparison">
      <h2 id="comparison">{words.comparison(result.fiscalYear - 1)}</h2>
      <table className="figures">
        <caption className="unseen">{words.comparisonCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.score}</th>
            <th scope="col">{words.lastYear}</th>
            <th scope="col">{words.thisYear}</th>
            <th scope="col">{words.difference}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, now, change, explain: address }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td data-label={words.lastYear} className="figure">
                {format(subtract(decimal(now), decimal(change)), 2)}
              </td>
              <td data-label={words.thisYear}>
                <Figure value={now} name={name} explain={address} />
              </td>
              <td data-label={words.difference}>
                <Change difference={change} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function rowsOf(result: AgencyResult, explain: Explainer, { say, text }: Reader): Row[] {
  const words = text.site.agency
  const total = {
    key: 'total',
    name: words.total,
    now: result.total,
    change: result.change,
    explain: explain('total'),
  }
  const instruments = result.instruments.map(({ id, name, score, change }) => ({
    key: id,
    name: say(name),
    now: score,
    change,
    explain: explainInstrument(explain, id),
  }))
  const indicators = result.indicators
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, name, score, change }) => ({
      key: String(number),
      name: words.indicatorName(number, say(name)),
      now: score,
      change,
      explain: explain(`indicator:${number}`),
    }))
  return [total, ...instruments, ...indicators].flatMap(({ now, change, ...row }) =>
    now === null || change === null ? [] : [{ ...row, now, change }],
  )
}
