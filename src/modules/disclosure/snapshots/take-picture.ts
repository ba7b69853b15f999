/** The job that adds the picture of a page to its snapshot. */
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { authorize } from '#base/permission.ts'
import type { Context } from '#platform/context.ts'
import { type Files, keepFile } from '#platform/files/files.ts'
import { type Pictures, pictureType } from '#platform/picture/picture.ts'
import { canWatchItems } from '../access.ts'
import { disclosureSnapshots } from '../tables.ts'
import { getSnapshot } from './snapshots.ts'

export interface PictureMeans {
  readonly files: Files
  readonly pictures: Pick<Pictures, 'take'>
}

const payloadSchema = z.object({ linkId: z.uuid() })

/** Drawn from the bytes that were kept; a page that cannot be drawn stays without. */
export async function takePicture(
  context: Context,
  payload: unknown,
  { files, pictures }: PictureMeans,
): Promise<void> {
  authorize(context.actor, canWatchItems)
  const { linkId } = payloadSchema.parse(payload)
  const { url, snapshot } = await getSnapshot(context.transaction, linkId)
  const { bodyKey, pictureKey, report } = snapshot
  const bytes = bodyKey !== null && pictureKey === null ? await files.get(bodyKey) : undefined
  if (!bytes) return
  const picture = await pictures.take({
    url: report?.finalUrl ?? url,
    bytes,
    contentType: report?.contentType ?? '',
  })
  if (!picture) return
  const key = await keepFile(files, picture, pictureType)
  await context.transaction
    .update(disclosureSnapshots)
    .set({ pictureKey: key })
    .where(and(eq(disclosureSnapshots.linkId, linkId), isNull(disclosureSnapshots.pictureKey)))
}
