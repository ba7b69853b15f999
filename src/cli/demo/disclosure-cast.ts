/** Reads what the demo's agencies have done about disclosure from `seeds/demo/disclosure.yaml`. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { reasonKinds } from '#modules/disclosure/item.ts'
import { demoFile } from './cast.ts'

export const reached = ['assigned', 'drafted', 'inReview', 'returned', 'ready'] as const

const itemAtWork = z.strictObject({
  item: z.string(),
  dueInDays: z.int(),
  upTo: z.enum(reached),
  /** Of the site; without one there is no answer. */
  page: z.string().exactOptional(),
  /** Linked where the agency's main website is not. */
  isElsewhere: z.literal(true).exactOptional(),
  /** Why it was returned. */
  reason: z.string().exactOptional(),
})

const zero = z.strictObject({
  item: z.string(),
  reasonKind: z.enum(reasonKinds),
  remark: z.string(),
  explanation: z.string().exactOptional(),
})

const agencyHandedIn = z.strictObject({
  agency: z.string(),
  /** By item; for the others the page that has the item's code. */
  pages: z.record(z.string(), z.string()),
  /** Without them nobody has marked the agency. */
  zeros: z.array(zero).exactOptional(),
})

const played = z.strictObject({
  fiscalYear: z.int(),
  atWork: z.strictObject({ agency: z.string(), items: z.array(itemAtWork) }),
  handedIn: z.array(agencyHandedIn),
})

export type PlayedDisclosure = z.infer<typeof played>
export type ItemAtWork = z.infer<typeof itemAtWork>
export type AgencyHandedIn = z.infer<typeof agencyHandedIn>

/** Throws where the file is missing or not of its form: the package is broken then. */
export async function readPlayedDisclosure(): Promise<PlayedDisclosure> {
  return played.parse(parse(await readFile(demoFile('disclosure.yaml'), 'utf8')))
}
