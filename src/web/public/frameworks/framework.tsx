/** A year's framework as people will see it, every fact with how sure it is. */
import { useLoaderData } from 'react-router'
import { Problem } from '#base/problem.ts'
import { confidences } from '#modules/frameworks/framework.ts'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { listPublishedYears } from '#modules/results/queries.ts'
import { frameworkPath, rankingPath } from '../../ui/addresses.ts'
import { Fold } from '../../ui/fold.tsx'
import { useReader } from '../../ui/language.ts'
import { ConfidenceMark, EvidenceNote } from '../../ui/marks.tsx'
import { Page } from '../../ui/page.tsx'
import { YearLinks } from '../../ui/year-links.tsx'
import { reading, readParameter, readYear } from '../reading.ts'
import { DisclosureItems } from './disclosure-items.tsx'
import { type Doubt, doubtsOf } from './doubts.ts'
import { Indicators } from './indicators.tsx'
import { Instruments } from './instruments.tsx'
import { Phases } from './phases.tsx'
import { Questions } from './questions.tsx'
import { Ratings } from './ratings.tsx'
import { Sampling } from './sampling.tsx'
import { listShippedFrameworks } from './shipped-years.ts'

export const loader = reading(async ({ db, params }) => {
  const year = readYear(readParameter(params, 'year'))
  const loaded = await findShippedFramework(year)
  if (!loaded) throw new Problem('notFound', 'page.noFramework', { year })
  const years = (await listShippedFrameworks()).map(({ framework }) => framework.fiscalYear)
  const isPublished = (await listPublishedYears(db)).includes(year)
  return { ...loaded, years, doubts: doubtsOf(loaded.framework), isPublished }
})

export default function FrameworkOfYear() {
  const { framework, hash, years, doubts, isPublished } = useLoaderData<typeof loader>()
  const { say, text, to } = useReader()
  const words = text.site.frameworks
  const { fiscalYear } = framework
  return (
    <Page
      title={words.titleOf(fiscalYear)}
      above={[{ name: text.site.pages.frameworks, path: '/frameworks' }]}
    >
      <YearLinks years={years} current={fiscalYear} pathOf={(year) => frameworkPath(year)} />
      <p className="lead">{say(framework.name)}</p>
      <p>
        <EvidenceNote evidence={framework.evidence} />
      </p>
      <Legend />
      <Doubts doubts={doubts} />
      <Instruments framework={framework} />
      <Ratings framework={framework} />
      <Indicators framework={framework} />
      <Questions framework={framework} />
      <DisclosureItems framework={framework} />
      <Sampling framework={framework} />
      <Phases framework={framework} />
      <section aria-labelledby="hash">
        <h2 id="hash">{words.hash}</h2>
        <p>
          <code className="hash">{hash}</code>
        </p>
        <p className="hint">{words.hashHelp}</p>
        {isPublished && (
          <p className="ways-on">
            <a href={to(rankingPath({ year: fiscalYear }))}>{words.resultsOfYear}</a>
          </p>
        )}
      </section>
    </Page>
  )
}

function Legend() {
  const { text } = useReader()
  return (
    <dl className="legend" aria-label={text.site.frameworks.legend}>
      {confidences.map((confidence) => (
        <div key={confidence}>
          <dt>
            <ConfidenceMark confidence={confidence} />
          </dt>
          <dd>{text.site.confidenceHelp[confidence]}</dd>
        </div>
      ))}
    </dl>
  )
}

function Doubts({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const { say, text } = useReader()
  const words = text.site.frameworks
  if (doubts.length === 0) return null
  return (
    <Fold id="doubts" title={words.unverifiedList} hint={text.site.many(doubts.length)}>
      <dl className="facts">
        {doubts.map(({ about, evidence }) => (
          <div key={JSON.stringify(evidence)}>
            <dt>{say(about)}</dt>
            <dd>
              <EvidenceNote evidence={evidence} />
            </dd>
          </div>
        ))}
      </dl>
    </Fold>
  )
}
