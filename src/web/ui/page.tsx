/** One public page: its title in the browser, where it stands, and its content. */
import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import { useReader } from './language.ts'

interface Props {
  readonly title: string
  /** The pages above this one, the home page left out. */
  readonly above?: readonly Crumb[]
  /** Stands in place of the plain heading where a page needs more than its title there. */
  readonly heading?: ReactNode
  readonly children: ReactNode
}

export function Page({ title, above, heading, children }: Props) {
  const { text } = useReader()
  return (
    <main id="content" tabIndex={-1}>
      <title>{text.site.documentTitle(title)}</title>
      {above && <Breadcrumbs above={above} here={title} />}
      {heading ?? <h1>{title}</h1>}
      {children}
    </main>
  )
}
