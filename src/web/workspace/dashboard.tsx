/** The first page after signing in: what waits for one, what is open now, how far it is, and what one's roles are for. */
import { useLoaderData } from 'react-router'
import { isAllowed, isAllowedSomewhere } from '#base/permission.ts'
import { canInvite, canWork } from '#modules/accounts/access.ts'
import { nameGroups } from '#modules/accounts/group-names.ts'
import { listOwnAgencies } from '#modules/accounts/own-agencies.ts'
import { canImportAgencies } from '#modules/registry/access.ts'
import { searchAgencies } from '#modules/registry/queries.ts'
import { canEnrolAgencies, canOpenRound, canSchedulePhase } from '#modules/rounds/access.ts'
import { listExtensions } from '#modules/rounds/calendar-queries.ts'
import { listRoundOverviews } from '#modules/rounds/overview.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { canFollowSurveys } from '#modules/surveys/access.ts'
import { listProgress } from '#modules/surveys/progress-list.ts'
import { useReader } from '../ui/language.ts'
import { NoteBox } from '../ui/note-box.tsx'
import { useOwnAgency } from '../ui/own-agency.ts'
import { Page } from '../ui/page.tsx'
import { listToDoLines } from './disclosure-to-do.ts'
import { navigationFor } from './navigation.ts'
import { OpenPhases, type RoundWithTime } from './open-phases.tsx'
import { SurveyProgress } from './survey-progress.tsx'
import { type Task, tasksFor } from './tasks.ts'
import { ToDoList } from './to-do-list.tsx'
import { type Working, working } from './working.ts'

const agenciesShown = 5

export const loader = working(canWork, async (asked) => {
  const { db, signedIn, ownAgency } = asked
  const { person } = signedIn
  const agencies = await listOwnAgencies(db, person.grants)
  const groupsOf = await nameGroups(db, person.grants)
  const rounds = await listOpenRounds(
    asked,
    agencies.map(({ code }) => code),
  )
  return {
    ...{ rounds, agencies },
    grants: person.grants.map((grant) => ({ ...grant, groups: groupsOf(grant) })),
    isWithoutRoles: person.grants.length === 0 && signedIn.withheldRoles.length === 0,
    tasks: await listTasks(asked, rounds),
    toDo: await listToDoLines(asked, { agencies, years: rounds.map(({ fiscalYear }) => fiscalYear) }),
    progress: await findProgress(asked, rounds),
    may: { open: isAllowed(person, canOpenRound), invite: isAllowedSomewhere(person, canInvite) },
    parts: navigationFor(person, ownAgency).filter(({ page }) => page !== 'dashboard'),
  }
})

/** With the extensions of the agencies with these codes. */
async function listOpenRounds({ db, now }: Working, codes: readonly string[]): Promise<RoundWithTime[]> {
  const open = (await listRoundOverviews(db, now)).filter(({ isClosed }) => !isClosed)
  return Promise.all(
    open.map(async (round) => {
      const extensions = await listExtensions(db, await getRound(db, round.fiscalYear))
      return { ...round, extensions: extensions.filter(({ agency }) => codes.includes(agency)) }
    }),
  )
}

async function listTasks({ db, signedIn, ownAgency }: Working, rounds: RoundWithTime[]): Promise<Task[]> {
  const { person } = signedIn
  const mayImport = ownAgency === null && isAllowed(person, canImportAgencies)
  return tasksFor({
    ...{ mayImport, rounds, mayOpen: isAllowed(person, canOpenRound) },
    mayEnrol: isAllowed(person, canEnrolAgencies),
    maySchedule: isAllowed(person, canSchedulePhase),
    hasAgencies: !mayImport || (await searchAgencies(db, { term: '', limit: 1 })).length > 0,
  })
}

/** Of the newest round in which answers are collected; null where there is none, or nothing one may follow. */
async function findProgress({ db, now, signedIn }: Working, rounds: RoundWithTime[]) {
  const collecting = rounds.find(({ timetable }) =>
    timetable.some(({ phase, state }) => phase === 'collect' && state === 'open'),
  )
  const { person } = signedIn
  if (!collecting || !isAllowedSomewhere(person, canFollowSurveys)) return null
  const year = collecting.fiscalYear
  const page = { number: 1, size: agenciesShown }
  const list = await listProgress(db, await getRound(db, year), { actor: person, now, page })
  return list.total > 0 ? { year, list } : null
}

type Found = Awaited<ReturnType<typeof loader>>

export default function Dashboard() {
  const { rounds, grants, agencies, isWithoutRoles, tasks, toDo, progress, may, parts } =
    useLoaderData<typeof loader>()
  const { text } = useReader()
  const words = text.workspace.dashboard
  return (
    <Page title={words.title}>
      {isWithoutRoles && (
        <NoteBox title={words.noRoles}>
          <p>{words.noRolesAdvice}</p>
        </NoteBox>
      )}
      {toDo.length > 0 && <ToDoList lines={toDo} />}
      {tasks.length > 0 && <Tasks tasks={tasks} />}
      <section>
        <h2>{words.openNow}</h2>
        <OpenPhases rounds={rounds} />
      </section>
      {progress && <SurveyProgress {...progress} />}
      <Parts parts={parts} may={may} />
      {grants.length > 0 && (
        <section>
          <h2>{words.roles}</h2>
          <ul>
            {grants.map((grant) => (
              <li key={JSON.stringify(grant)}>
                <strong>{text.roles[grant.role]}</strong> <RolePlace grant={grant} agencies={agencies} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

function Tasks({ tasks }: Pick<Found, 'tasks'>) {
  const { text, to } = useReader()
  const words = text.today
  return (
    <section>
      <h2>{words.tasks}</h2>
      <ol className="tasks">
        {tasks.map(({ task, year, path }) => (
          <li key={`${task} ${year}`}>
            <a href={to(path)}>{words.task[task](year)}</a>
            <span className="beside">{words.reasons[task]}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What a part is for, as far as one may do it. */
function Parts({ parts, may }: Pick<Found, 'parts' | 'may'>) {
  const { text, to } = useReader()
  const words = text.workspace.dashboard
  const meanings = {
    ...words.meanings,
    ...(!may.open && { rounds: text.today.meanings.rounds }),
    ...(!may.invite && { accounts: text.today.meanings.accounts }),
  }
  return (
    <section>
      <h2>{words.places}</h2>
      <ul className="places beside-each-other">
        {parts.map(({ page, path }) => (
          <li key={page}>
            <a href={to(path)}>{text.workspace.pages[page]}</a>
            <span className="beside">{page === 'dashboard' ? null : meanings[page]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function RolePlace({
  grant: { scope, groups },
  agencies,
}: {
  readonly grant: Found['grants'][number]
  readonly agencies: Found['agencies']
}) {
  const { say, text } = useReader()
  const words = text.workspace.scopes
  const isAlone = useOwnAgency() !== null
  if (scope.kind === 'centre') return isAlone ? text.ownAgency.scope : words.centre
  if (scope.kind === 'group') return words.group(groups.map(say).join(' · '))
  const agency = agencies.find(({ id }) => id === scope.agencyId)
  return agency ? say(agency.name) : null
}
