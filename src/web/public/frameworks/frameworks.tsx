/** The list of the years' frameworks. */
import { useLoaderData } from 'react-router'
import { frameworkPath } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import { UnverifiedMark } from '../../ui/marks.tsx'
import { Page } from '../../ui/page.tsx'
import { reading } from '../reading.ts'
import { countUnverified } from './doubts.ts'
import { listShippedFrameworks } from './shipped-years.ts'

export const loader = reading(async () => {
  const frameworks = await listShippedFrameworks()
  return frameworks.map(({ framework, hash }) => ({
    year: framework.fiscalYear,
    name: framework.name,
    questions: framework.questions.length,
    items: framework.disclosureItems.length,
    unverified: countUnverified(framework),
    hash,
  }))
})

export default function Frameworks() {
  const years = useLoaderData<typeof loader>()
  const { say, text, to } = useReader()
  const words = text.site.frameworks
  return (
    <Page title={words.title} above={[]}>
      <p className="lead">{words.lead}</p>
      <ul className="year-list">
        {years.map(({ year, name, questions, items, unverified, hash }) => (
          <li key={year}>
            <h2>
              <a href={to(frameworkPath(year))}>{text.site.year(year)}</a>
            </h2>
            <p>{say(name)}</p>
            <p className="beside">
              {words.counts(questions, items)}
              {unverified > 0 && (
                <>
                  {' · '}
                  {words.unverifiedCount(unverified)} <UnverifiedMark />
                </>
              )}
            </p>
            <p className="beside">
              {words.hash} <code className="hash">{hash}</code>
            </p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
