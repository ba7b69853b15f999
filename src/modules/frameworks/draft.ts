/** What can still be judged of a framework that is partly broken: its sound entries, at their places. */
import type { z } from 'zod'
import {
  disclosureItemSchema,
  type Framework,
  frameworkSchema,
  indicatorSchema,
  instrumentSchema,
  measureBandSchema,
  optionSetSchema,
  phaseSchema,
  questionSchema,
  ratingLevelSchema,
  recommendationsSchema,
  samplingRuleSchema,
} from './framework.ts'
import { type Names, namesOf } from './names.ts'

type Recommendations = Framework['recommendations']

type Loose<T> = T extends readonly (infer Entry)[] ? readonly (Entry | undefined)[] : T | undefined

/** A broken list entry, or a broken section that is not a list, is `undefined`. */
export type Sections = { readonly [Key in keyof Framework]: Loose<Framework[Key]> }

export interface Draft extends Sections {
  /** The year folder's name, such as "2568". */
  readonly folder: string
  /** Sections without any fault of form. */
  readonly complete: ReadonlySet<string>
  readonly names: Names
  readonly ratingLevels: Loose<Framework['rating']['levels']>
  readonly adviceOnInstruments: Loose<Recommendations['instruments']>
  readonly adviceOnQuestions: Loose<Recommendations['questions']>
  readonly target: Recommendations['target'] | undefined
}

/** Reads as much as is sound; the faults themselves are told by `formFindings`. */
export function draftOf(raw: Readonly<Record<string, unknown>>, folder: string): Draft {
  const { shape } = frameworkSchema
  const { shape: adviceShape } = recommendationsSchema
  const advice = entriesOf(raw.recommendations)
  const complete = Object.entries(shape).filter(([key, schema]) => schema.safeParse(raw[key]).success)
  return {
    folder,
    complete: new Set(complete.map(([key]) => key)),
    fiscalYear: readOne(shape.fiscalYear, raw.fiscalYear),
    scheme: readOne(shape.scheme, raw.scheme),
    name: readOne(shape.name, raw.name),
    evidence: readOne(shape.evidence, raw.evidence),
    instruments: readList(instrumentSchema, raw.instruments),
    indicators: readList(indicatorSchema, raw.indicators),
    rounding: readOne(shape.rounding, raw.rounding),
    rating: readOne(shape.rating, raw.rating),
    measureBands: readList(measureBandSchema, raw.measureBands),
    sampling: readList(samplingRuleSchema, raw.sampling),
    optionSets: readList(optionSetSchema, raw.optionSets),
    questions: readList(questionSchema, raw.questions),
    disclosureItems: readList(disclosureItemSchema, raw.disclosureItems),
    recommendations: readOne(shape.recommendations, raw.recommendations),
    phases: readList(phaseSchema, raw.phases),
    names: namesOf(raw),
    ratingLevels: readList(ratingLevelSchema, entriesOf(raw.rating).levels),
    adviceOnInstruments: readList(adviceShape.instruments.element, advice.instruments),
    adviceOnQuestions: readList(adviceShape.questions.element, advice.questions),
    target: readOne(adviceShape.target, advice.target),
  }
}

function entriesOf(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? { ...value } : {}
}

function readOne<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  const result = schema.safeParse(value)
  return result.success ? result.data : undefined
}

function readList<T>(schema: z.ZodType<T>, value: unknown): (T | undefined)[] {
  return Array.isArray(value) ? value.map((entry) => readOne(schema, entry)) : []
}

/** The sound entries of a list with their places. */
export function present<T>(
  list: readonly (T | undefined)[],
): { readonly index: number; readonly value: T }[] {
  return list.flatMap((value, index) => (value === undefined ? [] : [{ index, value }]))
}
