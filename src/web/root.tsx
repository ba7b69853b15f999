/** The frame of every page: language, stylesheet and nothing that runs. */
import type { ReactNode } from 'react'
import { Outlet, useRouteError } from 'react-router'
import stylesheet from './public/public.css?url'
import { FailurePage } from './ui/failure-page.tsx'
import icon from './ui/icon.svg?url'
import { useReader } from './ui/language.ts'
import { SiteFrame } from './ui/site-frame.tsx'

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
