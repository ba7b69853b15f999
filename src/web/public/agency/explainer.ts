/** Which figures of a result can be opened, and where. */
import type { AgencyResult } from '#modules/results/result.ts'
import { explainPath } from '../../ui/addresses.ts'

/** The address of a figure's explanation; undefined where there is none to give. */
export type Explainer = (node: string) => string | undefined

/** `nodes`: the ids of the figures that the result's sheet derives. */
export function explainer(
  { agency, fiscalYear }: Pick<AgencyResult, 'agency' | 'fiscalYear'>,
  nodes: readonly string[],
): Explainer {
  const known = new Set(nodes)
  return (node) => (known.has(node) ? explainPath(agency.code, fiscalYear, node) : undefined)
}

/** The explanation of an instrument's score: an instrument of several parts has a figure of its own. */
export function explainInstrument(explain: Explainer, id: string): string | undefined {
  return explain(`instrument:${id}`) ?? explain(`part:${id}`)
}
