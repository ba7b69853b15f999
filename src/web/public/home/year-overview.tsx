/** A year at a glance: how many, how high, how they are spread, and who stands highest. */
import type { ReactNode } from 'react'
import type { Overview, OverviewOfKind, PublishedResult } from '#modules/results/result.ts'
import { agencyPath, rankingCsvPath, rankingPath } from '../../ui/addresses.ts'
import { Bar, BarAxis, ShareBar } from '../../ui/bar.tsx'
import { useReader } from '../../ui/language.ts'
import { ImaginaryMark } from '../../ui/marks.tsx'
import { RatingMark } from '../../ui/rating.tsx'
import { YearLinks } from '../../ui/year-links.tsx'

interface Props {
  readonly overview: Overview
  readonly years: readonly number[]
}

/** Real agencies first; imaginary ones stand apart, in a section of their own. */
export function YearOverview({ overview, years }: Props) {
  const { text } = useReader()
  const { fiscalYear, real, imaginary } = overview
  const yearLinks = <YearLinks years={years} current={fiscalYear} pathOf={(year) => `/?year=${year}`} />
  return (
    <>
      {real && (
        <KindOverview id="real" year={fiscalYear} kind={real} title={text.site.home.overview(fiscalYear)}>
          {yearLinks}
        </KindOverview>
      )}
      {imaginary && (
        <KindOverview
          id="imaginary"
          year={fiscalYear}
          kind={imaginary}
          title={text.published.overviewImaginary(fiscalYear)}
          note={text.published.overviewApart}
        >
          {!real && yearLinks}
        </KindOverview>
      )}
      <WaysOn year={fiscalYear} />
    </>
  )
}

interface KindProps {
  readonly id: 'real' | 'imaginary'
  readonly year: number
  readonly kind: OverviewOfKind
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}

function KindOverview({ id, year, kind, title, note, children }: KindProps) {
  return (
    <section className="overview" aria-labelledby={`overview-${id}`}>
      <div className="title-line">
        <h2 id={`overview-${id}`}>{title}</h2>
        {children}
      </div>
      {note && <p className="hint">{note}</p>}
      <Stats kind={kind} />
      <div className="columns">
        {kind.distribution.length > 0 && <Distribution id={id} kind={kind} />}
        <Types id={id} kind={kind} year={year} />
      </div>
      <Highest id={id} results={kind.highest} />
    </section>
  )
}

function WaysOn({ year }: { readonly year: number }) {
  const { text, to } = useReader()
  const words = text.site.home
  return (
    <p className="ways-on">
      <a href={to(rankingPath({ year }))}>{words.wholeRanking}</a>
      <a href={to(rankingCsvPath({ year }))}>{words.openData}</a>
    </p>
  )
}

function Stats({ kind }: { readonly kind: OverviewOfKind }) {
  const { text } = useReader()
  const words = text.site.home
  const { agencies, withoutTotal, mean, passed, passedPercent } = kind
  return (
    <dl className="stats">
      <div>
        <dt>{words.agencies}</dt>
        <dd>
          <strong>{text.site.many(agencies)}</strong>
        </dd>
      </div>
      {mean !== null && (
        <div>
          <dt>{words.mean}</dt>
          <dd>
            <strong>{mean}</strong> <span>{words.meanBeside}</span>
          </dd>
        </div>
      )}
      {passedPercent !== null && (
        <div>
          <dt>{words.passed}</dt>
          <dd>
            <strong>{text.site.percent(passedPercent)}</strong>{' '}
            <span>
              {text.published.passedOfKnown(passed, agencies - withoutTotal)}
              {withoutTotal > 0 && ` · ${text.published.withoutTotal(withoutTotal)}`}
            </span>
          </dd>
        </div>
      )}
    </dl>
  )
}

/** Tells a heading of imaginary agencies apart for those who hear it by itself. */
function KindName({ id }: { readonly id: PartProps['id'] }) {
  const { text } = useReader()
  return id === 'imaginary' ? <span className="unseen"> ({text.site.imaginary})</span> : null
}

interface PartProps {
  readonly id: 'real' | 'imaginary'
  readonly kind: OverviewOfKind
}

function Distribution({ id, kind }: PartProps) {
  const { text } = useReader()
  const most = Math.max(1, ...kind.distribution.map(({ count }) => count))
  return (
    <section aria-labelledby={`distribution-${id}`}>
      <h3 id={`distribution-${id}`}>
        {text.site.home.distribution}
        <KindName id={id} />
      </h3>
      <ul className="bars">
        {kind.distribution.map(({ rating, count }) => (
          <li key={rating.id}>
            <span className="bars-name">
              <RatingMark rating={rating} />
            </span>
            <ShareBar percent={(count / most) * 100} step={rating.step} />
            <span className="figure">{text.site.many(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Types({ id, kind, year }: PartProps & { readonly year: number }) {
  const { say, text, to } = useReader()
  return (
    <section aria-labelledby={`by-type-${id}`}>
      <h3 id={`by-type-${id}`}>
        {text.site.home.byType}
        <KindName id={id} />
      </h3>
      <ul className="bars">
        <li className="bars-axis" aria-hidden="true">
          <BarAxis />
        </li>
        {kind.types.map(({ group, count, mean }) => (
          <li key={group.code}>
            <span className="bars-name">
              <a href={to(rankingPath({ year, type: group.code }))}>{say(group.name)}</a>
              <span className="beside">{text.site.agenciesCount(count)}</span>
            </span>
            <Bar score={mean} />
            <span className="figure">{mean}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Highest({
  id,
  results,
}: {
  readonly id: PartProps['id']
  readonly results: readonly PublishedResult[]
}) {
  const { say, text, to } = useReader()
  return (
    <section aria-labelledby={`highest-${id}`}>
      <h3 id={`highest-${id}`}>
        {text.site.home.highest}
        <KindName id={id} />
      </h3>
      <ol className="highest">
        {results.map(({ agency, figures, fiscalYear }) => (
          <li key={agency.code}>
            <span>
              <a href={to(agencyPath(agency.code, fiscalYear))}>{say(agency.name)}</a>{' '}
              <ImaginaryMark isImaginary={agency.isImaginary} />
            </span>
            <span className="figure">{figures.total}</span>
            <RatingMark rating={figures.rating} />
          </li>
        ))}
      </ol>
    </section>
  )
}
