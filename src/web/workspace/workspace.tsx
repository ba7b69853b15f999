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
import { ProveFactor } from './prove-factor.tsx'
import { working } from './working.ts'
import stylesheet from './workspace.css?url'

export const loader = working(canWork, async ({ db, signedIn, accounts, ownAgency }) => ({
  isDemo: accounts.isDemo,
  name: signedIn.person.name,
  navigation: navigationFor(signedIn.person, ownAgency).filter(({ page }) => page !== 'profile'),
  agencies: ownAgency ? [] : await listOwnAgencies(db, signedIn.person.grants),
  withheldRoles: signedIn.withheldRoles,
  secondFactor: signedIn.secondFactor,
  hasCodes: signedIn.hasCodes,
}))

export default function Workspace() {
  const { isDemo, name, navigation, agencies, ...factors } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const { text, to } = useReader()
  const words = text.workspace
  const isIn = (path: string) =>
    pathname === to(path) || (path !== '/work' && pathname.startsWith(`${to(path)}/`))
  return (
    <>
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      {isDemo && (
        <aside className="demo-banner" aria-label={words.demoName}>
          {words.demo}
        </aside>
      )}
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
          <a href={to('/work/profile')} aria-current={isIn('/work/profile') ? 'page' : undefined}>
            {name}
          </a>
          <button type="submit" className="quiet">
            {words.signOut}
          </button>
        </form>
      </nav>
      <WithheldNote {...factors} />
      <DoneNote />
      <Outlet />
    </>
  )
}

type Factors = Pick<Awaited<ReturnType<typeof loader>>, 'withheldRoles' | 'secondFactor' | 'hasCodes'>

/** Roles that wait for a second factor, and the way to it: to set one up, or to prove the one there is. */
function WithheldNote({ withheldRoles, secondFactor, hasCodes }: Factors) {
  const { text, to } = useReader()
  const words = text.workspace
  if (withheldRoles.length === 0) return null
  const names = withheldRoles.map((role) => text.roles[role]).join(', ')
  const title = secondFactor ? text.today.factors.needsProof(names) : words.secondFactorNeeded(names)
  return (
    <aside className="workspace-notes" aria-label={words.notes}>
      <NoteBox title={title}>
        {secondFactor ? (
          <ProveFactor hasCodes={hasCodes} />
        ) : (
          <p>
            <a href={to('/work/profile/second-factor')}>{words.setUpSecondFactor}</a>
          </p>
        )}
      </NoteBox>
    </aside>
  )
}
