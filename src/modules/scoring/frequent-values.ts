/** Values so frequent in national scoring that equal ones are kept once: small whole numbers and option counts. */
import type { NodeInput } from './score.ts'

const largestWhole = 100_000
const wholes = new Array<bigint | undefined>(largestWhole)

/** A whole number as a bigint. */
export function wholeNumber(value: number): bigint {
  if (value >= largestWhole) return BigInt(value)
  const known = wholes[value]
  if (known !== undefined) return known
  const made = BigInt(value)
  wholes[value] = made
  return made
}

const largestCount = 5000
const choicesByOption = new Map<string, (NodeInput | undefined)[]>()

/** Says how many chose one option; made once per option of a question, then asked per agency. */
export function choiceOf(option: number, score: number): (count: number) => NodeInput {
  const key = `${option}:${score}`
  const choices = choicesByOption.get(key) ?? new Array<NodeInput | undefined>(largestCount)
  choicesByOption.set(key, choices)
  return (count) => {
    if (count >= largestCount) return { option, score, count }
    const known = choices[count]
    if (known) return known
    const made = { option, score, count }
    choices[count] = made
    return made
  }
}
