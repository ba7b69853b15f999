/** Keeps a finding that assessors use again in their remarks. */

import { and, eq, isNull } from 'drizzle-orm'
import { traceOf } from '#base/actor.ts'
import { newId } from '#base/id.ts'
import { authorizeSomewhere } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canAssessItems } from '../access.ts'
import { getDisclosureItem, type ReasonKind, reasonKinds } from '../item.ts'
import { itemCode } from '../scores-file.ts'
import { disclosureFindings } from '../tables.ts'

export interface FindingEntry {
  readonly fiscalYear: number
  /** The item of that year it is for; it holds for the same item of all years. For any item without it. */
  readonly itemCode?: string | undefined
  readonly reasonKind: ReasonKind
  /** 1 to 1,000 characters. */
  readonly text: string
}

const longestFinding = 1000

/** Throws `access.refused`, `round.notFound`, `item.unknown`, `finding.invalid` or `finding.exists`. */
export async function addFinding(context: Context, entry: FindingEntry): Promise<{ readonly id: string }> {
  const { actor, transaction, now } = context
  const role = authorizeSomewhere(actor, canAssessItems)
  const text = entry.text.toWellFormed().replaceAll('\u0000', '').trim()
  if (text === '' || text.length > longestFinding || !reasonKinds.includes(entry.reasonKind)) {
    throw new Problem('invalid', 'finding.invalid', { most: longestFinding })
  }
  const itemId = await itemIdOf(context, entry)
  const ofItem = itemId === null ? isNull(disclosureFindings.itemId) : eq(disclosureFindings.itemId, itemId)
  const same = and(ofItem, eq(disclosureFindings.text, text), isNull(disclosureFindings.retiredAt))
  if ((await transaction.$count(disclosureFindings, same)) > 0)
    throw new Problem('conflict', 'finding.exists')
  const id = newId()
  await transaction.insert(disclosureFindings).values({
    ...{ id, itemId, reasonKind: entry.reasonKind, text },
    ...{ at: now, actorKind: actor.kind, actorName: traceOf(actor) },
  })
  await recordEvent(context, {
    ...{ event: 'finding.added', role, subject: findingSubject(id) },
    details: { item: itemId, reason: entry.reasonKind },
  })
  return { id }
}

/** What the audit trail calls it. */
export function findingSubject(id: string): string {
  return `finding:${id}`
}

async function itemIdOf({ transaction }: Context, { fiscalYear, itemCode: code }: FindingEntry) {
  if (code === undefined) return null
  const round = await getRound(transaction, fiscalYear)
  const { framework } = await getPinnedFramework(transaction, round.frameworkHash)
  return getDisclosureItem(framework, itemCode(code)).id
}
