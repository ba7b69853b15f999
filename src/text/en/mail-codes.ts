/** One-time codes by e-mail: the page that sends them, the letter, the words of the command, and what may go wrong. */
import { writeDay } from '../days.ts'
import type { Values } from '../text.ts'

const englishNumber = new Intl.NumberFormat('en')
const many = (count: number) => englishNumber.format(count)
const addresses = (count: number) => (count === 1 ? '1 address' : `${many(count)} addresses`)

interface LetterFacts {
  readonly agency: string
  readonly survey: string
  readonly year: number
  readonly code: string
  readonly url: string
  readonly privacy: string
  /** The last day, such as 2026-01-29. */
  readonly closesOn: string | null
}

export const mailCodes = {
  toPage: 'Send codes by e-mail …',
  titleOf: (part: string) => `Codes by e-mail: ${part}`,
  lead: 'Each address gets one letter with the link and a code of its own.',
  before: {
    heading: 'Before you send',
    pairing:
      'No e-mail address is kept anywhere. Which address has which code is in memory only while letters go out; your mail server, though, sees both.',
    twice:
      'So the system does not know whom it has written to. Whoever gets two codes can answer twice: keep note of the lists you have sent.',
    few: 'Send to many at once: until the close, a copy of the database tells codes made together from those made at another time.',
    time: (most: number, seconds: number) =>
      `One press sends ${many(most)} letters at most, for about ${many(seconds)} seconds at most. Keep this page open meanwhile; it then offers you the rest.`,
    death:
      'Should the server stop midway, codes already sent stay valid, but nothing will tell to whom they went.',
  },
  addresses: 'E-mail addresses',
  addressesHint:
    'One a line, or paste a table with a column of e-mails. 5,000 at most; an address that comes twice is written to once.',
  file: 'Or a CSV or XLSX file, in place of the box',
  pasted: 'the pasted list',
  send: 'Make codes and send the letters',
  sendRest: 'Make new codes and send to the addresses above',
  noServer:
    'Codes cannot be sent by e-mail: no mail server is set (MAIL_URL and MAIL_FROM). Letters kept as files instead would leave the pairs of address and code on disk. Ask whoever runs the machine, or use a sheet of codes.',
  notByCodes: 'This part does not take answers by one-time code, so there is none to send.',
  report: {
    heading: 'What was sent',
    once: 'This report is shown once: no address is kept.',
    sent: (count: number) =>
      count === 1 ? 'The mail server took 1 letter' : `The mail server took ${many(count)} letters`,
    refused: (count: number) => `The mail server refused ${addresses(count)}: check how they are written`,
    failed: (count: number) => `${addresses(count)} could not be sent to just now: try again`,
    left: (count: number) => `${addresses(count)} had no turn yet`,
    revoked: 'The codes of letters that did not leave are revoked; sent again, they get new ones.',
    notRevoked: 'The codes of letters that did not leave could not be revoked; nobody knows them, though.',
    retry: 'Those who have got nothing yet are in the box below: correct them and send on.',
    all: 'Every address has been written to.',
  },
  progress: (done: number, total: number) => `${many(done)} of ${many(total)} sent`,
  letter: {
    subject: ({ year }: LetterFacts) => `Your survey code, ${year}`,
    text: ({
      agency,
      survey,
      year,
      code,
      url,
      privacy,
      closesOn,
    }: LetterFacts) => `Dear stakeholder of ${agency},

You are invited to answer the ${survey} of ${agency} for fiscal year ${year}. It takes about 5 minutes.

Form: ${url}
Your one-time code: ${code}
${closesOn ? `Answers are taken until ${writeDay(closesOn, 'en')}, 24:00.\n` : ''}
Nobody can join your answers with you. The service keeps a fingerprint of the code and whether it was used; it does not keep this e-mail address, nor which code went to whom, nor the code with the answers. What is kept: ${privacy}

This code was sent to you alone and works once: please do not pass it on. If you get several letters, use the latest and answer once. This letter was sent by the system; no reply is needed.
`,
  },
}

export const mailCodesProblems = {
  'mail.noServer': () => mailCodes.noServer,
  'mail.unreachable': ({ reason }: Values) =>
    `The mail server does not answer (${reason}). No code was made and no letter sent: try again later`,
  'survey.addressesInvalid': ({ count }: Values) =>
    `E-mail addresses to mend: ${many(Number(count))}. No code was made and no letter sent`,
  'survey.addressWrong': ({ line, value }: Values) => `Line ${line}: “${value}” is no e-mail address`,
  'survey.addressSeveral': ({ line, value }: Values) =>
    `Line ${line}: “${value}” holds several addresses; give each a line of its own`,
  'survey.addressesNone': () => 'There is no e-mail address: paste a list or choose a file',
  'survey.addressesTooMany': ({ count, most }: Values) =>
    `${many(Number(count))} addresses are too many at once (${many(Number(most))} at most): part the list`,
  'survey.mailedAlready': () =>
    'This form was sent already and is not sent again, so that nobody gets two codes. For another list, fill it in anew below',
}
