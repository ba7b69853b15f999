/** Lets everyone see the state of an agency's items, or nobody. */
import { newId } from '#base/id.ts'
import { authorize } from '#base/permission.ts'
import { agencySubject } from '#modules/registry/agency.ts'
import { getPlacedAgency } from '#modules/registry/find-place.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canShowStatus } from './access.ts'
import { isStatusShown } from './board.ts'
import { doneBy } from './step.ts'
import { disclosureShowings } from './tables.ts'

export interface StatusShowing {
  readonly agencyCode: string
  readonly isShown: boolean
}

/** For all rounds. What is so already stays untouched. Throws `registry.agencyNotFound` or `access.refused`. */
export async function showStatus(context: Context, { agencyCode, isShown }: StatusShowing): Promise<void> {
  const { transaction, actor } = context
  const { code, place } = await getPlacedAgency(transaction, agencyCode)
  const role = authorize(actor, canShowStatus, place)
  if ((await isStatusShown(transaction, place.agencyId)) === isShown) return
  await transaction
    .insert(disclosureShowings)
    .values({ id: newId(), agencyId: place.agencyId, isShown, ...doneBy(context) })
  await recordEvent(context, {
    event: 'item.statusShown',
    role,
    subject: agencySubject(code),
    details: { isShown },
  })
}
