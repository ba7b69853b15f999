/** One agency's scoring as it goes on: the nodes made so far, and figures settled between computed and published. */
import { decimal, type Exact } from '#base/decimal.ts'
import { hundredths } from './rounding.ts'
import type { Disagreement, ScoreNode, ScoringInputs } from './score.ts'
import { knownNode } from './steps.ts'

export interface Work {
  readonly inputs: ScoringInputs
  /** In the order they were made; a node made again stands later and rules. */
  readonly made: ScoreNode[]
  readonly disagreements: Disagreement[]
}

/** A node, and whether it rests on a published figure rather than on answers and items alone. */
export interface Figure {
  readonly node: ScoreNode
  readonly published: boolean
}

/** A weighted figure of the total. */
export interface Term {
  readonly node: ScoreNode
  readonly weight: Exact
  readonly weightText: string
}

/** What one instrument gives to the total, and what the rating tests. */
export interface InstrumentOutcome {
  readonly terms: readonly Term[]
  readonly parts: readonly Term[]
  /** The instrument's own score, known in some cases where its parts are not. */
  readonly whole: Exact | null
}

export function keep(work: Work, node: ScoreNode): ScoreNode {
  work.made.push(node)
  return node
}

/**
 * Chooses between a figure computed from below and its published score: what answers and items give rules,
 * then the published score, then what other published scores give. A difference in two decimals is recorded.
 */
export function settle(work: Work, computed: Figure, published: string | undefined): Figure {
  const { node } = computed
  if (published === undefined) {
    keep(work, node)
    return computed
  }
  const score = decimal(published)
  if (node.value !== null) noteDifference(work, node.id, { published: score, computed: node.value })
  if (node.value !== null && !computed.published) {
    keep(work, node)
    return computed
  }
  const step = { id: node.id, rule: 'published', inputs: [], rounding: null } as const
  return { node: keep(work, knownNode(step, score)), published: true }
}

interface Claims {
  readonly published: Exact
  readonly computed: Exact
}

export function noteDifference(work: Work, node: string, claims: Claims): void {
  const published = hundredths(claims.published)
  const computed = hundredths(claims.computed)
  if (published === computed) return
  work.disagreements.push({
    node,
    published: shownHundredths(published),
    computed: shownHundredths(computed),
  })
}

/** Writes hundredths of a point with two decimals: 9265 → "92.65". */
function shownHundredths(score: number): string {
  return `${Math.floor(score / 100)}.${String(score % 100).padStart(2, '0')}`
}
