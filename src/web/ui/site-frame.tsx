/** What surrounds every public page: the skip link, the head with its menu, and the foot. */
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useReader } from './language.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { useOwnAgency } from './own-agency.ts'

const menu = [
  { page: 'results', path: '/results' },
  { page: 'rounds', path: '/rounds' },
  { page: 'frameworks', path: '/frameworks' },
  { page: 'openData', path: '/open-data' },
] as const

export function SiteFrame({ children }: { readonly children: ReactNode }) {
  const { text } = useReader()
  return (
    <>
      <a className="skip" href="#content">
        {text.site.skip}
      </a>
      <SiteHead />
      {children}
      <footer className="site-foot">
        <p>{text.site.footer.purpose}</p>
        <p>{text.site.footer.licence}</p>
      </footer>
    </>
  )
}

function SiteHead() {
  const { pathname } = useLocation()
  const { text, to } = useReader()
  const isAlone = useOwnAgency() !== null
  const isWork = isIn(pathname, to('/work'))
  return (
    <header className="site-head">
      <a className="brand" href={to('/')}>
        <svg className="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="10" cy="10" r="7" />
          <path d="M15 15l6 6M7 10l2.5 2.5L13.5 8" />
        </svg>
        {text.site.brand}
      </a>
      <nav aria-label={text.site.siteNavigation} className={isWork ? 'while-working' : undefined}>
        <ul>
          {menu.map(({ page, path }) => (
            <li key={page}>
              <a href={to(path)} aria-current={pathname === to(path) ? 'page' : undefined}>
                {isAlone && page === 'results' ? text.ownAgency.results : text.site.pages[page]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <LanguageSwitch />
      {!isWork && (
        <a className="to-work" href={to('/work')} rel="nofollow">
          {text.workspace.enter}
        </a>
      )}
    </header>
  )
}

const isIn = (pathname: string, path: string): boolean => pathname === path || pathname.startsWith(`${path}/`)
