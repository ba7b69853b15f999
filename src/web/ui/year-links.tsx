/** The years there are, each a link to the same kind of page; the one being read is marked. */
import { useReader } from './language.ts'

interface Props {
  readonly years: readonly number[]
  readonly current: number
  /** The address of a year, without the language. */
  readonly pathOf: (year: number) => string
}

export function YearLinks({ years, current, pathOf }: Props) {
  const { text, to } = useReader()
  return (
    <nav className="year-links" aria-label={text.site.years}>
      <ul>
        {years.map((year) => (
          <li key={year}>
            <a href={to(pathOf(year))} aria-current={year === current ? 'page' : undefined}>
              {year}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
