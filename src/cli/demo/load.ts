/** Loads the demo through the same verbs as everything else: reference lists, cast, round, published results. */
import { join } from 'node:path'
import type { Actor } from '#base/actor.ts'
import type { LoadedFramework } from '#modules/frameworks/framework.ts'
import { readFramework } from '#modules/frameworks/load.ts'
import { installReference } from '#modules/registry/install-reference.ts'
import { readReference } from '#modules/registry/reference-files.ts'
import { registerAgencies } from '#modules/registry/register-agencies.ts'
import { computeResults } from '#modules/results/compute.ts'
import { freezeResults } from '#modules/results/freeze.ts'
import { importResults, type ResultsEntry } from '#modules/results/import.ts'
import { publishResults } from '#modules/results/publish.ts'
import { enrolAgencies } from '#modules/rounds/enrol.ts'
import { openRound } from '#modules/rounds/open.ts'
import { findRound } from '#modules/rounds/queries.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import { frameworksRoot, seedsRoot } from '#platform/paths.ts'
import { loadPeople } from './accounts.ts'
import { recordImaginary, recordReconstructed } from './answers.ts'
import { type Cast, readCast } from './cast.ts'

const loader: Actor = { kind: 'system', name: 'demo' }
const fiscalYear = 2568
const reconstructed = 'DIPROM'

/** Adds what is not there yet. Each part is one transaction: a kill half-way leaves no part of it behind. */
export async function loadDemo(doorway: Doorway): Promise<void> {
  if (!(await findRound(doorway.database.query, fiscalYear))) await loadResults(doorway)
  await loadPeople(doorway)
}

async function loadResults(doorway: Doorway): Promise<void> {
  const cast = await readCast()
  const loaded = await readFramework(join(frameworksRoot, String(fiscalYear)))
  await act(doorway, loader, async (context) => {
    await register(context, cast)
    await playRound(context, cast, loaded)
    for (const year of listPublished(cast)) await importResults(context, year)
  })
}

async function register(context: Context, { agencies, imaginary }: Cast): Promise<void> {
  const reference = await readReference(join(seedsRoot, 'reference'))
  await installReference(context, {
    ...reference,
    provinces: [...reference.provinces, imaginary.province],
  })
  const made = imaginary.agencies.map(({ code, name, type, size }) => ({
    ...{ code, name, type, ...(size && { size }) },
    province: imaginary.province.code,
    isImaginary: true,
  }))
  await registerAgencies(context, [...agencies, ...made])
}

async function playRound(context: Context, cast: Cast, loaded: LoadedFramework): Promise<void> {
  const { notes, imaginary } = cast
  await openRound(context, loaded)
  const made = imaginary.agencies.map(({ code, staffHeadcount }) => ({
    ...{ agencyCode: code, staffHeadcount },
    note: notes.imaginary,
  }))
  await enrolAgencies(context, {
    fiscalYear,
    agencies: [{ agencyCode: reconstructed, note: notes.reconstructed }, ...made],
  })
  await recordReconstructed(context, loaded.framework, reconstructed)
  await recordImaginary(context, loaded.framework, imaginary.agencies)
  await computeResults(context, fiscalYear)
  await freezeResults(context, fiscalYear)
  await publishResults(context, fiscalYear)
}

/** What real agencies published and what imaginary ones are given for earlier years, year by year. */
function listPublished({ published, imaginary, notes }: Cast): ResultsEntry[] {
  return published.map(({ fiscalYear: year, results }) => {
    const made = imaginary.agencies.flatMap(({ code, earlier }) =>
      earlier
        .filter((each) => each.fiscalYear === year)
        .map(({ total, rating }) => ({
          ...{ agencyCode: code, total, rating },
          source: imaginary.source,
          note: notes.imaginary,
        })),
    )
    return { fiscalYear: year, results: [...results, ...made] }
  })
}
