/** Gives a new instance the reference lists that come with the product, so that its first agency finds its type. */
import type { Actor } from '#base/actor.ts'
import { act, type Doorway } from '#platform/context.ts'
import { installReference } from './install-reference.ts'
import { readShippedReference } from './reference-files.ts'
import { agencyTypes } from './tables.ts'

const server: Actor = { kind: 'system', name: 'server' }

/** Does nothing where there are any. Throws as `readReference` does. */
export async function provideReference(doorway: Doorway): Promise<void> {
  const [known] = await doorway.database.query.select({ code: agencyTypes.code }).from(agencyTypes).limit(1)
  if (known) return
  const reference = await readShippedReference()
  await act(doorway, server, (context) => installReference(context, reference))
}
