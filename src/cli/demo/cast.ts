/** Reads the demo's cast from `seeds/demo`: real agencies with what they published, and the imaginary province. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { seedsRoot } from '#platform/paths.ts'

const words = z.strictObject({ th: z.string(), en: z.string() })
const scores = z.record(z.string(), z.string())
const rank = z.strictObject({ place: z.int(), of: z.int() })

const realAgencies = z.array(
  z.strictObject({
    code: z.string(),
    name: words,
    type: z.string(),
    ministry: z.string().exactOptional(),
    website: z.string().exactOptional(),
  }),
)

const publishedYears = z.array(
  z.strictObject({
    fiscalYear: z.int(),
    results: z.array(
      z.strictObject({
        agencyCode: z.string(),
        total: z.string(),
        rating: z.string().exactOptional(),
        instruments: scores.exactOptional(),
        indicators: scores.exactOptional(),
        standings: z.record(z.string(), z.enum(['passed', 'below'])).exactOptional(),
        ranks: z.strictObject({ type: rank.exactOptional(), ministry: rank.exactOptional() }).exactOptional(),
        source: z.string(),
        note: words.exactOptional(),
      }),
    ),
  }),
)

const imaginaryAgency = z.strictObject({
  code: z.string(),
  name: words,
  type: z.string(),
  size: z.enum(['S', 'M', 'L']).exactOptional(),
  staffHeadcount: z.int(),
  seed: z.int(),
  /** By survey part; a part that is left out has no answers. */
  answers: z.record(z.string(), z.strictObject({ respondents: z.int(), aim: z.number() })),
  /** Items scored 0; without it no item is scored at all. */
  itemsMissed: z.array(z.string()).exactOptional(),
  earlier: z.array(z.strictObject({ fiscalYear: z.int(), total: z.string(), rating: z.string() })),
})

const imaginaryProvince = z.strictObject({
  source: z.string(),
  province: z.strictObject({ code: z.string(), name: words }),
  agencies: z.array(imaginaryAgency),
})

/** What readers must be told of how the answers came to be. */
const notes = z.strictObject({ reconstructed: words, imaginary: words })

export type ImaginaryAgency = z.infer<typeof imaginaryAgency>

export interface Cast {
  readonly agencies: z.infer<typeof realAgencies>
  readonly published: z.infer<typeof publishedYears>
  readonly imaginary: z.infer<typeof imaginaryProvince>
  readonly notes: z.infer<typeof notes>
}

const folder = join(seedsRoot, 'demo')

/** Throws where a seed file is missing or not of its form: the package is broken then. */
export async function readCast(): Promise<Cast> {
  const readYaml = async (name: string): Promise<unknown> =>
    parse(await readFile(join(folder, name), 'utf8'), { merge: true })
  return {
    agencies: realAgencies.parse(await readYaml('agencies.yaml')),
    published: publishedYears.parse(await readYaml('published.yaml')),
    imaginary: imaginaryProvince.parse(await readYaml('imaginary-province.yaml')),
    notes: notes.parse(await readYaml('notes.yaml')),
  }
}

export function demoFile(...path: string[]): string {
  return join(folder, ...path)
}
