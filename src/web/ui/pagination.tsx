/** The way through the pages of a long table. */
import { useReader } from './language.ts'

interface Props {
  readonly page: number
  readonly pages: number
  /** The address of a page, without the language. */
  readonly pathOf: (page: number) => string
}

export function Pagination({ page, pages, pathOf }: Props) {
  const { text, to } = useReader()
  if (pages <= 1) return null
  const { label, previous, next, position } = text.site.pagination
  return (
    <nav className="pagination" aria-label={label}>
      {page > 1 && (
        <a rel="prev" href={to(pathOf(page - 1))}>
          ← {previous}
        </a>
      )}
      <span>{position(page, pages)}</span>
      {page < pages && (
        <a rel="next" href={to(pathOf(page + 1))}>
          {next} →
        </a>
      )}
    </nav>
  )
}
