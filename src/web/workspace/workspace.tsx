/** What surrounds every workspace page: who is signed in, where they may go, and the agency they work for. */
import { Outlet, useLoaderData, useLocation } from 'react-router'
import { canWork } from '#modules/accounts/access.ts'
import { listOwnAgencies } from '#modules/accounts/own-agencies.ts'
import { inLanguage, languageOf } from '../ui/addresses.ts'
import { useReader } from '../ui/language.ts'
import { NoteBox } from '../ui/note-box.tsx'
import { AgencySwitch } from './agency-switch.tsx'
import { DoneNote } from './done-note.tsx'
import { navigationFor } from './navigation.ts'
import { working } from './working.ts'
import stylesheet from './workspace.css?url'

export const loader = working(canWork, async ({ db, signedIn, accounts, ownAgency }) => ({
  isDemo: accounts.isDemo,
  name: signedIn.person.name,
  navigation: navigationFor(signedIn.person, ownAgency),
  agencies: ownAgency ? [] : await listOwnAgencies(db, signedIn.person.grants),
  withheldRoles: signedIn.withheldRoles,
}))

export default function Workspace() {
  const { isDemo, name, navigation, agencies, withheldRoles } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const { text, to } = useReader()
  const words = text.workspace
  const isIn = (path: string) =>
    pathname === to(path) || (path !== '/work' && pathname.startsWith(`${to(path)}/`))
  return (
    <>
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      <nav className="workspace-bar" aria-label={words.navigation}>
        <ul>
          {navigation.map(({ page, path }) => (
            <li key={page}>
              <a href={to(path)} aria-current={isIn(path) ? 'page' : undefined}>
                {words.pages[page]}
              </a>
            </li>
          ))}
        </ul>
        <AgencySwitch agencies={agencies} />
        <form className="sign-out" method="post" action={inLanguage(languageOf(pathname), '/sign-out')}>
          <a href={to('/work/profile')}>{name}</a>
          <button type="submit" className="quiet">
            {words.signOut}
          </button>
        </form>
      </nav>
      {withheldRoles.length > 0 && (
        <aside className="workspace-notes" aria-label={words.notes}>
          <NoteBox title={words.secondFactorNeeded(withheldRoles.map((role) => text.roles[role]).join(', '))}>
            <p>
              <a href={to('/work/profile/second-factor')}>{words.setUpSecondFactor}</a>
            </p>
          </NoteBox>
        </aside>
      )}
      <DoneNote />
      <Outlet />
      {isDemo && (
        <aside className="workspace-notes hint" aria-label={words.demoName}>
          {words.demo}
        </aside>
      )}
    </>
  )
}
