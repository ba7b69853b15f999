/** Keeps a framework version in the database, so that what was scored by it can be read as long as the result is. */
import { authorize } from '#base/permission.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canPinFramework } from './access.ts'
import type { LoadedFramework } from './framework.ts'
import { frameworkVersions } from './tables.ts'

/** A version that is kept already is left as it is. Throws `access.refused`. */
export async function pinFramework(context: Context, { framework, hash }: LoadedFramework): Promise<void> {
  const role = authorize(context.actor, canPinFramework)
  const added = await context.transaction
    .insert(frameworkVersions)
    .values({ hash, fiscalYear: framework.fiscalYear, document: framework })
    .onConflictDoNothing()
    .returning({ hash: frameworkVersions.hash })
  if (added.length === 0) return
  await recordEvent(context, {
    event: 'framework.pinned',
    role,
    subject: `framework:${framework.fiscalYear}`,
    details: { hash },
  })
}
