/** Letters as jobs: put out with the act that asks for them, sealed until they are sent, and noted when they went. */
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#base/id.ts'
import type { Context } from './context.ts'
import { enqueueAll } from './jobs.ts'
import type { Letter, Mail } from './mail-letter.ts'
import { letters } from './mail-tables.ts'
import { open, type Secret, seal } from './secret.ts'

export const letterTask = 'sendLetter'

export interface LettersPutOut {
  /** What they tell of, such as `round.reminder`. */
  readonly about: string
  readonly letters: readonly Letter[]
}

export interface Outbox {
  /** In the transaction given: undone with it. */
  put(context: Pick<Context, 'transaction' | 'now'>, putOut: LettersPutOut): Promise<void>
  /** The job of one letter. Throws what `Mail.send` throws. */
  send(context: Context, given: { readonly mail: Mail; readonly payload: unknown }): Promise<void>
}

const payloadSchema = z.object({ id: z.string(), sealed: z.base64() })
const letterSchema = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().exactOptional(),
})

/** A copy of the database shows nobody's address and opens no link: the letters that wait are sealed by the secret. */
export function makeOutbox(secret: Secret): Outbox {
  const key = secret.deriveKey('letters')
  return {
    put: async ({ transaction, now }, { about, letters: putOut }) => {
      if (putOut.length === 0) return
      const rows = putOut.map((letter) => ({ letter, row: { id: newId(), about, askedAt: now } }))
      await transaction.insert(letters).values(rows.map(({ row }) => row))
      const jobs = rows.map(({ letter, row: { id } }) => {
        const sealed = seal(key, JSON.stringify(letter)).toString('base64')
        return { task: letterTask, key: `letter:${id}`, payload: { id, sealed } }
      })
      await enqueueAll({ transaction }, jobs)
    },
    send: async ({ transaction, now }, { mail, payload }) => {
      const { id, sealed } = payloadSchema.parse(payload)
      const letter = letterSchema.parse(JSON.parse(open(key, Buffer.from(sealed, 'base64'))))
      const noted = await transaction
        .update(letters)
        .set({ sentAt: now })
        .where(and(eq(letters.id, id), isNull(letters.sentAt)))
      if (noted.rowCount === 1) await mail.send(letter, id)
    },
  }
}
