/** How far the interviews of a year have come, by agency and enumerator; to assign them, and to send one back. */
import { useLoaderData } from 'react-router'
import { Problem } from '#base/problem.ts'
import { getRound, listRounds } from '#modules/rounds/queries.ts'
import { canAssignInterviews } from '#modules/surveys/access.ts'
import { reviewHours, shortReference } from '#modules/surveys/interview.ts'
import { listAssignable, listAssignments } from '#modules/surveys/interview-progress.ts'
import { readYear } from '../../public/reading.ts'
import { queryString } from '../../ui/addresses.ts'
import { RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { useRefusal } from '../outcome.ts'
import { acting, working } from '../working.ts'
import { Held } from './held-interviews.tsx'
import { interviewActs } from './interview-acts.ts'
import { AssignForm, EndForm } from './interview-forms.tsx'

/** Beyond so many agencies their code is typed. */
const mostToChoose = 100

export const loader = working(canAssignInterviews, async ({ db, url, signedIn: { person } }) => {
  const years = (await listRounds(db)).map(({ fiscalYear }) => fiscalYear)
  const year = url.searchParams.get('year') ? readYear(url.searchParams.get('year') ?? '') : years[0]
  if (year === undefined) return null
  const round = await getRound(db, year)
  const assignments = await listAssignments(db, person, round)
  const { agencies, enumerators } = await listAssignable(db, person, round)
  return {
    ...{ year, years, isOpen: !round.isClosed, reviewHours, enumerators },
    agencies: agencies.length > mostToChoose ? [] : agencies,
    assignments: assignments.map((assignment) => ({
      ...assignment,
      held: assignment.held.map((one) => ({
        ...one,
        reference: shortReference(one.interview),
        receivedAt: one.receivedAt.toISOString(),
      })),
    })),
  }
})

export const action = acting(canAssignInterviews, async (asked) => {
  const perform = interviewActs[asked.field('act')]
  if (!perform) throw new Problem('invalid', 'form.actUnknown')
  const year = readYear(asked.field('year'))
  return `/work/interviews/progress${queryString({ year, done: await perform(asked, year) })}`
})

export type Found = NonNullable<Awaited<ReturnType<typeof loader>>>

export default function Progress() {
  const found = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const refusal = useRefusal()
  const words = text.interviews.progress
  if (!found) {
    return (
      <Page title={words.title}>
        <p>{words.noRound}</p>
      </Page>
    )
  }
  const { years, year, isOpen, assignments } = found
  return (
    <Page title={words.title}>
      <RefusalSummary refusal={refusal} />
      <nav aria-label={words.choose}>
        <ul className="choices">
          {years.map((other) => (
            <li key={other}>
              <a
                href={to(`/work/interviews/progress?year=${other}`)}
                aria-current={other === year ? 'page' : undefined}
              >
                {other}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {assignments.length === 0 ? <p>{words.empty}</p> : <Assignments found={found} />}
      {assignments.length > 0 && <Held found={found} />}
      {isOpen && <AssignForm found={found} />}
    </Page>
  )
}

function Assignments({ found: { assignments, year, isOpen } }: { readonly found: Found }) {
  const { say, text } = useReader()
  const words = text.interviews
  const total = (count: (one: Found['assignments'][number]) => number) =>
    assignments.reduce((sum, one) => sum + count(one), 0)
  return (
    <table className="plain">
      <caption className="unseen">{words.progress.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.agency}</th>
          <th scope="col">{words.progress.enumerator}</th>
          <th scope="col" className="number">
            {words.received}
          </th>
          <th scope="col" className="number">
            {words.quota}
          </th>
          <th scope="col" className="number">
            {words.sentBack}
          </th>
          <th scope="col">{words.progress.calls}</th>
          <th scope="col">{words.progress.state}</th>
        </tr>
      </thead>
      <tbody>
        {assignments.map((one) => (
          <tr key={one.id}>
            <th scope="row">{say(one.agency.name)}</th>
            <td>{one.enumerator}</td>
            <td className="number">
              {one.count}
              {one.overQuota > 0 && (
                <span className="beside"> {words.progress.overQuota(one.overQuota)}</span>
              )}
            </td>
            <td className="number">{one.quota}</td>
            <td className="number">{one.sentBack}</td>
            <td>{words.progress.callsOf(one.calls.reached, one.calls.all)}</td>
            <td>
              {words.progress[one.isClosed ? 'closed' : one.isEnded ? 'ended' : 'active']}
              {isOpen && !one.isEnded && !one.isClosed && <EndForm assignment={one} year={year} />}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{words.progress.total}</th>
          <td />
          <td className="number">{total(({ count }) => count)}</td>
          <td className="number">{total(({ quota }) => quota)}</td>
          <td className="number">{total(({ sentBack }) => sentBack)}</td>
          <td />
          <td />
        </tr>
      </tbody>
    </table>
  )
}
