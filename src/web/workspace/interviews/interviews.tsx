/** An enumerator's assignments, and the way to the app that works without a network. */
import { useLoaderData } from 'react-router'
import { canRecordInterviews } from '#modules/surveys/access.ts'
import { makeInterviewDesk } from '#modules/surveys/interview-desk.ts'
import { getWork } from '#modules/surveys/interview-work.ts'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { working } from '../working.ts'

export const loader = working(canRecordInterviews, async ({ db, now, signedIn, accounts }) => {
  const { assignments } = await getWork(db, signedIn.person, {
    desk: makeInterviewDesk(accounts.secret),
    now,
  })
  return assignments.map(({ callList: _, sentBack, ...assignment }) => ({
    ...assignment,
    sentBack: sentBack.length,
  }))
})

export default function Interviews() {
  const assignments = useLoaderData<typeof loader>()
  const { say, text, language } = useReader()
  const words = text.interviews
  return (
    <Page title={words.title}>
      <p className="ways-on">
        <a href={`/interviews/?lang=${language}`}>{words.open}</a>
      </p>
      <p>{words.install}</p>
      <p>{words.kept}</p>
      {assignments.length === 0 ? (
        <p>{words.noneAssigned}</p>
      ) : (
        <table className="plain stacking">
          <caption className="unseen">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.agency}</th>
              <th scope="col">{words.year}</th>
              <th scope="col" className="number">
                {words.received}
              </th>
              <th scope="col" className="number">
                {words.quota}
              </th>
              <th scope="col" className="number">
                {words.sentBack}
              </th>
              <th scope="col">{words.closes}</th>
            </tr>
          </thead>
          <tbody>
            {assignments.map(({ id, agency, fiscalYear, count, quota, sentBack, closesOn }) => (
              <tr key={id}>
                <th scope="row">{say(agency.name)}</th>
                <td data-label={words.year}>{fiscalYear}</td>
                <td className="number" data-label={words.received}>
                  {count}
                </td>
                <td className="number" data-label={words.quota}>
                  {quota}
                </td>
                <td className="number" data-label={words.sentBack}>
                  {sentBack}
                </td>
                <td data-label={words.closes}>{words.until(closesOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  )
}
