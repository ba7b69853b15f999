/** The names that stand in a framework, read from sound and broken entries alike, for whoever refers to them. */
import { z } from 'zod'
import {
  disclosureItemSchema,
  type InstrumentId,
  indicatorSchema,
  optionSetSchema,
  questionSchema,
} from './framework.ts'

/** In the order of the document; undefined where a name itself is broken, so that nobody is blamed for missing it. */
export interface Names {
  readonly questions: readonly string[] | undefined
  readonly optionSets: readonly string[] | undefined
  readonly items: readonly string[] | undefined
  readonly subIndicators: readonly string[] | undefined
  /** By indicator number. */
  readonly instruments: ReadonlyMap<number, InstrumentId> | undefined
}

const ids = (schema: z.ZodType<string>) => z.array(z.object({ id: schema })).transform(idsOf)
const questionNames = ids(questionSchema.shape.id)
const optionSetNames = ids(optionSetSchema.shape.id)
const itemNames = z
  .array(z.object({ code: disclosureItemSchema.shape.code }))
  .transform((list) => list.map(({ code }) => code))
const subIndicatorNames = z
  .array(z.object({ subIndicators: z.array(z.object({ id: z.string() })).optional() }))
  .transform((list) => list.flatMap(({ subIndicators = [] }) => idsOf(subIndicators)))
const indicatorOwners = z
  .array(
    z.object({
      number: indicatorSchema.shape.number,
      instrument: indicatorSchema.shape.instrument,
    }),
  )
  .transform((list) => new Map(list.map(({ number, instrument }) => [number, instrument])))

export function namesOf(raw: Readonly<Record<string, unknown>>): Names {
  return {
    questions: questionNames.safeParse(raw.questions).data,
    optionSets: optionSetNames.safeParse(raw.optionSets).data,
    items: itemNames.safeParse(raw.disclosureItems).data,
    subIndicators: subIndicatorNames.safeParse(raw.indicators).data,
    instruments: indicatorOwners.safeParse(raw.indicators).data,
  }
}

function idsOf(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id)
}
