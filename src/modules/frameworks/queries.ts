/** Reads pinned framework versions. One never changes, so what was read once is kept in memory. */
import { eq } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import type { Queryable } from '#platform/database.ts'
import type { LoadedFramework } from './framework.ts'
import { frameworkVersions } from './tables.ts'

const kept = new Map<string, LoadedFramework>()

/** Throws `framework.versionNotFound`. */
export async function getPinnedFramework(db: Queryable, hash: string): Promise<LoadedFramework> {
  const known = kept.get(hash)
  if (known) return known
  const [row] = await db.select().from(frameworkVersions).where(eq(frameworkVersions.hash, hash))
  if (!row) throw new Problem('notFound', 'framework.versionNotFound', { hash })
  const loaded = { framework: row.document, hash }
  kept.set(hash, loaded)
  return loaded
}
