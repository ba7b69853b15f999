/** The surveys people answer: the form, posters, the words of the surveys command, and its problems. */
import { writeDay } from '../days.ts'
import type { Values } from '../text.ts'

const day = (iso: string) => writeDay(iso, 'en')
const englishNumber = new Intl.NumberFormat('en')
const many = (count: number | string | undefined) => englishNumber.format(Number(count))

const reasons: Readonly<Record<string, string>> = {
  ruleUnknown: 'the minimum of this year is not known yet',
  headcountUnknown: 'the number of people to ask at the agency is not known yet',
  groupUnknown: 'the minimum for agencies of this group is not known yet',
  missionUnknown: 'the minimum goes by what the agency mainly does, which is not known',
}

const partNames: Readonly<Record<string, string>> = {
  iit: 'IIT',
  eit: 'EIT',
  eitPublic: 'EIT part 1',
  eitSurvey: 'EIT part 2',
}
const nameOf = (part: string | number | undefined) => partNames[String(part)] ?? String(part)

export const surveys = {
  form: {
    titles: {
      iit: 'Internal Integrity and Transparency Assessment (IIT)',
      eit: 'External Integrity and Transparency Assessment (EIT)',
    },
    year: (year: number) => `Fiscal year ${year}`,
    whom: {
      iit: 'For everyone who has worked at this agency for a year or more, at any level',
      eit: 'For everyone who has used or dealt with this agency this fiscal year',
    },
    promise:
      'Nothing is kept by which anybody, even those who run this service, could tell which answers are yours. No name, time, device or internet address.',
    promiseLink: 'Read what is kept and how it is protected',
    imaginary: 'imaginary agency, for the demo',
    unverified: 'Some texts have not been compared with this year’s official form yet; they are marked ?',
    allUnverified: 'The texts of this form have not been compared with this year’s official form yet.',
    unverifiedMark: 'not verified',
    length: (count: number) => `${many(count)} questions. Please answer all of them, one answer each.`,
    number: (place: number, count: number) => `Question ${many(place)} of ${many(count)}`,
    answered: (count: number) => `Of ${many(count)} answered:`,
    code: 'Your one-time code',
    codeHint:
      'It is on the slip you were given and works once. The service does not know whose it is and does not keep it with the answers.',
    send: 'Send my answers',
    sendOnce: 'You may press again, or send again after a lost connection: it counts once.',
    faultTitle: 'Not sent yet: please complete these',
    faultKept: 'Everything you chose is still there.',
    faultAt: (place: number) => `Question ${many(place)} has no answer`,
    faultCode: 'The one-time code is wrong or was used already',
    faultMark: 'Please choose an answer',
    brand: 'Prongsai',
    other: 'ไทย',
    contact: (agency: string) => `Agency assessed: ${agency}`,
  },
  thanks: {
    title: 'Your answers have arrived',
    body: 'Thank you for making public agencies more transparent.',
    safe: 'Nothing on this page tells who you are or what you answered. You can close it now.',
    again: 'Opening this page again adds nothing.',
  },
  notice: {
    unknown: {
      title: 'There is no survey at this link',
      body: 'Please check the letters, or scan the QR code again. If it still fails, ask the agency that gave you the link.',
    },
    revoked: {
      title: 'This link is no longer in use',
      body: 'The agency has a new link; please ask for it. Answers sent before are all still there.',
    },
    upcoming: {
      title: 'This survey is not open yet',
      body: (opens: string) => `It opens on ${day(opens)}. Please come back to this link then.`,
    },
    closed: {
      title: 'This survey is closed',
      body: (closes: string) =>
        closes
          ? `It was open until ${day(closes)}. Answers received by then are all there; anything sent later was not kept.`
          : 'Answers received before the close are all there; anything sent later was not kept.',
    },
    busy: {
      title: 'Many people are sending right now',
      body: 'Everything you chose is still below. Wait a moment and send again: it counts once.',
    },
    tooMany: {
      title: 'This network is sending too often',
      body: 'Everything you chose is still below. Please wait a moment and send again.',
    },
    flooded: {
      title: 'Unusually much is being sent to this link',
      body: 'Everything you chose is still below. Please wait a moment and send again.',
      working:
        'Your device is computing in place of waiting, which can take some seconds. The sum says nothing about you.',
      ready: 'Done: you can send now, without waiting.',
    },
    unavailable: {
      title: 'The service is not ready right now',
      body: 'If you have just pressed send, go back and send again in a moment: it counts once.',
    },
    broken: {
      title: 'What was sent could not be read',
      body: 'Nothing was kept. Please open the link again and answer once more.',
    },
  },
  privacy: {
    title: 'How your answers are kept',
    sections: [
      {
        heading: 'What is kept',
        items: [
          'The option you chose for each question, the agency you assessed, and the day your answers joined a group.',
          'A fingerprint of the form’s key, so that the same answers are not counted twice. It is not kept with the answers.',
        ],
      },
      {
        heading: 'What is not kept',
        items: [
          'Name, identity number, telephone, e-mail, the time, the device or program you used, your internet address, the page you came from.',
          'The form sets no cookies, runs no script, and fetches nothing from elsewhere. Only where a link is flooded, the page that says so computes a sum in place of waiting, which says nothing about you.',
        ],
      },
      {
        heading: 'How guessing is prevented',
        items: [
          'New answers wait encrypted until at least {group} have come or the survey closes; then they are shuffled and stored together.',
          'When the survey closes, all answers are shuffled and written anew, so the order in which they came is gone.',
          'Nobody sees a score before the close, only how many answered; and no figure of a group of fewer than 5 is shown.',
          'If you answer with a one-time code, the service knows only that the code was used, not when or with which answers.',
          'Where the code came by e-mail, the service does not keep which code went to which address. The mail server that carried the letter saw both; your answers were never in it.',
        ],
      },
      {
        heading: 'What you can do',
        items: ['Answer on a device of your own. On a shared one, please close the window after sending.'],
      },
    ],
  },
  poster: {
    title: 'Take part: how transparent are we?',
    scan: 'Scan to answer',
    orType: 'or type this address into a browser',
    anonymous: 'Anonymous: no name, time or device is kept',
    time: 'About five minutes, no app, no account',
    byCode: 'You need a code from a slip of paper, which works once',
    until: (closes: string) => `Open until 24:00 on ${day(closes)}`,
    code: (code: string) => `Link code ${code}`,
    imaginary: 'imaginary agency, for the demo',
  },
  codeSheet: {
    title: (agency: string) => `One-time codes · ${agency}`,
    advice:
      'Cut apart, lay face down and let each person draw one. Do not note who drew which. Only fingerprints of the codes are kept, and this sheet cannot be printed again.',
    slip: 'The code works once',
  },
  cli: {
    opened: ({ year, made }: Values) => `round of ${year}: ${many(made)} links made`,
    noLinks: ({ year }: Values) =>
      `the round of ${year} has no links yet; make them with surveys open-links --year ${year}`,
    closed: ({ agency, part, answers, minimum }: Values) =>
      `${nameOf(part)} of ${agency} is closed with ${many(answers)} answers${minimum === undefined ? '' : `; the minimum is ${many(minimum)}`}`,
    closedEnded: ({ count }: Values) => `${many(count)} parts closed by the calendar`,
    progress: ({ part, count, minimum, reason, closed }: Values) =>
      `${nameOf(part)}: ${many(count)} answered${minimum === undefined ? ` (${reasons[String(reason)] ?? ''})` : `, the minimum is ${many(minimum)}`}${closed ? ' · closed' : ''}`,
    progressShort: ({ part, count, minimum, closed }: Values) =>
      `${nameOf(part)} ${many(count)}${minimum === undefined ? '' : `/${many(minimum)}`}${closed ? ' (closed)' : ''}`,
    headcount: ({ agency }: Values) => `the headcount of ${agency} is noted`,
    written: ({ file }: Values) => `${file} is written`,
    mode: { open: 'open link', codes: 'one-time codes' },
    modeSet: ({ agency, part }: Values) => `the way to answer ${nameOf(part)} of ${agency} is set`,
    revoked: ({ agency, part }: Values) => `the link of ${nameOf(part)} of ${agency} is revoked`,
    demo: 'Try a survey',
  },
  reasons,
}

export const surveyProblems = {
  'survey.keyInvalid': () =>
    'The form’s key is incomplete, so nothing was kept; please open the form again and answer once more',
  'survey.answersIncomplete': () => 'Some answers are missing; nothing was kept',
  'survey.answerMissing': ({ question }: Values) => `Question ${question} has no answer`,
  'survey.answerUnknown': ({ question }: Values) => `Question ${question} has no such option`,
  'survey.codeMissing': () => 'The one-time code is missing',
  'survey.codeRefused': () => 'The one-time code is wrong or was used already; nothing was kept',
  'survey.notOpenYet': ({ opens }: Values) =>
    `This survey is not open yet; it opens on ${day(String(opens))}`,
  'survey.partClosed': ({ closes }: Values) =>
    `This survey is closed${closes ? ` (it was open until ${day(String(closes))})` : ''}`,
  'survey.linkRevoked': () => 'This link is no longer in use; please ask the agency for the new one',
  'survey.linkUnknown': () => 'There is no survey at this link',
  'survey.queueFull': () =>
    'Many people are sending right now and nothing was kept; please wait and send again',
  'survey.notStored': () => 'The answers could not be stored; please send again, it counts once',
  'survey.tooMany': ({ seconds }: Values) =>
    `Too many at once; please wait ${seconds} seconds and send again`,
  'survey.linkFlooded': ({ seconds }: Values) =>
    `Too much is coming in at this link; please wait ${seconds} seconds and send again`,
  'survey.tooLong': () => 'What was sent is longer than the form; nothing was kept',
  'survey.crossSite': () => 'Answers must come from the form itself; nothing was kept',
  'survey.noLink': ({ agency, part, year }: Values) =>
    `Agency ${agency} has no link of ${nameOf(part)} in the round of ${year}; make one with surveys open-links`,
  'survey.modeFixed': ({ agency, part }: Values) =>
    `Somebody has answered ${nameOf(part)} of ${agency} already, so the way to answer stays`,
  'survey.notByCodes': ({ agency, part }: Values) =>
    `${nameOf(part)} of ${agency} is not answered by one-time codes; set it with surveys mode before anybody answers`,
  'survey.notByLink': ({ part }: Values) =>
    `${nameOf(part)} is collected by interview; there is no way to answer to choose`,
  'survey.codeCount': ({ most }: Values) => `Make 1 to ${many(most)} codes at a time`,
  'survey.headcountInvalid': ({ most }: Values) =>
    `A headcount is a whole number from 0 to ${many(most)}; give at least one`,
  'survey.notCollected': ({ agency, part }: Values) => `${nameOf(part)} of ${agency} is not collected here`,
  'survey.answersCollected': ({ part }: Values) =>
    `People have answered ${nameOf(part)} here, so a whole set of answers cannot take its place`,
  'survey.partsOpen': ({ year, count }: Values) =>
    `${many(count)} parts of the round of ${year} still take answers, so results cannot be frozen; close them with surveys close`,
  'survey.whichPart': () => 'Say which part to close with --agency and --part, or use --ended',
}
