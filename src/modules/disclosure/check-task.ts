/** Asks the worker to check the links of an item's answer. */
import type { Context } from '#platform/context.ts'
import { enqueue } from '#platform/jobs.ts'
import type { NamedItem } from './item.ts'

export const checkItemTask = 'checkItem'

/** The task's payload names the item. A request that still waits is replaced. */
export async function enqueueCheck(context: Pick<Context, 'transaction'>, item: NamedItem): Promise<void> {
  const { fiscalYear, agencyCode, itemCode } = item
  await enqueue(context, {
    task: checkItemTask,
    payload: { fiscalYear, agencyCode, itemCode },
    key: `${checkItemTask}:${fiscalYear}/${agencyCode}/${itemCode}`,
  })
}
