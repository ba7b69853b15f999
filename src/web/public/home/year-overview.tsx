/** A year at a glance: how many, how high, how they are spread, and who stands highest. */
import type { Overview, PublishedResult } from '#modules/results/result.ts'
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

export function YearOverview({ overview, years }: Props) {
  const { text, to } = useReader()
  const words = text.site.home
  const { fiscalYear } = overview
  return (
    <section className="overview" aria-labelledby="overview">
      <div className="title-line">
        <h2 id="overview">{words.overview(fiscalYear)}</h2>
        <YearLinks years={years} current={fiscalYear} pathOf={(year) => `/?year=${year}`} />
      </div>
      <Stats overview={overview} />
      <div className="columns">
        <Distribution overview={overview} />
        <Types overview={overview} />
      </div>
      <Highest results={overview.highest} />
      <p className="ways-on">
        <a href={to(rankingPath({ year: fiscalYear }))}>{words.wholeRanking}</a>
        <a href={to(rankingCsvPath({ year: fiscalYear }))}>{words.openData}</a>
      </p>
    </section>
  )
}

function Stats({ overview }: { readonly overview: Overview }) {
  const { text } = useReader()
  const words = text.site.home
  const { agencies, mean, passed, passedPercent } = overview
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
            <span>{words.passedBeside(passed, agencies)}</span>
          </dd>
        </div>
      )}
    </dl>
  )
}

function Distribution({ overview }: { readonly overview: Overview }) {
  const { text } = useReader()
  const most = Math.max(1, ...overview.distribution.map(({ count }) => count))
  return (
    <section aria-labelledby="distribution">
      <h3 id="distribution">{text.site.home.distribution}</h3>
      <ul className="bars">
        {overview.distribution.map(({ rating, count }) => (
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

function Types({ overview }: { readonly overview: Overview }) {
  const { say, text, to } = useReader()
  return (
    <section aria-labelledby="by-type">
      <h3 id="by-type">{text.site.home.byType}</h3>
      <ul className="bars">
        <li className="bars-axis" aria-hidden="true">
          <BarAxis />
        </li>
        {overview.types.map(({ group, count, mean }) => (
          <li key={group.code}>
            <span className="bars-name">
              <a href={to(rankingPath({ year: overview.fiscalYear, type: group.code }))}>{say(group.name)}</a>
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

function Highest({ results }: { readonly results: readonly PublishedResult[] }) {
  const { say, text, to } = useReader()
  return (
    <section aria-labelledby="highest">
      <h3 id="highest">{text.site.home.highest}</h3>
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
