/** The totals of the years, as a line and as a table. */
import type { AgencyResult } from '#modules/results/result.ts'
import { agencyPath } from '../../ui/addresses.ts'
import { Change } from '../../ui/change.tsx'
import { useReader } from '../../ui/language.ts'
import { RatingMark } from '../../ui/rating.tsx'
import { Chart } from './chart.tsx'

interface Props {
  readonly result: AgencyResult
  readonly wide: string | null
  readonly narrow: string | null
}

export function Trend({ result, wide, narrow }: Props) {
  const { text, to } = useReader()
  const { columns, agency: words } = text.site
  if (result.trend.length < 2) return null
  const newestFirst = result.trend.toSorted((a, b) => b.fiscalYear - a.fiscalYear)
  return (
    <section aria-labelledby="trend">
      <h2 id="trend">{words.trend}</h2>
      {wide !== null && <Chart wide={wide} narrow={narrow} caption={words.trendAlternative} />}
      <table className="figures">
        <caption className="unseen">{words.trend}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.year}</th>
            <th scope="col">{columns.total}</th>
            <th scope="col">{columns.change}</th>
            <th scope="col" className="column-rating">
              {columns.rating}
            </th>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map(({ fiscalYear, total, change, rating, isRatingDerived }) => (
            <tr key={fiscalYear} className={fiscalYear === result.fiscalYear ? 'origin' : undefined}>
              <th scope="row">
                <a href={to(agencyPath(result.agency.code, fiscalYear))}>{fiscalYear}</a>
              </th>
              <td data-label={columns.total} className="figure">
                {total}
              </td>
              <td data-label={columns.change}>
                <Change difference={change} />
              </td>
              <td data-label={columns.rating} className="column-rating">
                <RatingMark rating={rating} />{' '}
                {isRatingDerived && <span className="mark mark-derived">{text.published.derived}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
