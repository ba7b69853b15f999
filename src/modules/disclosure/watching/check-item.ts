/** The job that checks the links of an item's answer soon after it was given. */
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { agencies } from '#modules/registry/tables.ts'
import { rounds } from '#modules/rounds/tables.ts'
import type { Context } from '#platform/context.ts'
import { storeCheck } from '../store-check.ts'
import { disclosureAnswers } from '../tables.ts'
import { type CheckLink, isOfLatestAnswer, listAskedLinks } from './asked-link.ts'

const payloadSchema = z.object({ fiscalYear: z.number(), agencyCode: z.string(), itemCode: z.string() })

/** Of the answer that holds by now. Throws `access.refused`. */
export async function checkItem(context: Context, payload: unknown, check: CheckLink): Promise<void> {
  const { fiscalYear, agencyCode, itemCode } = payloadSchema.parse(payload)
  const links = await listAskedLinks(context.transaction, {
    where: and(
      eq(rounds.fiscalYear, fiscalYear),
      eq(agencies.codeKey, agencyCode.toLowerCase()),
      eq(disclosureAnswers.itemCode, itemCode),
      isOfLatestAnswer,
    ),
  })
  const found = await Promise.all(
    links.map(async (asked) => ({ linkId: asked.linkId, report: (await check(asked)).report })),
  )
  for (const one of found) await storeCheck(context, one)
}
