/** Who is told of a link: the item's owner, or the agency's coordinators where nobody owns it who could act on it. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import { listCoordinators } from '#modules/accounts/coordinators.ts'
import { roleGrants, users } from '#modules/accounts/tables.ts'
import type { Queryable } from '#platform/database.ts'
import type { FailingLink } from './failing-links.ts'

export interface Recipient {
  readonly email: string
  readonly name: string
}

export type RecipientsOf = (link: Pick<FailingLink, 'agencyId' | 'ownerId'>) => readonly Recipient[]

export async function findRecipients(db: Queryable, links: readonly FailingLink[]): Promise<RecipientsOf> {
  const ownerIds = [...new Set(links.flatMap(({ ownerId }) => ownerId ?? []))]
  const owners = await listOwners(db, ownerIds)
  const ownerOf = ({ agencyId, ownerId }: Parameters<RecipientsOf>[0]) =>
    owners.find((owner) => owner.id === ownerId && owner.agencyId === agencyId)
  const without = links.filter((link) => !ownerOf(link)).map(({ agencyId }) => agencyId)
  const coordinators = Map.groupBy(
    await listCoordinators(db, [...new Set(without)]),
    ({ agencyId }) => agencyId,
  )
  return (link) => {
    const owner = ownerOf(link)
    return owner ? [owner] : (coordinators.get(link.agencyId) ?? [])
  }
}

/** Those who still have a role at the agency and may sign in. */
function listOwners(db: Queryable, ids: readonly string[]) {
  return db
    .selectDistinct({
      ...{ id: users.id, email: users.email, name: users.name },
      agencyId: sql<string>`${roleGrants.agencyId}`,
    })
    .from(users)
    .innerJoin(roleGrants, eq(roleGrants.userId, users.id))
    .where(
      and(
        sql`${users.id} = any(${sql.param(ids)}::uuid[])`,
        isNull(roleGrants.endedAt),
        isNull(users.disabledAt),
      ),
    )
}
