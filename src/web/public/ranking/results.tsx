/** The ranking of a year: filters, a table of fifty rows, and the row of the agency one came from. */
import { redirect, useLoaderData } from 'react-router'
import { Problem } from '#base/problem.ts'
import { findInstanceAgency } from '#modules/accounts/instance-agency.ts'
import { getRanking, listGroups, listPublishedYears } from '#modules/results/queries.ts'
import type { RankingQuery, RankingRow } from '#modules/results/result.ts'
import { inLanguage, rankingCsvPath, rankingPath } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import { NoteBox } from '../../ui/note-box.tsx'
import { Page } from '../../ui/page.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { YearLinks } from '../../ui/year-links.tsx'
import { hasFrameworkPage } from '../frameworks/shipped-years.ts'
import { type Reading, reading } from '../reading.ts'
import { rankedYear } from './ranked-year.ts'
import { RankingForm } from './ranking-form.tsx'
import { addressOf, pageSize, readRankingQuery } from './ranking-query.ts'
import { RankingTable } from './ranking-table.tsx'

export const loader = reading(async ({ db, url, language }) => {
  if (await findInstanceAgency(db)) throw redirect(inLanguage(language, '/'))
  const years = await listPublishedYears(db)
  const year = rankedYear(years, url.searchParams.get('year'))
  if (year === null) return null
  const query = readRankingQuery(url.searchParams, year)
  const [{ rows, count }, groups] = await Promise.all([getRanking(db, query), listGroups(db, year)])
  const pages = Math.max(1, Math.ceil(count / pageSize))
  if (query.page > pages) throw new Problem('notFound', 'page.beyondLast', { page: query.page, pages })
  const from = url.searchParams.get('from') ?? undefined
  const isHere = rows.some(({ result }) => result.agency.code === from)
  const elsewhere = from && !isHere ? await findRow(db, query, from) : null
  return {
    ...{ years: years.toSorted((a, b) => b - a), query, rows, count, pages, groups, from, elsewhere },
    hasFramework: await hasFrameworkPage(year),
  }
})

/** The row of one agency under the same filters, whatever page it stands on. */
async function findRow(db: Reading['db'], query: RankingQuery, code: string): Promise<RankingRow | null> {
  const { rows } = await getRanking(db, { ...query, search: code, page: 1 })
  return rows.find(({ result }) => result.agency.code === code) ?? null
}

export default function Results() {
  const found = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  if (!found) return <NothingPublished />
  const { years, query, rows, count, pages, groups, from, elsewhere, hasFramework } = found
  const words = text.site.ranking
  const pathOf = (page: number) => rankingPath({ ...addressOf(query, from), page })
  return (
    <Page title={words.title(query.fiscalYear)} above={[]}>
      <YearLinks years={years} current={query.fiscalYear} pathOf={(year) => rankingPath({ year, from })} />
      <RankingForm query={query} groups={groups} from={from} />
      <Kinds rows={rows} />
      {rows.length === 0 ? (
        <NoteBox title={words.empty}>
          <p>{words.emptyAdvice}</p>
        </NoteBox>
      ) : (
        <RankingTable
          query={query}
          rows={rows}
          count={count}
          pages={pages}
          from={from}
          elsewhere={elsewhere}
          hasFramework={hasFramework}
        />
      )}
      <Pagination page={query.page} pages={pages} pathOf={pathOf} />
      <p className="hint">{words.sharedPlaces}</p>
      <p className="ways-on">
        <a href={to(rankingCsvPath(addressOf(query)))}>{words.download}</a>
      </p>
    </Page>
  )
}

/** Where there are imaginary agencies among those shown, it is said whom the places count. */
function Kinds({ rows }: { readonly rows: readonly RankingRow[] }) {
  const { text } = useReader()
  const kinds = new Set(rows.map(({ result }) => result.agency.isImaginary))
  if (!kinds.has(true)) return null
  return (
    <NoteBox>
      <p>{kinds.has(false) ? text.published.mixed : text.published.ranksOfImaginary}</p>
    </NoteBox>
  )
}

function NothingPublished() {
  const { text, to } = useReader()
  return (
    <Page title={text.site.pages.results} above={[]}>
      <NoteBox title={text.site.home.empty}>
        <p>{text.site.home.emptyAdvice}</p>
        <p>
          <a href={to('/frameworks')}>{text.site.frameworks.title}</a>
        </p>
      </NoteBox>
    </Page>
  )
}
