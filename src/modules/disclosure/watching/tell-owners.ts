/** Tells the owners of links that fail: a person has one letter a day, with all their links, and no link twice. */
import { dayOf, startOfDay } from '#base/bangkok-day.ts'
import { inBatches } from '#base/batches.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import type { Round } from '#modules/rounds/round.ts'
import type { Context } from '#platform/context.ts'
import type { Log } from '#platform/log.ts'
import type { Outbox } from '#platform/mail-outbox.ts'
import { titleOf } from '../item.ts'
import { disclosureNotices } from '../tables.ts'
import { type FailingLink, listFailingLinks, listLinksToldOf } from './failing-links.ts'
import { failingLinksLetter } from './mail.ts'
import { findRecipients, type Recipient, type RecipientsOf } from './recipients.ts'

export interface NoticeMeans {
  readonly outbox: Pick<Outbox, 'put'>
  /** Where people reach the service, without a slash at the end. */
  readonly baseUrl: string
  readonly log: Log
}

interface Telling {
  readonly round: Round
  readonly means: NoticeMeans
}

const noticesPerStatement = 1000

/** Links of people who had their letter today, and of agencies where nobody can be told, wait for another day. */
export async function tellOfFailingLinks(
  context: Context,
  { round, means }: Telling,
): Promise<{ readonly letters: number }> {
  const { transaction, now } = context
  const failing = await listFailingLinks(transaction, round.id)
  if (failing.length === 0) return { letters: 0 }
  const toldOf = await listLinksToldOf(transaction, startOfDay(dayOf(now)))
  const recipientsOf = await findRecipients(transaction, [...failing, ...toldOf])
  const hadOne = new Set(toldOf.flatMap(recipientsOf).map(({ email }) => email))
  const due = failing.filter((link) => {
    const recipients = recipientsOf(link)
    return recipients.length > 0 && recipients.every(({ email }) => !hadOne.has(email))
  })
  for (const batch of inBatches(due, noticesPerStatement)) {
    await transaction
      .insert(disclosureNotices)
      .values(batch.map(({ linkId, checkId }) => ({ linkId, checkId, at: now })))
      .onConflictDoNothing()
  }
  const { framework } = await getPinnedFramework(transaction, round.frameworkHash)
  const titles = new Map(
    framework.disclosureItems.map((item) => [item.code, titleOf(item, round.fiscalYear)] as const),
  )
  const letters = [...byPerson(due, recipientsOf).values()].map(({ recipient, links }) =>
    failingLinksLetter(recipient, { fiscalYear: round.fiscalYear, links, titles, baseUrl: means.baseUrl }),
  )
  await means.outbox.put(context, { about: 'item.linksFail', letters })
  return { letters: letters.length }
}

interface PersonsLinks {
  readonly recipient: Recipient
  readonly links: readonly FailingLink[]
}

function byPerson(links: readonly FailingLink[], recipientsOf: RecipientsOf): Map<string, PersonsLinks> {
  const pairs = links.flatMap((link) => recipientsOf(link).map((recipient) => ({ recipient, link })))
  const grouped = Map.groupBy(pairs, ({ recipient }) => recipient.email)
  return new Map(
    [...grouped].flatMap(([email, [first, ...rest]]) =>
      first ? [[email, { recipient: first.recipient, links: [first, ...rest].map(({ link }) => link) }]] : [],
    ),
  )
}
