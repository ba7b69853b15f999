/** Which letters were asked for and which have gone out: neither address nor words of them. */
import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

export const letters = pgTable(
  'letters',
  {
    /** Part of the letter's Message-ID. */
    id: text().primaryKey(),
    /** What it tells of, such as `round.reminder`. */
    about: text().notNull(),
    askedAt: timestamp({ withTimezone: true }).notNull(),
    /** When the mail server took it over; null while it has not. */
    sentAt: timestamp({ withTimezone: true }),
  },
  (letter) => [index().on(letter.sentAt, letter.askedAt)],
)
