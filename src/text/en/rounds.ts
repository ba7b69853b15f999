/** Rounds: the calendar everybody reads, the words of the rounds command, and its problems. */
import { writeDay } from '../days.ts'
import type { Values } from '../text.ts'

const day = (iso: string) => writeDay(iso, 'en')
const close = (iso: string) => `24:00 on ${day(iso)}`
const englishNumber = new Intl.NumberFormat('en')
const many = (count: number) => englishNumber.format(count)
const days = (count: number) => `${many(count)} ${count === 1 ? 'day' : 'days'}`
const agencies = (count: number) => `${many(count)} ${count === 1 ? 'agency' : 'agencies'}`

const names: Readonly<Record<string, string>> = {
  register: 'Registration and import',
  collect: 'IIT and EIT answers',
  answer: 'OIT answers',
  approve: 'Approval by the executive',
  score: 'OIT assessment',
  clarify: 'Clarification',
  confirm: 'Confirmation',
  publish: 'Publication',
  followUp: 'Follow-up measures',
}
const nameOf = (phase: string | number | undefined) => names[String(phase)] ?? String(phase)

export const rounds = {
  day,
  nameOf,
  title: 'Assessment calendar',
  titleOf: (year: number) => `Assessment calendar of fiscal year ${year}`,
  lead: 'What each round does, when, and where it stands now. All days are counted in Thailand’s time.',
  empty: 'There is no round yet',
  emptyAdvice:
    'Its calendar will stand here once the operator opens a year’s round. Meanwhile, each year’s framework can be read.',
  readFrameworks: 'Read the frameworks',
  states: {
    notScheduled: 'not scheduled',
    upcoming: 'to come',
    open: 'open',
    closed: 'closed',
  },
  neverScheduled: 'never scheduled',
  roundClosed: 'This round is closed and takes nothing more',
  today: (iso: string) => `Today, ${day(iso)}`,
  openNow: 'Open now',
  opensNext: 'Next',
  nothingOpen: 'No phase is open now',
  nothingScheduled: 'No phase has its days yet',
  daysLeft: (count: number) => (count === 0 ? 'Last day: closes at 24:00 today' : `${days(count)} left`),
  daysToOpening: (count: number) => (count === 1 ? 'Opens tomorrow' : `Opens in ${days(count)}`),
  between: (opens: string, closes: string) =>
    opens === closes ? `On ${day(opens)} only, until 24:00` : `From ${day(opens)} until ${close(closes)}`,
  from: (opens: string) => `From ${day(opens)}; no close set yet`,
  until: (closes: string) => `Until ${close(closes)}`,
  phases: 'Phases in order',
  sideBySide: 'These two run side by side',
  meanings: {
    register: 'Agencies confirm what is known of them and prepare the data of those who will answer.',
    collect: 'People inside an agency answer IIT; those it serves and deals with answer EIT.',
    answer: 'Agencies say, item by item, where on their website the information is disclosed.',
    approve: 'The agency’s executive checks the OIT answers and approves them for sending.',
    score: 'Assessors open what agencies disclose and score each item.',
    clarify: 'Agencies see the score of each item and may clarify where they see it differently.',
    confirm: 'Assessors weigh the clarifications and confirm the scores.',
    publish: 'The results are open for everyone to read.',
    followUp: 'Agencies set to work on what still scores low.',
  },
  extensionsNote: 'An agency that was given longer has a close of its own, later than the one shown here.',
  facts: 'About this round',
  enrolled: 'Agencies taking part',
  enrolledCount: agencies,
  framework: 'Framework in use',
  seeCalendar: (year: number) => `See the calendar of ${year}`,
  cli: {
    opened: ({ year, hash, scheduled, phases }: Values) =>
      `the round of ${year} is open under framework ${hash}; ${scheduled} of ${phases} phases have their days`,
    enrolled: ({ year, agencies: all, added }: Values) =>
      `round of ${year}: ${agencies(Number(added))} added, ${agencies(Number(all) - Number(added))} enrolled before`,
    scheduled: ({ phase, span }: Values) => `phase “${nameOf(phase)}” is set: ${span}`,
    extended: ({ agency, phase, until }: Values) =>
      `phase “${nameOf(phase)}” is extended for agency ${agency} until ${close(String(until))}`,
    closed: ({ year }: Values) =>
      `the round of ${year} is closed and takes no agency, answer or score any more`,
    none: 'there is no round yet; open one with rounds open --year YEAR',
    round: ({ year, state, agencies: count, hash }: Values) =>
      `round of ${year} (${state}), ${agencies(Number(count))}, framework ${hash}`,
    roundOpen: 'open',
    roundClosed: 'closed',
    extensions: 'extensions',
    extension: ({ agency, phase, until, reason }: Values) =>
      `${agency}  ${nameOf(phase)}  until ${close(String(until))}  because: ${reason}`,
  },
}

const openingClosing = ({ opens, closes }: Values): string =>
  [
    ...(opens ? [`opens on ${day(String(opens))}`] : []),
    ...(closes ? [`closes at ${close(String(closes))}`] : []),
  ].join(', ')

/** Extensions are for what agencies do themselves, and open nothing earlier. */
const adviceFor = (state: string | number | undefined, actors: string | number | undefined): string => {
  if (actors === 'centre') return 'To do it today, those who run the round can set other days in its calendar'
  if (state === 'upcoming') return 'Do it again once it opens'
  return 'If more time is needed, ask those who run the round for an extension'
}

export const roundProblems = {
  'round.notFound': ({ year, years }: Values) =>
    `Fiscal year ${year} has no round yet${years ? `; there are rounds of ${years}` : ''}`,
  'round.alreadyOpen': ({ year }: Values) => `Fiscal year ${year} has a round already`,
  'round.closed': ({ year }: Values) => `The round of fiscal year ${year} is closed and takes nothing more`,
  'round.phaseNotOpen': ({ phase, state, actors, opens, closes }: Values) =>
    `The phase “${nameOf(phase)}” is ${state === 'upcoming' ? 'not open yet' : 'closed'} (${openingClosing({ opens: opens ?? '', closes: closes ?? '' })}), so nothing was saved; what was saved before is untouched. ${adviceFor(state, actors)}`,
  'round.phaseUnknown': ({ phase, year, phases }: Values) =>
    `The round of ${year} has no phase “${phase}”; its phases are ${phases}`,
  'round.phaseHasNoClose': ({ phase }: Values) =>
    `The phase “${nameOf(phase)}” has no closing day yet, so there is nothing to extend; set its days first with rounds schedule`,
  'round.extensionNotLater': ({ phase, until, closes }: Values) =>
    `${day(String(until))} extends nothing: the phase “${nameOf(phase)}” closes at ${close(String(closes))} anyway; give a later day`,
  'round.closesBeforeOpens': ({ opens, closes }: Values) =>
    `The closing day ${day(String(closes))} comes before the opening day ${day(String(opens))}`,
  'round.dayFarFromYear': ({ day: given, year, most }: Values) =>
    `${day(String(given))} is more than ${most} years from fiscal year ${year}; check the year that was typed`,
  'round.dayInvalid': ({ option, value }: Values) =>
    `${option} “${value}” is not a day; write it like 2026-03-01, 2569-03-01 or 1/3/2569`,
  'round.reasonMissing': () => 'An extension needs a reason',
  'round.reasonTooLong': ({ most, length }: Values) =>
    `The reason has ${length} characters; keep it to ${most}`,
  'round.frameworkOfOtherYear': ({ year, found }: Values) =>
    `The folder holds the framework of ${found}, not of ${year}`,
  'round.whomMissing': () => 'Say whom to enrol: one of --type TYPE, --agency CODE or --all',
  'round.typeUnknown': ({ type, types }: Values) =>
    `There is no agency type “${type}”; the types are ${types}`,
  'round.noneToEnrol': ({ types }: Values) =>
    types ? `The registry has no agency of type ${types}` : 'The registry has no agency yet',
  'round.enrolmentsInvalid': () => 'Some agencies are not in the registry; none was enrolled',
  'round.notEnrolled': ({ agency, year }: Values) =>
    `Agency ${agency} is not enrolled in the round of fiscal year ${year}`,
}
