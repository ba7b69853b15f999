/** Loads the frameworks that the program works with; a broken one is refused with everything there is to mend. */
import { Problem } from '#base/problem.ts'
import { checkFramework, checkFrameworks } from './check.ts'
import type { LoadedFramework } from './framework.ts'

/**
 * Loads one year folder with the SHA-256 of its content.
 * Throws Problem('invalid', 'framework.invalid') with a finding for every fault.
 */
export async function readFramework(folder: string): Promise<LoadedFramework> {
  const { loaded, findings } = await checkFramework(folder)
  if (!loaded) throw Problem.ofFindings('framework.invalid', findings, { folder, count: findings.length })
  return loaded
}

/** Loads every year folder within `root`, by fiscal year in ascending order. Throws as `readFramework` does. */
export async function readAllFrameworks(root: string): Promise<ReadonlyMap<number, LoadedFramework>> {
  const { loaded, findings } = await checkFrameworks(root)
  if (findings.length > 0) {
    throw Problem.ofFindings('framework.invalid', findings, { folder: root, count: findings.length })
  }
  const byYear = loaded.map((each) => [each.framework.fiscalYear, each] as const)
  return new Map(byYear.sort(([a], [b]) => a - b))
}
