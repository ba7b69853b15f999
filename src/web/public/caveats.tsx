/** Marks beside a figure: published unlike computed, computed from what was published, or withheld. */
import type { PartClosing, PublishedResult } from '#modules/results/result.ts'
import type { Disagreement } from '#modules/scoring/score.ts'
import { frameworkPath } from '../ui/addresses.ts'
import { useReader } from '../ui/language.ts'
import { shortName } from './short-names.ts'

export type Caveats = Pick<PublishedResult, 'disagreements' | 'derived' | 'withheld'>

/** A figure has several ids where an instrument may or may not have parts. */
interface Props {
  readonly nodes: readonly string[]
  readonly caveats: Caveats
}

export function FigureCaveats({ nodes, caveats }: Props) {
  const { text } = useReader()
  const { disagreements, derived } = caveats
  return (
    <>
      {disagreements
        .filter(({ node }) => nodes.includes(node))
        .map((disagreement) => (
          <Differs key={disagreement.node} {...disagreement} />
        ))}
      {nodes.some((node) => derived.includes(node)) && (
        <span className="mark mark-derived">{text.published.derivedFrom}</span>
      )}
      {isWithheld(nodes, caveats) && <span className="mark mark-unverified">{text.published.withheld}</span>}
    </>
  )
}

export function Differs({ published, computed }: Disagreement) {
  const { text } = useReader()
  return <span className="mark mark-below">{text.published.differs(published, computed)}</span>
}

/** Every figure of a result that differs, by its short name, in one line each. */
export function DifferenceList({ disagreements }: Pick<PublishedResult, 'disagreements'>) {
  const { text } = useReader()
  return (
    <>
      {disagreements.map(({ node, published, computed }) => (
        <span key={node} className="mark mark-below">
          {text.published.differsNamed(shortName(text, node), published, computed)}
        </span>
      ))}
    </>
  )
}

interface UnderMinimumProps {
  readonly closing: PartClosing | undefined
  /** The year whose framework page tells how many must answer; null where it has none. */
  readonly ruleYear: number | null
}

/** That a part closed with fewer answers than it needs, with the numbers frozen then unless they are withheld. */
export function UnderMinimum({ closing, ruleYear }: UnderMinimumProps) {
  const { text, to } = useReader()
  if (!closing?.isUnderMinimum) return null
  const { count, minimum } = closing
  const words =
    count === null || minimum === null
      ? text.published.underMinimumOnly
      : text.published.underMinimum(count, minimum)
  if (ruleYear === null) return <span className="mark mark-below">{words}</span>
  return (
    <a
      className="mark mark-below"
      href={to(frameworkPath(ruleYear, 'sampling'))}
      title={text.published.minimumRule}
    >
      {words}
    </a>
  )
}

/** The parts of a result that closed under their minimum, by their short names, in one mark. */
export function UnderMinimumParts({ closings }: Pick<PublishedResult, 'closings'>) {
  const { text } = useReader()
  const parts = Object.entries(closings).flatMap(([part, { isUnderMinimum }]) =>
    isUnderMinimum ? [shortName(text, `part:${part}`)] : [],
  )
  if (parts.length === 0) return null
  return <span className="mark mark-below">{text.published.underMinimumParts(parts.join(' · '))}</span>
}

export function isWithheld(nodes: readonly string[], { withheld }: Caveats): boolean {
  return nodes.some((node) => withheld.includes(node))
}

/** The ids an instrument's or a part's own figure may have. */
export function instrumentNodes(id: string): string[] {
  return [`part:${id}`, `instrument:${id}`]
}
