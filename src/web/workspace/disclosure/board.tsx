/** The board of an agency's items in a round: what waits for whom, the items as rows, and what is done with many at once. */
import { useLoaderData } from 'react-router'
import { isAllowed, type Permission } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import {
  canAnswerItems,
  canApproveItems,
  canAssignItems,
  canExplainItems,
  canReviewItems,
  canSeeItems,
  canShowStatus,
  canSubmitItems,
} from '#modules/disclosure/access.ts'
import { readAgencyItems } from '#modules/disclosure/agency-items.ts'
import { getBoard } from '#modules/disclosure/board.ts'
import { isAtWork } from '#modules/disclosure/item-state.ts'
import { listRounds, mapEnrolledAgencies } from '#modules/rounds/queries.ts'
import type { Queryable } from '#platform/database.ts'
import { readParameter, readYear } from '../../public/reading.ts'
import { RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { YearLinks } from '../../ui/year-links.tsx'
import { useRefusal } from '../outcome.ts'
import { acting, working } from '../working.ts'
import { AssignForm } from './assign-form.tsx'
import { boardActs } from './board-acts.ts'
import { BoardFilters } from './board-filters.tsx'
import { BoardRows } from './board-rows.tsx'
import { StateCounts, Timetable, YourTasks } from './board-summary.tsx'
import stylesheet from './disclosure.css?url'
import { boardPath, disclosurePath, filterOf, readBoardAddress } from './disclosure-query.ts'
import { WholeSet } from './whole-set.tsx'
import { yoursToDo } from './yours-to-do.ts'

export const loader = working(canSeeItems, async ({ db, now, params, url, signedIn }) => {
  const { person } = signedIn
  const asked = {
    fiscalYear: readYear(readParameter(params, 'year')),
    agencyCode: readParameter(params, 'code'),
    now,
  }
  const address = readBoardAddress(url.searchParams)
  const whole = await getBoard(db, person, asked)
  const isFiltered = Object.keys(address).length > 0
  const board = isFiltered ? await getBoard(db, person, { ...asked, filter: filterOf(address) }) : whole
  const allowed = (permission: Permission) => isAllowed(person, permission, whole.place)
  const holds = (permission: Permission) =>
    person.grants.some(
      ({ role, scope }) =>
        permission.roles.includes(role) && 'agencyId' in scope && scope.agencyId === whole.agency.id,
    )
  const isOpen = !whole.isRoundClosed
  const may = {
    assign: isOpen && allowed(canAssignItems) && whole.items.some(({ state }) => isAtWork(state)),
    answer: isOpen && holds(canAnswerItems),
    review: isOpen && holds(canReviewItems),
    approve: isOpen && allowed(canApproveItems),
    submit: isOpen && allowed(canSubmitItems),
    explain: isOpen && allowed(canExplainItems),
    showStatus: allowed(canShowStatus),
  }
  return {
    ...{ address, board, may, now },
    /** In the order of the year, whatever is filtered. */
    states: whole.items.map(({ state }) => state),
    tasks: yoursToDo({ board: whole, personId: person.id, may }),
    years: await listYears(db, whole.agency.code),
    isOneOfMany: person.grants.some(({ scope }) => scope.kind === 'centre' || scope.kind === 'group'),
  }
})

/** Of the rounds in which the agency takes part. */
async function listYears(db: Queryable, code: string): Promise<number[]> {
  const years: number[] = []
  for (const round of await listRounds(db)) {
    const enrolled = await mapEnrolledAgencies(db, round, [code])
    if (enrolled.size > 0) years.push(round.fiscalYear)
  }
  return years
}

export const action = acting(canSeeItems, async (asked) => {
  const { db, now, params, signedIn, field } = asked
  const about = {
    fiscalYear: readYear(readParameter(params, 'year')),
    agencyCode: readParameter(params, 'code'),
  }
  await readAgencyItems(db, signedIn.person, { ...about, now })
  const perform = boardActs[field('act')]
  if (!perform) throw new Problem('invalid', 'form.actUnknown')
  const done = await perform(asked, about)
  return `${boardPath({ year: about.fiscalYear, code: about.agencyCode })}?done=${done}`
})

export type FoundBoard = Awaited<ReturnType<typeof loader>>

export default function BoardPage() {
  const found = useLoaderData<typeof loader>()
  const { say, text } = useReader()
  const words = text.disclosureWork
  const { board, years, isOneOfMany } = found
  const { fiscalYear, agency } = board
  const title = words.titleOf(say(agency.name), fiscalYear)
  const above = isOneOfMany ? [{ name: words.title, path: disclosurePath({ year: String(fiscalYear) }) }] : []
  return (
    <Page title={title} above={above}>
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      <RefusalSummary refusal={useRefusal()} />
      {years.length > 1 && (
        <YearLinks
          years={years}
          current={fiscalYear}
          pathOf={(year) => boardPath({ year, code: agency.code })}
        />
      )}
      <div className="columns">
        <YourTasks found={found} />
        <Timetable found={found} />
      </div>
      <StateCounts found={found} />
      {board.total === 0 ? (
        <p>{words.board.noneYours}</p>
      ) : (
        <>
          <BoardFilters found={found} />
          <BoardRows found={found} />
          {found.may.assign && board.items.length > 0 && <AssignForm found={found} />}
        </>
      )}
      <WholeSet found={found} />
    </Page>
  )
}
