/** The search for an agency and what it found, on the same page. */
import type { FoundAgency } from '#modules/results/queries.ts'
import { agencyPath } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import { ImaginaryMark } from '../../ui/marks.tsx'
import { RatingMark } from '../../ui/rating.tsx'

export function SearchForm({ term, year }: { readonly term: string; readonly year: number | undefined }) {
  const { text, to } = useReader()
  const words = text.site.home
  return (
    <form className="search" method="get" action={to('/')}>
      <label htmlFor="q">{words.searchLabel}</label>
      <p id="q-hint" className="hint">
        {words.searchHint}
      </p>
      <div className="search-line">
        <input id="q" name="q" type="search" defaultValue={term} maxLength={100} aria-describedby="q-hint" />
        {year !== undefined && <input type="hidden" name="year" value={year} />}
        <button type="submit">{words.search}</button>
      </div>
    </form>
  )
}

interface OutcomeProps {
  readonly term: string
  readonly found: readonly FoundAgency[]
  readonly mayBeMore: boolean
}

export function SearchOutcome({ term, found, mayBeMore }: OutcomeProps) {
  const { text, to } = useReader()
  const words = text.site.home
  if (found.length === 0) {
    return (
      <section className="found" aria-labelledby="found">
        <h2 id="found">{words.foundNone(term)}</h2>
        <p>{words.foundNoneAdvice}</p>
        <p>
          <a href={to('/results')}>{words.wholeRanking}</a>
        </p>
      </section>
    )
  }
  return (
    <section className="found" aria-labelledby="found">
      <h2 id="found">
        {mayBeMore ? words.foundAtLeast(term, found.length) : words.found(term, found.length)}
      </h2>
      <ul>
        {found.map((one) => (
          <FoundLine key={one.agency.code} {...one} />
        ))}
      </ul>
    </section>
  )
}

function FoundLine({ agency, latest }: FoundAgency) {
  const { say, text, to } = useReader()
  return (
    <li>
      {latest ? (
        <a href={to(agencyPath(agency.code, latest.fiscalYear))}>{say(agency.name)}</a>
      ) : (
        say(agency.name)
      )}{' '}
      <ImaginaryMark isImaginary={agency.isImaginary} />
      <span className="beside">
        {say(agency.type.name)}
        {agency.province && ` · ${say(agency.province.name)}`}
      </span>
      {latest ? (
        <span className="found-score">
          {text.site.yearShort(latest.fiscalYear)}: <span className="figure">{latest.figures.total}</span>{' '}
          <RatingMark rating={latest.figures.rating} />
        </span>
      ) : (
        <span className="found-score">{text.site.home.noResultOfAgency}</span>
      )}
    </li>
  )
}
