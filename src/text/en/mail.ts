/** The letters the system sends, and what may go wrong with them. */
import { writeDay } from '../days.ts'
import type { Values } from '../text.ts'

interface Close {
  readonly phase: string
  /** The last day, such as 2026-04-30. */
  readonly lastDay: string
}

const closeOf = ({ phase, lastDay }: Close) => `${phase}: closes at the end of ${writeDay(lastDay, 'en')}`

export const mail = {
  reminder: {
    subject: (closes: readonly Close[]) =>
      `Closing soon: ${closes.map(({ phase, lastDay }) => `${phase} (${writeDay(lastDay, 'en')})`).join(', ')}`,
    text: ({
      name,
      agency,
      year,
      closes,
      calendar,
    }: {
      readonly name: string
      readonly agency: string
      readonly year: number
      readonly closes: readonly Close[]
      readonly calendar: string
    }) => `Dear ${name},

For ${agency}, in the ITA of fiscal year B.E. ${year}:

${closes.map((close) => `• ${closeOf(close)}`).join('\n')}

Once a step is closed nothing more is taken for it. If you need longer, please ask the administrator of the round before the close.

The round's calendar: ${calendar}

Sent by the system to the agency's coordinators.
`,
  },
}

export const mailProblems = {
  'mail.notSent': ({ reason }: Values) =>
    `the letter could not be sent yet (${reason}): it will be tried again`,
  'mail.refused': ({ reason }: Values) =>
    `the mail server refuses letters to this address (${reason}): check the address`,
}
