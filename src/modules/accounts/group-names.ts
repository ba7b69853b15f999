/** What the groups of agencies are called over which roles are granted: a type, a ministry, a province. */
import { inArray } from 'drizzle-orm'
import type { Grant } from '#base/actor.ts'
import type { Words } from '#base/words.ts'
import { agencyTypes, ministries, provinces } from '#modules/registry/tables.ts'
import type { Queryable } from '#platform/database.ts'

const tables = { type: agencyTypes, ministry: ministries, province: provinces } as const
const kinds = ['type', 'ministry', 'province'] as const

/** Asked of each of the grants, it gives its type, its ministry and its province, as far as it names them. */
export async function nameGroups(
  db: Queryable,
  grants: readonly Pick<Grant, 'scope'>[],
): Promise<(grant: Pick<Grant, 'scope'>) => Words[]> {
  const names = new Map<string, Words>()
  for (const kind of kinds) {
    const codes = grants.flatMap((grant) => codeOf(grant, kind) ?? [])
    for (const { code, nameTh, nameEn } of await findNames(db, kind, codes)) {
      names.set(`${kind} ${code}`, { th: nameTh, en: nameEn })
    }
  }
  return (grant) => kinds.flatMap((kind) => names.get(`${kind} ${codeOf(grant, kind)}`) ?? [])
}

type Kind = (typeof kinds)[number]

function codeOf({ scope }: Pick<Grant, 'scope'>, kind: Kind): string | undefined {
  return scope.kind === 'group' ? scope[kind] : undefined
}

async function findNames(db: Queryable, kind: Kind, codes: readonly string[]) {
  if (codes.length === 0) return []
  const { code, nameTh, nameEn } = tables[kind]
  return db
    .select({ code, nameTh, nameEn })
    .from(tables[kind])
    .where(inArray(code, [...new Set(codes)]))
}
