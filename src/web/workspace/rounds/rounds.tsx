/** The rounds there are, and the opening of a new one from a framework that comes with the product. */
import { useLoaderData } from 'react-router'
import { isAllowed } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { canOpenRound, canSeeRounds } from '#modules/rounds/access.ts'
import { enrolAgencies } from '#modules/rounds/enrol.ts'
import { openRound } from '#modules/rounds/open.ts'
import { listRoundOverviews } from '#modules/rounds/overview.ts'
import { listShippedFrameworks } from '../../public/frameworks/shipped-years.ts'
import { readYear } from '../../public/reading.ts'
import { Act, Choice, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useOwnAgency } from '../../ui/own-agency.ts'
import { Page } from '../../ui/page.tsx'
import { useRefusal } from '../outcome.ts'
import { acting, working } from '../working.ts'

export const loader = working(canSeeRounds, async ({ db, now, signedIn }) => {
  const rounds = await listRoundOverviews(db, now)
  const opened = rounds.map(({ fiscalYear }) => fiscalYear)
  const years = isAllowed(signedIn.person, canOpenRound)
    ? (await listShippedFrameworks()).map(({ framework }) => framework.fiscalYear)
    : []
  return { rounds, openable: years.filter((year) => !opened.includes(year)).toSorted((a, b) => b - a) }
})

export const action = acting(canOpenRound, async ({ field, doAs, ownAgency }) => {
  const year = readYear(field('year'))
  const loaded = await findShippedFramework(year)
  if (!loaded) throw new Problem('notFound', 'framework.yearNotFound', { year })
  await doAs(async (context) => {
    await openRound(context, loaded)
    if (ownAgency)
      await enrolAgencies(context, { fiscalYear: year, agencies: [{ agencyCode: ownAgency.code }] })
  })
  return `/work/rounds/${year}?done=roundOpened`
})

export default function Rounds() {
  const { rounds, openable } = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const words = text.workspace.rounds
  const isAlone = useOwnAgency() !== null
  return (
    <Page title={words.title}>
      <RefusalSummary refusal={useRefusal()} />
      {rounds.length === 0 ? <p>{words.empty}</p> : null}
      {rounds.length > 0 && (
        <table className="plain">
          <caption className="unseen">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.year}</th>
              {!isAlone && (
                <th scope="col" className="number">
                  {words.enrolled}
                </th>
              )}
              <th scope="col">{words.openPhases}</th>
            </tr>
          </thead>
          <tbody>
            {rounds.map((round) => (
              <tr key={round.fiscalYear}>
                <th scope="row">
                  <a href={to(`/work/rounds/${round.fiscalYear}`)}>{round.fiscalYear}</a>
                </th>
                {!isAlone && <td className="number">{round.enrolledCount}</td>}
                <td>
                  <OpenPhases round={round} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {openable.length > 0 && (
        <section>
          <h2>{words.openNew}</h2>
          <form method="post" className="stacked-form">
            <Choice
              name="year"
              label={words.year}
              hint={isAlone ? text.ownAgency.openHint : words.openHint}
              options={openable.map((year) => ({ value: String(year), name: String(year) }))}
            />
            <Act name={words.open} />
          </form>
        </section>
      )}
    </Page>
  )
}

type Overview = Awaited<ReturnType<typeof loader>>['rounds'][number]

function OpenPhases({ round }: { readonly round: Overview }) {
  const { say, text } = useReader()
  if (round.isClosed) return text.rounds.roundClosed
  const open = round.timetable.filter(({ state }) => state === 'open')
  return open.length === 0 ? text.rounds.nothingOpen : open.map(({ name }) => say(name)).join(' · ')
}
