/** The first page: find an agency, and see a year at a glance. */
import { useLoaderData } from 'react-router'
import { getOverview, listPublishedYears, searchResults } from '#modules/results/queries.ts'
import { useReader } from '../../ui/language.ts'
import { NoteBox } from '../../ui/note-box.tsx'
import { Page } from '../../ui/page.tsx'
import { rankedYear } from '../ranking/ranked-year.ts'
import { reading } from '../reading.ts'
import { SearchForm, SearchOutcome } from './search.tsx'
import { YearOverview } from './year-overview.tsx'

const mostFound = 30
const longestTerm = 100

export const loader = reading(async ({ db, url }) => {
  const term = (url.searchParams.get('q') ?? '').trim().slice(0, longestTerm)
  const years = await listPublishedYears(db)
  const year = rankedYear(years, url.searchParams.get('year'))
  return {
    term,
    years: years.toSorted((a, b) => b - a),
    found: term ? await searchResults(db, term, mostFound) : [],
    overview: year === null ? null : await getOverview(db, year),
  }
})

export default function Home() {
  const { term, years, found, overview } = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const words = text.site.home
  const hasImaginary = overview?.highest.some(({ agency }) => agency.isImaginary) ?? false
  return (
    <Page title={words.title}>
      <p className="lead">{words.lead}</p>
      <SearchForm term={term} year={overview?.fiscalYear} />
      {term && <SearchOutcome term={term} found={found} mayBeMore={found.length === mostFound} />}
      {hasImaginary && (
        <NoteBox title={words.demoTitle}>
          <p>{words.demo}</p>
        </NoteBox>
      )}
      {overview ? (
        <YearOverview overview={overview} years={years} />
      ) : (
        <NoteBox title={words.empty}>
          <p>{words.emptyAdvice}</p>
          <p>
            <a href={to('/frameworks')}>{text.site.frameworks.title}</a>
          </p>
        </NoteBox>
      )}
    </Page>
  )
}
