/** What follows an event, all of it on this page. An event stands in `platform/jobs-of-events.ts` too, by which it gets its job. */
import { z } from 'zod'
import { invitationLetterFor } from '#modules/accounts/queries.ts'
import type { Context } from '#platform/context.ts'
import { type EventWithReaction, eventsWithReaction } from '#platform/jobs-of-events.ts'
import type { Outbox } from '#platform/mail-outbox.ts'
import type { Secret } from '#platform/secret.ts'

/** What a reaction has besides the context of its job. */
export interface Means {
  readonly outbox: Outbox
  readonly secret: Secret
  /** Where people reach the service, without a slash at the end. */
  readonly baseUrl: string
}

interface Happened {
  /** What it was done to: the id in `invitation:0198…`, the year in `round:2568`. */
  readonly subjectId: string
  readonly means: Means
}

type Reaction = (context: Context, happened: Happened) => Promise<void>

const reactions: Readonly<Record<EventWithReaction, Reaction>> = {
  'account.invited': async (context, { subjectId, means }) => {
    const letter = await invitationLetterFor(context.transaction, subjectId, means)
    if (letter) await means.outbox.put(context, { about: 'account.invited', letters: [letter] })
  },
}

const payloadSchema = z.object({ event: z.enum(eventsWithReaction), subject: z.string() })

/** The job of an event: once, and together with all that the reaction writes. */
export async function react(
  context: Context,
  { payload, means }: { readonly payload: unknown; readonly means: Means },
): Promise<void> {
  const { event, subject } = payloadSchema.parse(payload)
  await reactions[event](context, { subjectId: subject.slice(subject.indexOf(':') + 1), means })
}
