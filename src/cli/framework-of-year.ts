/** Loads the framework that a command was asked to work with. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '#base/problem.ts'
import type { LoadedFramework } from '#modules/frameworks/framework.ts'
import { readFramework } from '#modules/frameworks/load.ts'
import { frameworksRoot } from '#platform/paths.ts'

/** Throws Problem('notFound', 'score.noFramework') naming the years there are. */
export async function frameworkOfYear(fiscalYear: number): Promise<LoadedFramework> {
  const entries = await readdir(frameworksRoot, { withFileTypes: true })
  const years = entries.filter((entry) => entry.isDirectory() && /^\d{4}$/.test(entry.name))
  if (!years.some(({ name }) => Number(name) === fiscalYear)) {
    const names = years.map(({ name }) => name).sort()
    throw new Problem('notFound', 'score.noFramework', { year: fiscalYear, years: names.join(', ') })
  }
  return readFramework(join(frameworksRoot, String(fiscalYear)))
}
