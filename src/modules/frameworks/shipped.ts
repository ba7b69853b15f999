/** The frameworks that come with the product, read once a year folder and kept in memory. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { frameworksRoot } from '#platform/paths.ts'
import type { LoadedFramework } from './framework.ts'
import { readFramework } from './load.ts'

const kept = new Map<number, Promise<LoadedFramework>>()

/** Undefined for a year without a folder. Throws `framework.invalid` where the folder is broken. */
export async function findShippedFramework(fiscalYear: number): Promise<LoadedFramework | undefined> {
  const known = kept.get(fiscalYear)
  if (known) return known
  const folder = join(frameworksRoot, String(fiscalYear))
  if (!existsSync(folder)) return undefined
  const reading = readFramework(folder)
  kept.set(fiscalYear, reading)
  reading.catch(() => kept.delete(fiscalYear))
  return reading
}
