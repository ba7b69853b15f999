/** The form of a score sheet: the one JSON of a score that is stored, published, handed out and verified. */
import { z } from 'zod'

export const sheetFormat = 'prongsai-score-sheet/1'

/** A published score: 0 to 100 with at most two decimals. */
export const publishedScore = /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/

const count = z.int().min(0)
const published = z.string().regex(publishedScore)
const shown = z.string().regex(/^\d{1,3}\.\d{2}$/)
const byId = <T extends z.ZodType>(value: T) => z.record(z.string(), value)

const tallySchema = z.strictObject({ respondents: count, counts: byId(z.array(count)) })

const inputsSchema = z.strictObject({
  tallies: byId(tallySchema).exactOptional(),
  items: byId(z.int().min(0).max(100).multipleOf(100)).exactOptional(),
  indicators: byId(published).exactOptional(),
  instruments: byId(published).exactOptional(),
})

const nodeInputSchema = z.union([
  z.strictObject({ node: z.string(), weight: z.string().exactOptional() }),
  z.strictObject({ option: count, score: count, count }),
])

const reasonSchema = z.strictObject({
  code: z.enum([
    'noAnswers',
    'noItems',
    'missingItems',
    'missingInput',
    'notKnownFromPublished',
    'ratingUndecided',
  ]),
  missing: z.array(z.string()).readonly(),
})

const figureSchema = z.strictObject({
  rule: z.enum([
    'meanOfAnswers',
    'meanOfSubQuestions',
    'meanOfQuestions',
    'meanOfParts',
    'itemScore',
    'meanOfItems',
    'meanOfSubIndicators',
    'points',
    'meanOfIndicators',
    'weightedMeanOfParts',
    'weightedTotal',
    'published',
  ]),
  /** As shown, to two decimals. */
  value: shown.nullable(),
  /** "94.5166666667…" */
  unrounded: z.string().nullable(),
  /** The unrounded figure as a fraction in lowest terms: "5671/60". */
  exact: z.string().nullable(),
  inputs: z.array(nodeInputSchema),
  rounding: z.strictObject({ decimals: count, mode: z.literal('halfUp') }).nullable(),
  reason: reasonSchema.exactOptional(),
})

/** The one node that is no number: its value is the level's Thai name, which nothing rounds. */
const ratingSchema = z.strictObject({
  rule: z.literal('rating'),
  value: z.string().nullable(),
  unrounded: z.string().nullable(),
  exact: z.null(),
  inputs: z.array(nodeInputSchema),
  rounding: z.null(),
  reason: reasonSchema.exactOptional(),
})

const derivationSchema = z.discriminatedUnion('rule', [figureSchema, ratingSchema])

export const sheetSchema = z.strictObject({
  format: z.literal(sheetFormat),
  fiscalYear: z.int(),
  agency: z.strictObject({ code: z.string(), name: z.string() }).exactOptional(),
  framework: z.strictObject({ fiscalYear: z.int(), hash: z.string() }),
  inputs: inputsSchema,
  /** By survey part, for the parts that have answers. */
  respondents: byId(count),
  questions: byId(byId(shown.nullable())),
  indicators: byId(shown.nullable()),
  indicatorRanks: byId(count).nullable(),
  /** By part id and, for an instrument of several parts, by instrument id. */
  instruments: byId(shown.nullable()),
  total: shown.nullable(),
  /** The level's Thai name, and its id in the framework. */
  rating: z.string().nullable(),
  ratingLevel: z.string().nullable(),
  /** Questions and items by the Thai name of their band. */
  measureLevels: byId(z.array(z.string())),
  indicatorMeasureLevels: byId(z.array(z.string())),
  disagreements: z.array(z.strictObject({ node: z.string(), published: shown, computed: shown })),
  /** Why a figure is unknown, by node id; and why there are no `indicatorRanks`, by that name. */
  reasons: byId(reasonSchema.extend({ th: z.string(), en: z.string() })),
  /** How every figure came about, by node id (see `ScoreNode`). */
  derivation: byId(derivationSchema),
  /** SHA-256 of the canonical JSON of everything above. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

export type ScoreSheet = z.infer<typeof sheetSchema>
export type SheetInputs = z.infer<typeof inputsSchema>
export type Derivation = z.infer<typeof derivationSchema>
export type FigureDerivation = z.infer<typeof figureSchema>
