/** A fiscal year's definitions: what is asked, of whom, how it scores and how it is rated. */
import { z } from 'zod'
import { agencyTypeCodes } from '#modules/registry/agency-type.ts'
import { elementCheckSchema } from './element-check.ts'

/** How sure a fact is: seen verbatim, derived by arithmetic that fits, inferred, or unverified (shown so). */
export const confidences = ['verified', 'derived', 'inferred', 'unverified'] as const
export type Confidence = (typeof confidences)[number]

/** Where a fact comes from. `conflict` tells of sources that disagree. */
const evidenceSchema = z.strictObject({
  confidence: z.enum(confidences),
  source: z.string().min(1),
  note: z.string().optional(),
  conflict: z.string().optional(),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** A sentence in both languages. */
const wordsSchema = z.strictObject({ th: z.string().min(1), en: z.string().min(1) })

const evidence = evidenceSchema.optional()
const decimalText = z.string().regex(/^\d+(\.\d+)?$/, 'decimalText')
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'isoDate')

export const partSchema = z.strictObject({
  id: z.string(),
  name: wordsSchema,
  /** Share of the total, in percent: "15". The parts of all instruments add up to 100. */
  weightPercent: decimalText,
  evidence,
})

export const instrumentSchema = z.strictObject({
  id: z.enum(['iit', 'eit', 'oit']),
  name: wordsSchema,
  kind: z.enum(['survey', 'disclosure']),
  parts: z.array(partSchema).min(1),
  /** Where the split into parts is not certain, the whole instrument's answers may be given under this part id. */
  pooledPart: z.strictObject({ id: z.string(), name: wordsSchema }).optional(),
  evidence,
})

export const indicatorSchema = z.strictObject({
  number: z.int().min(1).max(10),
  instrument: z.enum(['iit', 'eit', 'oit']),
  name: wordsSchema,
  aggregate: z.enum(['meanOfQuestions', 'meanOfSubIndicators', 'points']),
  subIndicators: z.array(z.strictObject({ id: z.string(), name: wordsSchema, evidence })).optional(),
  evidence,
})

const roundingSchema = z.strictObject({
  /** `finalOnly`: full precision, once at the end. `questionAndPart`: questions and instrument parts, then the total. */
  policy: z.enum(['finalOnly', 'questionAndPart']),
  decimals: z.int().min(0).max(6),
  evidence,
})

export const ratingLevelSchema = z.strictObject({
  id: z.string(),
  name: wordsSchema,
  /** Place on the five-step colour and shape scale of the product, 1 best. */
  step: z.int().min(1).max(5),
  totalAtLeast: decimalText,
  /** When present, every part of every instrument must reach it too. */
  everyPartAtLeast: decimalText.optional(),
  description: wordsSchema.optional(),
  evidence,
})

export const measureBandSchema = z.strictObject({
  id: z.enum(['maintain', 'improve', 'urgent']),
  name: wordsSchema,
  atLeast: decimalText,
  evidence,
})

export const samplingRuleSchema = z.strictObject({
  part: z.string(),
  rule: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('shareOfPopulation'),
      percent: decimalText,
      atLeast: z.int(),
      /** A population larger than this needs `capMinimum` only. */
      capAbove: z.int().optional(),
      capMinimum: z.int().optional(),
    }),
    z.strictObject({
      kind: z.literal('byGroup'),
      groups: z.array(
        z.strictObject({
          agencyType: z.enum(agencyTypeCodes),
          size: z.enum(['S', 'M', 'L']).optional(),
          /** What a central agency mainly does: shape policy, or serve the public. */
          mission: z.enum(['policy', 'service']).optional(),
          name: wordsSchema,
          minimum: z.int(),
        }),
      ),
    }),
    z.strictObject({ kind: z.literal('unknown') }),
  ]),
  evidence,
})

export const optionSetSchema = z.strictObject({
  id: z.string(),
  /** In the order shown; scores run strictly up or strictly down. */
  options: z.array(z.strictObject({ label: wordsSchema, score: z.int().min(0).max(100) })),
  evidence,
})

const subQuestionSchema = z.strictObject({
  id: z.string(),
  text: wordsSchema,
  optionSet: z.string(),
  evidence,
})

export const questionSchema = z.strictObject({
  id: z.string().regex(/^[ie]\d+$/, 'questionId'),
  indicator: z.int().min(1).max(8),
  text: wordsSchema,
  note: wordsSchema.optional(),
  /** `negative` when agreeing tells of something bad; the option set's scores already say so. */
  polarity: z.enum(['positive', 'negative']),
  kind: z.enum(['scale', 'binary']),
  optionSet: z.string(),
  /** A question with sub-questions scores the mean of theirs. */
  subQuestions: z.array(subQuestionSchema).optional(),
  /** Disclosure items (o8) or sub-indicators (9.1) that the assessors refer to when this question scores low. */
  refersTo: z.array(z.string()).optional(),
  evidence,
})

const elementSchema = z.strictObject({
  text: wordsSchema,
  kind: z.enum(['content', 'condition', 'format', 'period']),
  appliesTo: z.enum(['all', 'localAuthority', 'province']),
  /** All of them must hold. */
  checks: z.array(elementCheckSchema).min(1).optional(),
  evidence,
})

export const disclosureItemSchema = z.strictObject({
  /** The same thing keeps its id over the years, whatever its code. */
  id: z.string().regex(/^[a-z0-9-]+$/, 'kebab'),
  code: z.string().regex(/^o\d+$/, 'itemCode'),
  subIndicator: z.string(),
  /** May hold `{fy}` and `{fy-1}`. */
  title: wordsSchema,
  elements: z.array(elementSchema),
  /** Points within the indicator, for indicators whose aggregate is `points` (they add up to 100). */
  points: decimalText.optional(),
  evidence,
})

export const recommendationsSchema = z.strictObject({
  /** The pass line of the national target. */
  target: decimalText,
  instruments: z.array(
    z.strictObject({
      instrument: z.enum(['iit', 'eit', 'oit']),
      whenPassed: wordsSchema,
      whenBelow: wordsSchema,
      indicators: z.array(z.strictObject({ indicator: z.int(), advice: wordsSchema })),
    }),
  ),
  /** What a low question says, and what to do about it. */
  questions: z.array(
    z.strictObject({
      question: z.string(),
      finding: wordsSchema,
      advice: wordsSchema,
      refersTo: z.array(z.string()),
      evidence,
    }),
  ),
  evidence,
})

export const phaseSchema = z.strictObject({
  id: z.enum([
    'register',
    'collect',
    'answer',
    'approve',
    'score',
    'clarify',
    'confirm',
    'publish',
    'followUp',
  ]),
  name: wordsSchema,
  opensOn: isoDate.nullable(),
  closesOn: isoDate.nullable(),
  evidence,
})

export const frameworkSchema = z.strictObject({
  fiscalYear: z.int().min(2540).max(2600),
  scheme: z.literal('nacc'),
  name: wordsSchema,
  /** Holds for every fact that has no evidence of its own. */
  evidence: evidenceSchema,
  instruments: z.array(instrumentSchema).length(3),
  indicators: z.array(indicatorSchema).length(10),
  rounding: roundingSchema,
  rating: z.strictObject({ levels: z.array(ratingLevelSchema).min(2), evidence }),
  measureBands: z.array(measureBandSchema).length(3),
  sampling: z.array(samplingRuleSchema),
  optionSets: z.array(optionSetSchema),
  questions: z.array(questionSchema),
  disclosureItems: z.array(disclosureItemSchema),
  recommendations: recommendationsSchema,
  phases: z.array(phaseSchema),
})

export type Framework = z.infer<typeof frameworkSchema>
export type Instrument = Framework['instruments'][number]
export type InstrumentId = Instrument['id']
export type Part = Instrument['parts'][number]
export type Indicator = Framework['indicators'][number]
export type RatingLevel = Framework['rating']['levels'][number]
export type MeasureBand = Framework['measureBands'][number]
export type OptionSet = Framework['optionSets'][number]
export type Question = Framework['questions'][number]
export type DisclosureItem = Framework['disclosureItems'][number]
export type Element = DisclosureItem['elements'][number]

/** A framework as loaded: the definitions and the hash of their content, by which a round pins them. */
export interface LoadedFramework {
  readonly framework: Framework
  readonly hash: string
}
