/** Lays out where one figure comes from: the way down from the total to it, and what it is made of. */
import type { Evidence } from '#modules/frameworks/framework.ts'
import { leafQuestions } from '#modules/frameworks/lookup.ts'
import type { ScoreSheet } from '#modules/scoring/sheet.ts'
import type { Derivation } from '#modules/scoring/sheet-schema.ts'
import {
  type Derivations,
  outcomeLine,
  usedValue,
  type WeightedTerm,
  weightedTerms,
  writeUsed,
} from './arithmetic.ts'
import { factsBehind } from './facts.ts'
import { figureName, fullFigureName, type Namer, nodeParts, questionText } from './figure-names.ts'

/** A line of the tree. `parts` is null where the line is closed. */
export interface Line {
  readonly id: string
  readonly name: string
  readonly value: string | null
  readonly term: WeightedTerm | null
  readonly isHere: boolean
  readonly canOpen: boolean
  readonly outcome: string | null
  readonly parts: readonly Line[] | null
}

export interface Answer {
  readonly label: string
  readonly score: number
  readonly count: number
}

export interface Explanation {
  readonly id: string
  readonly name: string
  readonly derivation: Derivation
  /** As shown: a score to two decimals, or the level of the rating in the reader's language. */
  readonly value: string | null
  readonly reason: string | null
  /** Whether the total is made of this figure, directly or not. */
  readonly isInTotal: boolean
  readonly tree: Line
  readonly answers: readonly Answer[]
  readonly outcome: string | null
  /** The wording of a question; null for other figures. */
  readonly question: string | null
  readonly facts: readonly { readonly about: string; readonly evidence: Evidence }[]
}

/** Undefined when the sheet has no such figure. */
export function explain(namer: Namer, sheet: ScoreSheet, id: string): Explanation | undefined {
  const nodes = sheet.derivation
  const derivation = Object.hasOwn(nodes, id) ? nodes[id] : undefined
  if (!derivation) return undefined
  const path = pathFromTotal(nodes, id) ?? [id]
  const { kind, own } = nodeParts(id)
  const rating = levelName(namer, sheet)
  return {
    id,
    name: fullFigureName(namer, id),
    derivation,
    value: derivation.rule === 'rating' ? rating : derivation.value,
    reason: sheet.reasons[id]?.[namer.reader.language] ?? null,
    isInTotal: path[0] === 'total',
    tree: growTree({ namer, nodes, path, rating }, path[0] ?? id, null),
    answers: answersTo(namer, derivation, own),
    outcome: outcomeLine(derivation, nodes),
    question: kind === 'question' ? questionText(namer, own) : null,
    facts: factsBehind(namer, id),
  }
}

function levelName({ framework, reader }: Namer, { ratingLevel }: ScoreSheet): string | null {
  const level = framework.rating.levels.find(({ id }) => id === ratingLevel)
  return level ? reader.say(level.name) : null
}

/** The ids from the total down to a figure; undefined when the total is not made of it. */
function pathFromTotal(nodes: Derivations, id: string, from = 'total'): readonly string[] | undefined {
  if (from === id) return [from]
  for (const input of nodes[from]?.inputs ?? []) {
    const rest = 'node' in input ? pathFromTotal(nodes, id, input.node) : undefined
    if (rest) return [from, ...rest]
  }
  return undefined
}

interface Growth {
  readonly namer: Namer
  readonly nodes: Derivations
  /** From the root of the tree to the figure explained; all of it stands open. */
  readonly path: readonly string[]
  readonly rating: string | null
}

function growTree(growth: Growth, id: string, term: WeightedTerm | null): Line {
  const { namer, nodes, path } = growth
  const derivation = nodes[id]
  const value = derivation ? usedValue(derivation) : null
  const inputs = (derivation?.inputs ?? []).flatMap((input) => ('node' in input ? [input.node] : []))
  const isOpen = path.includes(id) && derivation !== undefined
  const terms = isOpen ? weightedTerms(derivation, nodes) : null
  return {
    id,
    name: figureName(namer, id),
    value: derivation?.rule === 'rating' ? growth.rating : value && writeUsed(value),
    term,
    isHere: id === path.at(-1),
    canOpen: nodes[id] !== undefined,
    outcome: isOpen ? outcomeLine(derivation, nodes) : null,
    parts: terms ? inputs.map((input) => growTree(growth, input, terms.get(input) ?? null)) : null,
  }
}

function answersTo({ framework, reader }: Namer, { inputs }: Derivation, question: string): Answer[] {
  const options = framework.instruments
    .flatMap(({ id }) => leafQuestions(framework, id))
    .find((leaf) => leaf.id === question)?.optionSet.options
  return inputs.flatMap((input) => {
    if (!('option' in input)) return []
    const label = options?.[input.option]?.label
    return [{ label: label ? reader.say(label) : '', score: input.score, count: input.count }]
  })
}
