/** Where a page stands: the way back to the home page, one link a step. */
import { useReader } from './language.ts'

export interface Crumb {
  readonly name: string
  /** Without the language, such as `/results`. */
  readonly path: string
}

export function Breadcrumbs({ above, here }: { readonly above: readonly Crumb[]; readonly here: string }) {
  const { text, to } = useReader()
  const crumbs = [{ name: text.site.pages.home, path: '/' }, ...above]
  return (
    <nav className="breadcrumbs" aria-label={text.site.breadcrumbs}>
      <ol>
        {crumbs.map(({ name, path }) => (
          <li key={path}>
            <a href={to(path)}>{name}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}
