/** How a program looks for an element of a disclosure item on what an agency publishes. */
import { z } from 'zod'

const searchedWords = z.array(z.string().min(1)).min(1)

/** An element without such a check is for people to look at. */
export const elementCheckSchema = z.discriminatedUnion('kind', [
  /** One of these words stands there; `#` is any number. `required`: without them the item scores nothing. */
  z.strictObject({ kind: z.literal('words'), anyOf: searchedWords, required: z.boolean().optional() }),
  /** Below a heading with one of these words stands an amount of money, or the word for none. */
  z.strictObject({ kind: z.literal('moneyColumn'), columns: searchedWords, none: z.string().min(1) }),
  /** Nothing is left blank below these headings. Where there is a word for none, a dash is not enough. */
  z.strictObject({ kind: z.literal('noBlank'), columns: searchedWords, none: z.string().min(1).optional() }),
  /** The home page leads to social networks. */
  z.strictObject({ kind: z.literal('socialLinks') }),
  /** The social networks that the home page leads to are the agency's and not a person's. */
  z.strictObject({ kind: z.literal('agencyAccounts') }),
  /** The answer is the address of the main website. */
  z.strictObject({ kind: z.literal('mainSiteLink') }),
  /** Published in so many file formats. */
  z.strictObject({ kind: z.literal('formats'), least: z.int().min(2).max(5) }),
  /** The fiscal year is named, or the one so many years before. */
  z.strictObject({ kind: z.literal('fiscalYear'), yearsBack: z.int().min(0).max(1).optional() }),
])
export type ElementCheck = z.infer<typeof elementCheckSchema>
