/** The letters that accounts send, in Thai and English, as values. */

import type { Role } from '#base/actor.ts'
import { lastDayBefore } from '#base/bangkok-day.ts'
import type { Words } from '#base/words.ts'
import type { Letter } from '#platform/mail-letter.ts'
import type { Secret } from '#platform/secret.ts'
import { en } from '#text/en.ts'
import { th } from '#text/th.ts'
import { invitationToken } from './invitation.ts'

interface InvitationFacts {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  /** Null at the centre and for groups. */
  readonly agency: Words | null
  readonly expiresAt: Date
  readonly baseUrl: string
  readonly secret: Secret
}

/** Where an invited person accepts. */
export function invitationLink({
  baseUrl,
  secret,
  id,
}: Pick<InvitationFacts, 'baseUrl' | 'secret' | 'id'>): string {
  return `${baseUrl}/invitations/${invitationToken(secret, id)}`
}

export function writeInvitation(facts: InvitationFacts): Letter {
  const { email, name, role, agency, expiresAt } = facts
  const bodies = [th, en].map((text) =>
    text.accounts.letters.invitation({
      ...{ name, role: text.roles[role], agency: agency?.[text.language] ?? '' },
      link: invitationLink(facts),
      lastDay: lastDayBefore(expiresAt),
    }),
  )
  return letter(email, 'invitationSubject', bodies)
}

export function writeReset({ to, name, link }: { to: string; name: string; link: string }): Letter {
  return letter(
    to,
    'resetSubject',
    [th, en].map((text) => text.accounts.letters.reset({ name, link })),
  )
}

function letter(
  to: string,
  subject: 'invitationSubject' | 'resetSubject',
  bodies: readonly string[],
): Letter {
  return {
    to,
    subject: `${th.accounts.letters[subject]} · ${en.accounts.letters[subject]}`,
    text: `${bodies.join('\n\n— — —\n\n')}\n`,
  }
}
