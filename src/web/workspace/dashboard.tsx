/** The first page after signing in: what is open now, and what one's roles are for. */
import { useLoaderData } from 'react-router'
import type { Grant } from '#base/actor.ts'
import { canWork } from '#modules/accounts/access.ts'
import { listOwnAgencies } from '#modules/accounts/own-agencies.ts'
import { listRoundOverviews, type RoundOverview } from '#modules/rounds/overview.ts'
import { Countdown } from '../public/rounds/countdown.tsx'
import { roundPath } from '../ui/addresses.ts'
import { useReader } from '../ui/language.ts'
import { NoteBox } from '../ui/note-box.tsx'
import { useOwnAgency } from '../ui/own-agency.ts'
import { Page } from '../ui/page.tsx'
import { navigationFor } from './navigation.ts'
import { working } from './working.ts'

export const loader = working(canWork, async ({ db, now, signedIn, ownAgency }) => {
  const { person } = signedIn
  return {
    rounds: (await listRoundOverviews(db, now)).filter(({ isClosed }) => !isClosed),
    grants: person.grants,
    agencies: await listOwnAgencies(db, person.grants),
    parts: navigationFor(person, ownAgency).flatMap(({ page, path }) =>
      page === 'dashboard' ? [] : [{ page, path }],
    ),
  }
})

type Found = Awaited<ReturnType<typeof loader>>

export default function Dashboard() {
  const { rounds, grants, agencies, parts } = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const words = text.workspace.dashboard
  return (
    <Page title={words.title}>
      {grants.length === 0 && (
        <NoteBox title={words.noRoles}>
          <p>{words.noRolesAdvice}</p>
        </NoteBox>
      )}
      <section>
        <h2>{words.openNow}</h2>
        <OpenPhases rounds={rounds} />
      </section>
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
      <section>
        <h2>{words.places}</h2>
        <ul className="places">
          {parts.map(({ page, path }) => (
            <li key={page}>
              <a href={to(path)}>{text.workspace.pages[page]}</a>
              <span className="beside">{words.meanings[page]}</span>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
}

function OpenPhases({ rounds }: { readonly rounds: readonly RoundOverview[] }) {
  const { say, text, to } = useReader()
  const open = rounds.flatMap(({ fiscalYear, timetable }) =>
    timetable.filter(({ state }) => state === 'open').map((entry) => ({ fiscalYear, entry })),
  )
  if (open.length === 0) return <p>{text.workspace.dashboard.nothingOpen}</p>
  return (
    <ul className="places">
      {open.map(({ fiscalYear, entry }) => (
        <li key={`${fiscalYear} ${entry.phase}`}>
          <a href={to(roundPath(fiscalYear))}>
            {fiscalYear} {say(entry.name)}
          </a>
          <span className="beside">
            <Countdown entry={entry} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function RolePlace({
  grant: { scope },
  agencies,
}: {
  readonly grant: Grant
  readonly agencies: Found['agencies']
}) {
  const { say, text } = useReader()
  const words = text.workspace.scopes
  const isAlone = useOwnAgency() !== null
  if (scope.kind === 'centre') return isAlone ? text.ownAgency.scope : words.centre
  if (scope.kind === 'group')
    return words.group([scope.type, scope.ministry, scope.province].filter(Boolean).join(' · '))
  const agency = agencies.find(({ id }) => id === scope.agencyId)
  return agency ? say(agency.name) : null
}
