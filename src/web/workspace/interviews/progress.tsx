/** How far the interviews of a year have come, by agency and enumerator; to assign them, and to send one back. */
import { useLoaderData } from 'react-router'
import { Problem } from '#base/problem.ts'
import { getRound, listRounds } from '#modules/rounds/queries.ts'
import { canAssignInterviews } from '#modules/surveys/access.ts'
import { reviewHours, shortReference } from '#modules/surveys/interview.ts'
import { listAssignable, listAssignments } from '#modules/surveys/interview-progress.ts'
import { readYear } from '../../public/reading.ts'
import { queryString } from '../../ui/addresses.ts'
import { Field, RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { YearLinks } from '../../ui/year-links.tsx'
import { readPage } from '../agencies/agency-query.ts'
import { useRefusal } from '../outcome.ts'
import { acting, working } from '../working.ts'
import { Assignments } from './assignments.tsx'
import { Held } from './held-interviews.tsx'
import { interviewActs } from './interview-acts.ts'
import { AssignForm } from './interview-forms.tsx'

/** Beyond so many agencies their code is typed. */
const mostToChoose = 100
const pageSize = 50

export const loader = working(canAssignInterviews, async ({ db, url, signedIn: { person } }) => {
  const years = (await listRounds(db)).map(({ fiscalYear }) => fiscalYear)
  const year = url.searchParams.get('year') ? readYear(url.searchParams.get('year') ?? '') : years[0]
  if (year === undefined) return null
  const round = await getRound(db, year)
  const search = url.searchParams.get('q')?.trim() ?? ''
  const page = readPage(url.searchParams.get('page') ?? undefined)
  const query = { actor: person, search, page: { number: page, size: pageSize } }
  const { assignments, totals } = await listAssignments(db, round, query)
  const { agencies, enumerators } = await listAssignable(db, person, round)
  return {
    ...{ year, years, isOpen: !round.isClosed, reviewHours, enumerators, search, page, totals },
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
  const { text } = useReader()
  const refusal = useRefusal()
  const words = text.interviews.progress
  if (!found) {
    return (
      <Page title={words.title}>
        <p>{words.noRound}</p>
      </Page>
    )
  }
  const { years, year, isOpen, assignments, totals, search, page } = found
  const pathOf = (number: number) =>
    `/work/interviews/progress${queryString({ year, q: search, page: number === 1 ? undefined : number })}`
  return (
    <Page title={words.title}>
      <RefusalSummary refusal={refusal} />
      <YearLinks years={years} current={year} pathOf={(other) => `/work/interviews/progress?year=${other}`} />
      {(search !== '' || totals.assignments > pageSize) && <Search found={found} />}
      {assignments.length === 0 ? (
        <p>{search === '' ? words.empty : words.nothingFound}</p>
      ) : (
        <Assignments found={found} />
      )}
      <Pagination page={page} pages={Math.ceil(totals.assignments / pageSize)} pathOf={pathOf} />
      {assignments.length > 0 && <Held found={found} />}
      {isOpen && <AssignForm found={found} />}
    </Page>
  )
}

function Search({ found: { year, search } }: { readonly found: Found }) {
  const { text, to } = useReader()
  const work = text.surveysWork
  return (
    <search>
      <form
        className="filters"
        method="get"
        action={to('/work/interviews/progress')}
        aria-label={work.filters}
      >
        <input type="hidden" name="year" value={year} />
        <Field name="q" label={work.search} type="search" value={search} maxLength={100} />
        <p className="field-actions">
          <button type="submit">{work.show}</button>
        </p>
      </form>
    </search>
  )
}
