/** A year's calendar: what each phase is for, when it is, and how long the open one still is. */
import { useLoaderData } from 'react-router'
import { dayOf } from '#base/bangkok-day.ts'
import { listPublishedYears } from '#modules/results/queries.ts'
import { getRoundOverview } from '#modules/rounds/overview.ts'
import { listRounds } from '#modules/rounds/queries.ts'
import { frameworkPath, rankingPath, roundPath } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import { NoteBox } from '../../ui/note-box.tsx'
import { useOwnAgency } from '../../ui/own-agency.ts'
import { Page } from '../../ui/page.tsx'
import { YearLinks } from '../../ui/year-links.tsx'
import { hasFrameworkPage } from '../frameworks/shipped-years.ts'
import { reading, readParameter, readYear } from '../reading.ts'
import { PhaseList } from './phase-list.tsx'
import { Standing } from './standing.tsx'

export const loader = reading(async ({ db, now, params }) => {
  const fiscalYear = readYear(readParameter(params, 'year'))
  const round = await getRoundOverview(db, { fiscalYear, now })
  const years = (await listRounds(db)).map((other) => other.fiscalYear)
  const isPublished = (await listPublishedYears(db)).includes(fiscalYear)
  const hasFramework = await hasFrameworkPage(fiscalYear)
  return { round, years, today: dayOf(now), isPublished, hasFramework }
})

export default function Calendar() {
  const { round, years, today, isPublished, hasFramework } = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const words = text.rounds
  const isAlone = useOwnAgency() !== null
  const { fiscalYear } = round
  return (
    <Page title={words.titleOf(fiscalYear)} above={[{ name: words.title, path: '/rounds' }]}>
      {years.length > 1 && <YearLinks years={years} current={fiscalYear} pathOf={roundPath} />}
      <NoteBox title={words.today(today)}>
        <Standing round={round} />
      </NoteBox>
      <section aria-labelledby="phases">
        <h2 id="phases">{words.phases}</h2>
        <PhaseList timetable={round.timetable} isClosed={round.isClosed} />
        <p className="hint">{words.extensionsNote}</p>
      </section>
      <section aria-labelledby="about">
        <h2 id="about">{words.facts}</h2>
        <dl className="facts">
          {!isAlone && (
            <div>
              <dt>{words.enrolled}</dt>
              <dd>{words.enrolledCount(round.enrolledCount)}</dd>
            </div>
          )}
          <div>
            <dt>{words.framework}</dt>
            <dd>
              {hasFramework && (
                <>
                  <a href={to(frameworkPath(fiscalYear))}>{text.site.frameworks.titleOf(fiscalYear)}</a>
                  <br />
                </>
              )}
              <code className="hash">{round.frameworkHash}</code>
            </dd>
          </div>
        </dl>
        {isPublished && (
          <p className="ways-on">
            <a href={to(rankingPath({ year: fiscalYear }))}>{text.site.frameworks.resultsOfYear}</a>
          </p>
        )}
      </section>
    </Page>
  )
}
