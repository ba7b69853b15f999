/** Writes the arithmetic of one figure the way a person would check it: "0.30 × 94.06 = 28.218". */
import {
  add,
  compare,
  decimal,
  divide,
  type Exact,
  format,
  formatUnrounded,
  fraction,
  multiply,
  roundHalfUp,
  zero,
} from '#base/decimal.ts'
import type { Derivation } from '#modules/scoring/sheet-schema.ts'

export type Derivations = Readonly<Record<string, Derivation>>

/** One weighted input: its share of the whole and what it brings. */
export interface WeightedTerm {
  readonly share: string
  readonly value: string
  readonly product: string
}

const hundred = decimal('100')
const mostTermsInLine = 10
const places = 6

/** The figure as later steps use it; null where it is not known. */
export function usedValue({ exact, rounding }: Derivation): Exact | null {
  if (exact === null) return null
  const [numerator = '0', denominator = '1'] = exact.split('/')
  const value = fraction(BigInt(numerator), BigInt(denominator))
  return rounding ? roundHalfUp(value, rounding.decimals) : value
}

/** At least two decimals, and more (up to six, with an ellipsis) where they are needed. */
export function writeUsed(value: Exact): string {
  const text = formatUnrounded(value, places)
  const decimals = text.split('.')[1]?.length ?? 0
  return decimals < 2 ? format(value, 2) : text
}

/** The terms of a weighted figure by node id; those whose value is not known are left out. */
export function weightedTerms(
  { rule, inputs }: Derivation,
  nodes: Derivations,
): ReadonlyMap<string, WeightedTerm> {
  const weighted = inputs.flatMap((input) =>
    'node' in input && input.weight !== undefined
      ? [{ node: input.node, weight: decimal(input.weight) }]
      : [],
  )
  const ofHundred = rule === 'weightedTotal' || rule === 'points'
  const whole = ofHundred ? hundred : weighted.reduce((sum, { weight }) => add(sum, weight), zero)
  return new Map(
    weighted.flatMap(({ node, weight }) => {
      const derivation = nodes[node]
      const value = derivation ? usedValue(derivation) : null
      if (value === null) return []
      const share = divide(weight, whole)
      const text = ofHundred ? writeUsed(share) : `${formatUnrounded(weight)}/${formatUnrounded(whole)}`
      return [
        [
          node,
          { share: text, value: writeUsed(value), product: formatUnrounded(multiply(share, value), places) },
        ],
      ]
    }),
  )
}

/** The last line of a figure's arithmetic, "18760 ÷ 208 = 90.1923076923… → 90.19"; null where there is none. */
export function outcomeLine(derivation: Derivation, nodes: Derivations): string | null {
  const made = madeOf(derivation, nodes)
  if (made === null || derivation.unrounded === null) return null
  return `${made} = ${derivation.unrounded}${isChangedByRounding(derivation) ? ` → ${derivation.value}` : ''}`
}

function isChangedByRounding(derivation: Derivation): boolean {
  const used = usedValue(derivation)
  const full = usedValue({ ...derivation, rounding: null })
  return used !== null && full !== null && compare(used, full) !== 0
}

function madeOf(derivation: Derivation, nodes: Derivations): string | null {
  const { rule, inputs } = derivation
  if (inputs.length === 0 || rule === 'rating' || rule === 'published') return null
  const answers = inputs.flatMap((input) => ('option' in input ? [input] : []))
  if (answers.length > 0) {
    const sum = answers.reduce((total, { score, count }) => total + score * count, 0)
    return `${sum} ÷ ${answers.reduce((total, { count }) => total + count, 0)}`
  }
  const terms = [...weightedTerms(derivation, nodes).values()]
  if (terms.length > 0) {
    return terms.length === inputs.length && terms.length <= mostTermsInLine
      ? terms.map(({ product }) => product).join(' + ')
      : null
  }
  return plainMean(inputs, nodes)
}

function plainMean(inputs: Derivation['inputs'], nodes: Derivations): string | null {
  const values: Exact[] = []
  for (const input of inputs) {
    const derivation = 'node' in input ? nodes[input.node] : undefined
    const value = derivation ? usedValue(derivation) : null
    if (value === null) return null
    values.push(value)
  }
  if (values.length === 1) return null
  const list =
    values.length <= mostTermsInLine
      ? `(${values.map(writeUsed).join(' + ')})`
      : formatUnrounded(values.reduce(add, zero), places)
  return `${list} ÷ ${values.length}`
}
