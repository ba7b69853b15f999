/** The tree of a figure: lines down from the total, the way to the figure open and one level below it. */
import { explainPath } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import type { Line } from './explanation.ts'

interface Place {
  readonly code: string
  readonly year: number
}

export function Tree({ root, code, year }: { readonly root: Line } & Place) {
  return (
    <ul className="tree">
      <Branch line={root} place={{ code, year }} />
    </ul>
  )
}

function Branch({ line, place }: { readonly line: Line; readonly place: Place }) {
  return (
    <li>
      <LineText line={line} place={place} />
      {line.parts && line.parts.length > 0 && (
        <ul>
          {line.parts.map((part) => (
            <Branch key={part.id} line={part} place={place} />
          ))}
          {line.outcome && <li className="tree-outcome">{line.outcome}</li>}
        </ul>
      )}
    </li>
  )
}

function LineText({ line, place }: { readonly line: Line; readonly place: Place }) {
  const { text, to } = useReader()
  const { term, value, name } = line
  const words = text.site.explain
  return (
    <span
      className={line.isHere ? 'tree-line tree-here' : 'tree-line'}
      aria-current={line.isHere || undefined}
    >
      {line.isHere || !line.canOpen ? (
        <span className="tree-name">{name}</span>
      ) : (
        <a className="tree-name" href={to(explainPath(place.code, place.year, line.id))}>
          {name}
        </a>
      )}
      {line.isHere && <span className="mark">{words.here}</span>}
      <span className="figure">
        {term ? `${term.share} × ${term.value} = ${term.product}` : (value ?? '')}
        {!term && value === null && !line.id.startsWith('rating') && words.unknownValue}
      </span>
    </span>
  )
}
