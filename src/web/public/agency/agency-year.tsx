/** An agency's result of one year: the whole of it, from the total to the last item. */
import { useLoaderData } from 'react-router'
import { radarChart, trendChart } from '#modules/analysis/charts.ts'
import { getAgencyResult, listAgencyYears } from '#modules/results/queries.ts'
import { agencyPath } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import { NoteBox } from '../../ui/note-box.tsx'
import { Page } from '../../ui/page.tsx'
import { YearLinks } from '../../ui/year-links.tsx'
import { derivedResult } from '../derived-result.ts'
import { hasFrameworkPage } from '../frameworks/shipped-years.ts'
import { reading, readParameter, readYear } from '../reading.ts'
import { AgencyHeading } from './agency-heading.tsx'
import { Comparison } from './comparison.tsx'
import { Differences } from './differences.tsx'
import { Downloads } from './downloads.tsx'
import { explainer } from './explainer.ts'
import { Headline } from './headline.tsx'
import { Indicators } from './indicators.tsx'
import { Instruments } from './instruments.tsx'
import { Items } from './items.tsx'
import { Notes } from './notes.tsx'
import { Places } from './places.tsx'
import { Published } from './published.tsx'
import { Questions } from './questions.tsx'
import { Radar } from './radar.tsx'
import { Trend } from './trend.tsx'

export const loader = reading(async ({ db, params, language }) => {
  const code = readParameter(params, 'code')
  const result = await getAgencyResult(db, code, readYear(readParameter(params, 'year')))
  const derived = await derivedResult(db, result)
  const level = derived?.loaded.framework.rating.levels.find(({ id }) => id === result.rating?.id)
  const chart = (narrow: boolean) => ({
    trend: result.trend.length > 1 ? trendChart(result.trend, language, { narrow }) : null,
    radar: radarChart(result.indicators, language, { narrow }),
  })
  return {
    result,
    years: await listAgencyYears(db, code),
    whyNoTotal: derived?.sheet.reasons.total?.[language] ?? null,
    ratingDescription: level?.description ?? null,
    nodes: Object.keys(derived?.sheet.derivation ?? {}),
    hasFrameworkPage: await hasFrameworkPage(result.fiscalYear),
    charts: { wide: chart(false), narrow: chart(true) },
  }
})

export default function AgencyYear() {
  const { result, years, ratingDescription, whyNoTotal, nodes, charts, ...more } =
    useLoaderData<typeof loader>()
  const { say, text } = useReader()
  const { agency, fiscalYear } = result
  const explain = explainer(result, nodes)
  return (
    <Page
      title={`${say(agency.name)} ${text.site.yearShort(fiscalYear)}`}
      above={[{ name: text.site.pages.results, path: `/results?year=${fiscalYear}&from=${agency.code}` }]}
      heading={<AgencyHeading agency={agency} fiscalYear={fiscalYear} />}
    >
      <YearLinks years={years} current={fiscalYear} pathOf={(year) => agencyPath(agency.code, year)} />
      <Headline result={result} description={ratingDescription} whyNoTotal={whyNoTotal} explain={explain} />
      <Differences result={result} />
      {result.withheld.length > 0 && (
        <NoteBox title={text.published.withheldTitle}>
          <p>{text.published.withheldWhy}</p>
        </NoteBox>
      )}
      <div className="columns">
        <Instruments result={result} explain={explain} hasFrameworkPage={more.hasFrameworkPage} />
        <Places result={result} />
      </div>
      <Indicators result={result} explain={explain} />
      <Radar wide={charts.wide.radar} narrow={charts.narrow.radar} />
      <Trend result={result} wide={charts.wide.trend} narrow={charts.narrow.trend} />
      <Comparison result={result} explain={explain} />
      <Questions result={result} explain={explain} />
      <Items result={result} explain={explain} />
      <Published result={result} explain={explain} />
      <Notes result={result} hasFrameworkPage={more.hasFrameworkPage} />
      <Downloads result={result} />
    </Page>
  )
}
