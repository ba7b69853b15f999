/** The table of a ranking: place, agency, total with a small bar, rating and change. */
import type { RankingQuery, RankingRow } from '#modules/results/result.ts'
import { agencyPath, explainPath, rankingPath } from '../../ui/addresses.ts'
import { Bar } from '../../ui/bar.tsx'
import { Change } from '../../ui/change.tsx'
import { Figure, UnknownFigure } from '../../ui/figure.tsx'
import { useReader } from '../../ui/language.ts'
import { ImaginaryMark } from '../../ui/marks.tsx'
import { RatingMark } from '../../ui/rating.tsx'
import { DifferenceList, UnderMinimumParts } from '../caveats.tsx'
import { addressOf, type Sort, sortedBy } from './ranking-query.ts'

interface Props {
  readonly query: RankingQuery
  readonly rows: readonly RankingRow[]
  readonly count: number
  readonly pages: number
  readonly from: string | undefined
  /** The row of `from` when it stands on another page. */
  readonly elsewhere: RankingRow | null
  /** Whether the figures published of the year can be derived. */
  readonly hasFramework: boolean
}

export function RankingTable({ query, rows, count, pages, from, elsewhere, hasFramework }: Props) {
  const { text } = useReader()
  const head = (sort: Sort, name: string) => (
    <SortableHead key={sort} sort={sort} name={name} query={query} from={from} />
  )
  const { columns, ranking } = text.site
  return (
    <table className="ranking">
      <caption>{ranking.caption(count, query.page, pages)}</caption>
      <thead>
        <tr>
          {head('rank', columns.place)}
          {head('name', columns.agency)}
          {head('total', columns.total)}
          <th scope="col" className="column-rating">
            {columns.rating}
          </th>
          {head('change', columns.change)}
        </tr>
      </thead>
      {elsewhere && (
        <tbody className="came-from">
          <Row row={elsewhere} isOrigin hasFramework={hasFramework} />
        </tbody>
      )}
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.result.agency.code}
            row={row}
            isOrigin={row.result.agency.code === from}
            hasFramework={hasFramework}
          />
        ))}
      </tbody>
    </table>
  )
}

interface HeadProps {
  readonly sort: Sort
  readonly name: string
  readonly query: RankingQuery
  readonly from: string | undefined
}

function SortableHead({ sort, name, query, from }: HeadProps) {
  const { text, to } = useReader()
  const isSorted = query.sort === sort
  const arrow = query.direction === 'ascending' ? '▲' : '▼'
  return (
    <th scope="col" className={`column-${sort}`} aria-sort={isSorted ? query.direction : undefined}>
      <a href={to(rankingPath(addressOf(sortedBy(query, sort), from)))}>
        {name}
        <span className="unseen"> {text.site.ranking.sortBy(name)}</span>
        {isSorted && <span aria-hidden="true"> {arrow}</span>}
      </a>
    </th>
  )
}

interface RowProps {
  readonly row: RankingRow
  readonly isOrigin: boolean
  readonly hasFramework: boolean
}

function Row({ row, isOrigin, hasFramework }: RowProps) {
  const { say, text, to } = useReader()
  const { agency, fiscalYear, figures, change, origin } = row.result
  const canExplain = hasFramework || origin === 'computed'
  const group = agency.province ?? agency.ministry
  return (
    <tr className={isOrigin ? 'origin' : undefined} id={isOrigin ? 'origin' : undefined}>
      <td className="column-rank">{row.place ?? <UnknownFigure />}</td>
      <th scope="row" className="column-name">
        <a href={to(agencyPath(agency.code, fiscalYear))}>{say(agency.name)}</a>{' '}
        {isOrigin && <span className="mark mark-origin">{text.site.ranking.cameFrom}</span>}
        <span className="beside">
          {say(agency.type.name)}
          {group && ` · ${say(group.name)}`} <ImaginaryMark isImaginary={agency.isImaginary} />
        </span>
        <DifferenceList disagreements={row.result.disagreements} />
        <UnderMinimumParts closings={row.result.closings} />
      </th>
      <td className="column-total">
        <Figure
          value={figures.total}
          name={`${text.site.agency.total} ${say(agency.name)}`}
          explain={canExplain ? explainPath(agency.code, fiscalYear, 'total') : undefined}
        />
        <Bar score={figures.total} />
      </td>
      <td className="column-rating">
        <RatingMark rating={figures.rating} />{' '}
        {row.result.derived.includes('rating') && (
          <span className="mark mark-derived">{text.published.derived}</span>
        )}
      </td>
      <td className="column-change">
        <Change difference={change} />
      </td>
    </tr>
  )
}
