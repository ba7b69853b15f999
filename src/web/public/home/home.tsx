/** The first page: find an agency, and see a year at a glance. */
import { redirect, useLoaderData } from 'react-router'
import { findInstanceAgency } from '#modules/accounts/instance-agency.ts'
import type { OwnAgency } from '#modules/accounts/own-agencies.ts'
import { getOverview, listAgencyYears, listPublishedYears, searchResults } from '#modules/results/queries.ts'
import { agencyPath, inLanguage } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import { NoteBox } from '../../ui/note-box.tsx'
import { Page } from '../../ui/page.tsx'
import { rankedYear } from '../ranking/ranked-year.ts'
import { type Reading, reading } from '../reading.ts'
import { Beginning } from './beginning.tsx'
import { SearchForm, SearchOutcome } from './search.tsx'
import { YearOverview } from './year-overview.tsx'

const mostFound = 30
const longestTerm = 100

export const loader = reading(async (asked) => {
  const { db, url } = asked
  const ownAgency = await findInstanceAgency(db)
  if (ownAgency) await leadToResults(asked, ownAgency)
  const term = (url.searchParams.get('q') ?? '').trim().slice(0, longestTerm)
  const years = await listPublishedYears(db)
  const year = rankedYear(years, url.searchParams.get('year'))
  return {
    ...{ ownAgency, term },
    years: years.toSorted((a, b) => b - a),
    found: term ? await searchResults(db, term, mostFound) : [],
    overview: year === null ? null : await getOverview(db, year),
  }
})

/** An agency's own instance begins with its newest result, once there is one. */
async function leadToResults({ db, language }: Reading, { code }: OwnAgency): Promise<void> {
  const years = await listAgencyYears(db, code)
  if (years.length === 0) return
  const headers = { 'Cache-Control': 'public, max-age=60' }
  throw redirect(inLanguage(language, agencyPath(code, Math.max(...years))), { headers })
}

export default function Home() {
  const { ownAgency, term, years, found, overview } = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const words = text.site.home
  if (ownAgency) return <Beginning agency={ownAgency} />
  return (
    <Page title={words.title}>
      <p className="lead">{words.lead}</p>
      <SearchForm term={term} year={overview?.fiscalYear} />
      {term && <SearchOutcome term={term} found={found} mayBeMore={found.length === mostFound} />}
      {overview?.imaginary && (
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
