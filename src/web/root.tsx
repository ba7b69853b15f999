/** The frame of every page: language, stylesheet and nothing that runs. */
import type { ReactNode } from 'react'
import { type LoaderFunctionArgs, Outlet, useRouteError } from 'react-router'
import { findInstanceAgency } from '#modules/accounts/instance-agency.ts'
import { doorwayContext } from '#web/doorway.ts'
import stylesheet from './public/public.css?url'
import { FailurePage } from './ui/failure-page.tsx'
import icon from './ui/icon.svg?url'
import { useReader } from './ui/language.ts'
import type { RootFound } from './ui/own-agency.ts'
import { SiteFrame } from './ui/site-frame.tsx'

/** Without the database a page says so by itself; the frame is then that of a centre. */
export async function loader({ context }: LoaderFunctionArgs): Promise<RootFound> {
  const { database } = context.get(doorwayContext)
  return { ownAgency: await findInstanceAgency(database.query).catch(() => null) }
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const { language } = useReader()
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" type="image/svg+xml" href={icon} />
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <SiteFrame>{children}</SiteFrame>
      </body>
    </html>
  )
}

export function ErrorBoundary() {
  return <FailurePage error={useRouteError()} />
}

export default function Root() {
  return <Outlet />
}
