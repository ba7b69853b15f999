/** The arithmetic of one figure made of others: means and weighted sums that stay unknown when a part of them is. */
import { divide, type Exact, fraction, multiply, Sum } from '#base/decimal.ts'
import { type Rounding, roundAs } from './rounding.ts'
import type { NodeInput, Reason, Rule, ScoreNode } from './score.ts'

/** What is known of a figure before any number is: its id, its rule, its inputs and how it is rounded. */
export interface Step {
  readonly id: string
  readonly rule: Rule
  readonly inputs: readonly NodeInput[]
  readonly rounding: Rounding | null
}

/** An input's share of a sum, `weight / whole`. */
export interface Shares {
  readonly weights: readonly Exact[]
  readonly whole: Exact
}

export function knownNode(step: Step, unrounded: Exact): ScoreNode {
  return {
    id: step.id,
    rule: step.rule,
    inputs: step.inputs,
    unrounded,
    value: roundAs(unrounded, step.rounding),
    rounding: step.rounding,
    reason: null,
  }
}

export function unknownNode(step: Step, reason: Reason): ScoreNode {
  return {
    id: step.id,
    rule: step.rule,
    inputs: step.inputs,
    unrounded: null,
    value: null,
    rounding: step.rounding,
    reason,
  }
}

/** The simple mean of the nodes, unknown when one of them is. */
export function meanNode(step: Step, nodes: readonly ScoreNode[]): ScoreNode {
  const sum = new Sum()
  for (const { value } of nodes) {
    if (value === null) return unknownNode(step, combinedReason(nodes))
    sum.add(value)
  }
  return knownNode(step, divide(sum, fraction(nodes.length, 1)))
}

/** The sum of weight × node ÷ whole, unknown when one of the nodes is. */
export function weightedNode(step: Step, nodes: readonly ScoreNode[], shares: Shares): ScoreNode {
  const sum = new Sum()
  for (const [index, { value }] of nodes.entries()) {
    const weight = shares.weights[index]
    if (value === null || weight === undefined) return unknownNode(step, combinedReason(nodes))
    sum.add(multiply(value, weight))
  }
  return knownNode(step, divide(sum, shares.whole))
}

/** Why a figure is unknown whose inputs are: their own reason where they share it, and everything they lack. */
export function combinedReason(nodes: readonly ScoreNode[]): Reason {
  const reasons = nodes.flatMap(({ reason }) => (reason ? [reason] : []))
  const missing = [...new Set(reasons.flatMap((reason) => reason.missing))]
  const [first] = reasons
  const shared = first !== undefined && reasons.every(({ code }) => code === first.code)
  return { code: shared ? first.code : 'missingInput', missing }
}
