/** What interviews need that is not in the database: the keys that seal their answers, and the names of people to call. */
import { z } from 'zod'
import { open, type Secret, seal } from '#platform/secret.ts'
import type { Contact } from './interview.ts'
import { makeWaitingRoom, type WaitingRoom } from './waiting-room.ts'

export interface InterviewDesk {
  /** Seals an interview's answers. */
  readonly room: WaitingRoom
  sealContact(contact: Contact): Buffer
  /** Throws `secret.cannotOpen` where it was sealed by another key. */
  openContact(sealed: Buffer): Contact
}

const contactSchema = z.object({ name: z.string(), phone: z.string() })

export function makeInterviewDesk(secret: Secret): InterviewDesk {
  const key = secret.deriveKey('interview-contacts')
  return {
    room: makeWaitingRoom(secret),
    sealContact: ({ name, phone }) => seal(key, JSON.stringify({ name, phone })),
    openContact: (sealed) => contactSchema.parse(JSON.parse(open(key, sealed))),
  }
}
