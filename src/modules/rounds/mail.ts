/** The letter that reminds a coordinator of what closes soon. */
import { lastDayBefore } from '#base/bangkok-day.ts'
import type { Letter } from '#platform/mail-letter.ts'
import { en } from '#text/en.ts'
import { th } from '#text/th.ts'
import type { CalendarPhase } from './calendar.ts'
import type { Reminder } from './reminders.ts'

export interface Recipient {
  readonly agencyId: string
  readonly email: string
  readonly name: string
  /** Thai where left out. */
  readonly language?: 'th' | 'en'
}

export interface ReminderFacts {
  readonly fiscalYear: number
  readonly agency: { readonly nameTh: string; readonly nameEn: string }
  /** Of this one agency. */
  readonly reminders: readonly Reminder[]
  readonly phases: readonly CalendarPhase[]
  /** Where people reach the service, without a slash at the end. */
  readonly baseUrl: string
}

export function reminderLetter(recipient: Recipient, facts: ReminderFacts): Letter {
  const { language = 'th' } = recipient
  const { mail } = language === 'th' ? th : en
  const agency = language === 'th' ? facts.agency.nameTh : facts.agency.nameEn
  const closes = facts.reminders.map(({ phase, closesAt }) => ({
    phase: facts.phases.find((one) => one.phase === phase)?.name[language] ?? phase,
    lastDay: lastDayBefore(closesAt),
  }))
  const path = `${language === 'en' ? '/en' : ''}/rounds/${facts.fiscalYear}`
  return {
    to: recipient.email,
    subject: mail.reminder.subject(closes),
    text: mail.reminder.text({
      ...{ name: recipient.name, agency, year: facts.fiscalYear, closes },
      calendar: `${facts.baseUrl}${path}`,
    }),
  }
}
