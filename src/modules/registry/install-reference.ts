/** Puts the reference lists in place, or brings their names and order up to date. Nothing is ever removed. */

import { sql } from 'drizzle-orm'
import { authorize } from '#base/permission.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canInstallReference } from './access.ts'
import { type Reference, referenceKinds } from './reference.ts'
import { agencyTypes, ministries, provinces } from './tables.ts'

const tables = { types: agencyTypes, ministries, provinces }

/** Throws `access.refused`. */
export async function installReference(context: Context, reference: Reference): Promise<void> {
  const role = authorize(context.actor, canInstallReference)
  for (const kind of referenceKinds) {
    const rows = reference[kind].map(({ code, name }, position) => ({
      code,
      nameTh: name.th,
      nameEn: name.en,
      position,
    }))
    await context.transaction
      .insert(tables[kind])
      .values(rows)
      .onConflictDoUpdate({
        target: tables[kind].code,
        set: {
          nameTh: sql`excluded.name_th`,
          nameEn: sql`excluded.name_en`,
          position: sql`excluded.position`,
        },
      })
  }
  await recordEvent(context, {
    event: 'reference.installed',
    role,
    subject: 'registry',
    details: Object.fromEntries(referenceKinds.map((kind) => [kind, reference[kind].length])),
  })
}
