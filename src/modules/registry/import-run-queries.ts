/** How far an import is, for whoever started it and for those who may do everything. */
import { eq } from 'drizzle-orm'
import type { Actor } from '#base/actor.ts'
import { isAllowed } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import type { Queryable } from '#platform/database.ts'
import { canImportAgencies } from './access.ts'
import { type ImportRun, importKinds, isOwn, stateAt } from './import-run.ts'
import { registryImports } from './tables.ts'

export interface ImportRunQuery {
  readonly actor: Actor
  readonly id: string
  readonly now: Date
}

/** Throws `registry.importNotFound`, also where somebody else's is asked for. */
export async function getImportRun(db: Queryable, { actor, id, now }: ImportRunQuery): Promise<ImportRun> {
  const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)
  const [run] = isId ? await db.select().from(registryImports).where(eq(registryImports.id, id)) : []
  const kind = importKinds.find((known) => known === run?.kind)
  if (!run || !kind || !(isOwn(run, actor) || isAllowed(actor, canImportAgencies))) {
    throw new Problem('notFound', 'registry.importNotFound')
  }
  const { fileName, startedAt, rowsTotal, rowsDone, result, progressedAt } = run
  const stored = storedStates.find((state) => state === run.state) ?? 'failed'
  const state = stateAt({ state: stored, progressedAt }, now)
  return { id, kind, fileName, startedAt, rowsTotal, rowsDone, state, result }
}

const storedStates = ['running', 'done', 'refused', 'failed'] as const
