/** The tree of a figure: lines down from the total, the way to the figure open and one level below it. */

import type { Figures } from '#modules/results/result.ts'
import { explainPath } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import { type Caveats, FigureCaveats } from '../caveats.tsx'
import type { Line } from './explanation.ts'
import { publishedFigure } from './published-figure.ts'

interface Place {
  readonly code: string
  readonly year: number
}

interface Props {
  readonly place: Place
  readonly caveats: Caveats
  /** What was published, shown where a figure cannot be computed. */
  readonly figures: Figures | null
}

export function Tree({ root, ...more }: Props & { readonly root: Line }) {
  return (
    <ul className="tree">
      <Branch line={root} {...more} />
    </ul>
  )
}

function Branch({ line, ...more }: Props & { readonly line: Line }) {
  return (
    <li>
      <LineText line={line} {...more} />
      {line.parts && line.parts.length > 0 && (
        <ul>
          {line.parts.map((part) => (
            <Branch key={part.id} line={part} {...more} />
          ))}
          {line.outcome && <li className="tree-outcome">{line.outcome}</li>}
        </ul>
      )}
    </li>
  )
}

function LineText({ line, place, caveats, figures }: Props & { readonly line: Line }) {
  const { say, text, to } = useReader()
  const { term, value, name } = line
  const words = text.site.explain
  const published = figures && publishedFigure(figures, { node: line.id, say })
  const unknown = published ? `${published} ${text.published.asPublished}` : words.unknownValue
  const isWithheld = caveats.withheld.includes(line.id)
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
      <FigureCaveats nodes={[line.id]} caveats={caveats} />
      <span className="figure">
        {term ? `${term.share} × ${term.value} = ${term.product}` : (value ?? '')}
        {!term && value === null && !isWithheld && unknown}
      </span>
    </span>
  )
}
