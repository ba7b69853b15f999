/** The whole filtered ranking of a year as a CSV file. */
import { Problem } from '#base/problem.ts'
import { getRanking, listPublishedYears } from '#modules/results/queries.ts'
import { readerOf } from '../../ui/language.ts'
import { fileHeaders } from '../downloads/file-headers.ts'
import { readingFile } from '../reading.ts'
import { rankedYear } from './ranked-year.ts'
import { rankingCsv } from './ranking-csv.ts'
import { readRankingQuery } from './ranking-query.ts'

const everyAgency = 100_000

export const loader = readingFile(async ({ db, url, language }) => {
  const years = await listPublishedYears(db)
  const year = rankedYear(years, url.searchParams.get('year'))
  if (year === null) throw new Problem('notFound', 'page.notFound')
  const query = readRankingQuery(url.searchParams, year)
  const { rows } = await getRanking(db, { ...query, page: 1, pageSize: everyAgency })
  const reader = readerOf(language)
  const name = reader.text.site.ranking.fileName(year)
  return new Response(rankingCsv(rows, reader), {
    headers: fileHeaders('text/csv; charset=utf-8', name, 'attachment'),
  })
})
