/** A fault in a framework, before it is given its file and line. */
import type { Parameters } from '#base/problem.ts'

/** Keys and list positions from the top of the merged document, such as `['questions', 3, 'optionSet']`. */
export type Path = readonly (string | number)[]

export interface Fault {
  readonly path: Path
  readonly code: string
  readonly parameters: Parameters
}
