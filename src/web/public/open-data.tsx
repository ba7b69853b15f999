/** How to take the data away and check it. */
import { useLoaderData } from 'react-router'
import { listPublishedYears } from '#modules/results/queries.ts'
import { rankingCsvPath } from '../ui/addresses.ts'
import { useReader } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { reading } from './reading.ts'

export const loader = reading(async ({ db }) => {
  const years = await listPublishedYears(db)
  return { years: years.toSorted((a, b) => b - a) }
})

export default function OpenData() {
  const { years } = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const words = text.site.openData
  const [newest] = years
  const api = newest === undefined ? '/api/v1/results' : `/api/v1/results?year=${newest}`
  return (
    <Page title={words.title} above={[]}>
      <p className="lead">{words.lead}</p>
      <section aria-labelledby="csv">
        <h2 id="csv">{words.csvTitle}</h2>
        <p>{words.csv}</p>
        {years.length === 0 && <p>{text.site.home.empty}</p>}
        <ul>
          {years.map((year) => (
            <li key={year}>
              <a href={to(rankingCsvPath({ year }))}>{words.csvOf(year)}</a>
            </li>
          ))}
        </ul>
        <p className="hint">{words.imaginary}</p>
      </section>
      <section aria-labelledby="api">
        <h2 id="api">{words.apiTitle}</h2>
        <p>{words.api}</p>
        <ul>
          <li>
            <a href={api}>
              <code>{api}</code>
            </a>
          </li>
          <li>
            <a href={to('/api')}>{words.apiReference}</a>
          </li>
          <li>
            <a href="/api/openapi.json">{words.apiDescription}</a>
          </li>
        </ul>
      </section>
      <section aria-labelledby="sheets">
        <h2 id="sheets">{words.sheetTitle}</h2>
        <p>{words.sheet}</p>
        <pre>
          <code>npm run -s prongsai -- verify SHEET.json</code>
        </pre>
        <p>{words.sheetOutcome}</p>
      </section>
      <section aria-labelledby="licences">
        <h2 id="licences">{words.licenceTitle}</h2>
        <p>{words.licence}</p>
      </section>
    </Page>
  )
}
