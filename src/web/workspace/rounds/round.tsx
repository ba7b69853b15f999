/** One round: its calendar to set, agencies to enrol, more time to give, and its close. */
import { useLoaderData } from 'react-router'
import { isAllowed } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { listGroupsOf } from '#modules/registry/queries.ts'
import {
  canCloseRound,
  canEnrolAgencies,
  canExtendPhase,
  canSchedulePhase,
  canSeeRounds,
} from '#modules/rounds/access.ts'
import { isAfterTheClose } from '#modules/rounds/calendar.ts'
import { listExtensions } from '#modules/rounds/calendar-queries.ts'
import { getRoundOverview } from '#modules/rounds/overview.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { canFollowSurveys } from '#modules/surveys/access.ts'
import { readParameter, readYear } from '../../public/reading.ts'
import { PhaseMark } from '../../public/rounds/phase-mark.tsx'
import { roundPath } from '../../ui/addresses.ts'
import { RefusalSummary } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useOwnAgency } from '../../ui/own-agency.ts'
import { Page } from '../../ui/page.tsx'
import { useRefusal } from '../outcome.ts'
import { surveysPath } from '../surveys/survey-query.ts'
import { acting, working } from '../working.ts'
import { roundActs } from './round-acts.ts'
import { CloseForm, EnrolForm, EnrolOwnForm, ExtendForm, ScheduleForm } from './round-forms.tsx'

export const loader = working(canSeeRounds, async ({ db, now, params, signedIn }) => {
  const fiscalYear = readYear(readParameter(params, 'year'))
  const may = (permission: typeof canSeeRounds) => isAllowed(signedIn.person, permission)
  return {
    round: await getRoundOverview(db, { fiscalYear, now }),
    extensions: await listExtensions(db, await getRound(db, fiscalYear)),
    types: await listGroupsOf(db, 'types'),
    may: {
      schedule: may(canSchedulePhase),
      extend: may(canExtendPhase),
      enrol: may(canEnrolAgencies),
      close: may(canCloseRound),
      follow: may(canFollowSurveys),
    },
  }
})

export const action = acting(canSeeRounds, async (asked) => {
  const year = readYear(readParameter(asked.params, 'year'))
  const perform = roundActs[asked.field('act')]
  if (!perform) throw new Problem('invalid', 'form.actUnknown')
  return `/work/rounds/${year}?done=${await perform(asked, year)}`
})

export default function Round() {
  const { round, extensions, types, may } = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const words = text.workspace.rounds
  const isOpen = !round.isClosed
  const ownAgency = useOwnAgency()
  const isEnrolled = round.enrolledCount > 0
  return (
    <Page title={words.titleOf(round.fiscalYear)} above={[{ name: words.title, path: '/work/rounds' }]}>
      <RefusalSummary refusal={useRefusal()} />
      <p>
        <Enrolled round={round} isListed={may.follow} /> ·{' '}
        <a href={to(roundPath(round.fiscalYear))}>{words.publicCalendar}</a>
      </p>
      <h2>{words.calendar}</h2>
      <Timetable round={round} maySchedule={may.schedule} />
      {!ownAgency && <h2>{words.extensions}</h2>}
      {!ownAgency && <Extensions extensions={extensions} />}
      {!ownAgency && may.extend && isOpen && <ExtendForm phases={round.timetable} />}
      {!ownAgency && may.enrol && isOpen && <EnrolForm types={types} />}
      {ownAgency && may.enrol && isOpen && !isEnrolled && <EnrolOwnForm code={ownAgency.code} />}
      {may.close && isOpen && <CloseForm year={round.fiscalYear} />}
    </Page>
  )
}

interface EnrolledProps extends Pick<Found, 'round'> {
  /** Whether the reader may open the list of them. */
  readonly isListed: boolean
}

function Enrolled({ round, isListed }: EnrolledProps) {
  const { text, to } = useReader()
  const count = text.workspace.rounds.enrolledCount(round.enrolledCount)
  if (useOwnAgency()) return text.ownAgency[round.enrolledCount > 0 ? 'enrolled' : 'notEnrolled']
  if (!isListed || round.enrolledCount === 0) return count
  return <a href={to(surveysPath({ year: String(round.fiscalYear) }))}>{count}</a>
}

type Found = Awaited<ReturnType<typeof loader>>

interface TimetableProps extends Pick<Found, 'round'> {
  readonly maySchedule: boolean
}

/** In a closed round the days of what comes after it may still be set. */
function Timetable({ round, maySchedule }: TimetableProps) {
  const canSchedule = (phase: string) => maySchedule && (!round.isClosed || isAfterTheClose(phase))
  const { say, text } = useReader()
  const words = text.workspace.rounds
  return (
    <table className="plain">
      <caption className="unseen">{words.calendar}</caption>
      <thead>
        <tr>
          <th scope="col">{words.phase}</th>
          <th scope="col">{words.days}</th>
          <th scope="col">{words.state}</th>
          {maySchedule && <th scope="col">{words.change}</th>}
        </tr>
      </thead>
      <tbody>
        {round.timetable.map((entry) => (
          <tr key={entry.phase}>
            <th scope="row">{say(entry.name)}</th>
            <td>{words.daysOf(entry.opensOn, entry.closesOn)}</td>
            <td>
              <PhaseMark state={entry.state} isClosed={round.isClosed} />
            </td>
            {maySchedule && <td>{canSchedule(entry.phase) && <ScheduleForm entry={entry} />}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Extensions({ extensions }: Pick<Found, 'extensions'>) {
  const { text } = useReader()
  const words = text.workspace.rounds
  if (extensions.length === 0) return <p>{words.noExtensions}</p>
  return (
    <table className="plain">
      <caption className="unseen">{words.extensions}</caption>
      <thead>
        <tr>
          <th scope="col">{words.agency}</th>
          <th scope="col">{words.phase}</th>
          <th scope="col">{words.until}</th>
          <th scope="col">{words.reason}</th>
        </tr>
      </thead>
      <tbody>
        {extensions.map(({ agency, phase, until, reason }) => (
          <tr key={`${agency} ${phase}`}>
            <th scope="row">{agency}</th>
            <td>{text.rounds.nameOf(phase)}</td>
            <td>{text.rounds.day(until)}</td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
