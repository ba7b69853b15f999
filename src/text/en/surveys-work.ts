/** Work with surveys: following them, links, minimums, closing, exports, the letter to those behind, and integrity signals. */
import { writeDay } from '../days.ts'
import type { Values } from '../text.ts'

const day = (iso: string) => writeDay(iso, 'en')
const englishNumber = new Intl.NumberFormat('en')
const many = (count: number) => englishNumber.format(count)
const decimals = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const points = (value: number) => decimals.format(value)
const percents = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const percent = (share: number) => `${percents.format(share * 100)}%`
const oneIn = (log10: number) =>
  log10 > -1 ? 'happens ordinarily' : `about 1 in 10^${many(Math.floor(-log10))}`

interface Behind {
  readonly part: string
  readonly count: number
  readonly expected: number
  readonly minimum: number
}

interface LetterFacts {
  readonly name: string
  readonly agency: string
  readonly year: number
  readonly parts: readonly Behind[]
  /** The last day, such as 2026-01-29. */
  readonly closesOn: string
  readonly page: string
}

type Evidence = Readonly<Record<string, number>>
const of = (evidence: Evidence, name: string) => evidence[name] ?? 0

const partNames: Readonly<Record<string, string>> = {
  iit: 'IIT',
  eit: 'EIT',
  eitPublic: 'EIT part 1',
  eitSurvey: 'EIT part 2',
}

export const surveysWork = {
  /** Short, for the heads of tables. */
  partName: (part: string) => partNames[part] ?? part,
  title: 'IIT and EIT surveys',
  titleOf: (agency: string, year: number) => `Surveys of ${agency}, ${year}`,
  yearOf: (year: number) => `Fiscal year ${year}`,
  year: 'Fiscal year',
  years: 'Rounds',
  noRound: 'There is no round yet. Once one is opened, the counts of every agency stand here.',
  notEnrolled: 'Your agency takes part in no round yet. Ask those who run the round.',
  collecting: (opens: string | null, closes: string | null) =>
    opens === null && closes === null
      ? 'The days of collection are not set, so nobody can tell yet what is fast or slow'
      : `Collected ${opens ? day(opens) : '…'} – ${closes ? `${day(closes)}, 24:00` : '…'}`,
  filters: 'Filter agencies',
  search: 'Name or code',
  state: 'State',
  anyState: 'Any state',
  states: {
    below: 'Below the pace',
    reached: 'Minimum reached',
    closed: 'Closed',
  },
  show: 'Show',
  clear: 'Clear the filters',
  none: 'No agency matches. Clear the filters, or enrol agencies in the round first.',
  count: (count: number) => `${many(count)} agencies; the figures are answers / minimum`,
  agency: 'Agency',
  ofMinimum: (count: number, minimum: number | null) =>
    minimum === null ? many(count) : `${many(count)} / ${many(minimum)}`,
  standings: {
    closed: 'closed',
    reached: 'minimum reached',
    onPace: 'on pace',
    below: 'below the pace',
    unknown: 'cannot be compared yet',
  },
  underMinimum: 'closed under the minimum',
  openAll: 'Make the links that agencies still lack',
  counts: {
    heading: 'Respondents',
    answered: (count: number) => `${many(count)} have answered`,
    minimum: (minimum: number) => `minimum ${many(minimum)}`,
    expected: (expected: number) =>
      `On a straight line to the minimum on the last day, ${many(expected)} should be there today`,
    noPace: 'What should be there today cannot be told, because the minimum or the days are not known',
    sealed: 'Nobody sees scores before the part is closed: here are counts only',
    frozen: 'Count and minimum stand as they were at the close',
  },
  rules: {
    share: ({ percent: share, atLeast, headcount }: Values) =>
      `${share}% of ${headcount === '' ? 'all' : `${many(Number(headcount))} people`}, rounded up, and at least ${many(Number(atLeast))}; where there are fewer, all of them`,
    cap: ({ above, minimum }: Values) =>
      `above ${many(Number(above))} people, ${many(Number(minimum))} are enough`,
    group: ({ group }: Values) => `Set for the agency's group: ${group}`,
    unknown: 'The rule of this year has not been found, so there is no minimum yet',
    noGroup: 'The rule for agencies of this group has not been found, so there is no minimum yet',
    noMission:
      'The rule of this year goes by what an agency mainly does; the registry does not say so of this one, so there is no minimum yet',
    noHeadcount: 'The number of people is not known, so the minimum cannot be worked out: state it above',
  },
  headcount: {
    title: 'People there are to ask',
    lead: "By the year's rule the minimum follows from it. Parts that are closed keep theirs.",
    staff: 'Staff who have worked there for a year or more',
    serviceUsers: 'People and firms served or dealt with this fiscal year',
    state: 'State the headcount',
    unknown: 'not stated yet',
    people: (count: number | null) => (count === null ? 'not stated yet' : `${many(count)} people`),
  },
  link: {
    heading: 'Link',
    qr: (part: string) => `QR code of the link of ${part}`,
    none: 'This part has no link yet',
    open: 'Make the link',
    interviews: 'This part is answered in interviews and has no link',
    downloads: 'To hand out or hang up',
    poster: 'A4 poster (PDF)',
    slide: 'Slide (PDF)',
    qrPng: 'QR code (PNG)',
    qrSvg: 'QR code (SVG)',
    replaceAsk: 'Replace by a new link …',
    replaceMeans:
      'The link and its posters stop working at once. Answers already sent stay. The new link must be handed out.',
    replace: 'Revoke the link and make a new one',
    revokeAsk: 'Revoke the link …',
    revokeMeans: 'Nobody can answer this part until a new link is made. Answers already sent stay.',
    revoke: 'Revoke this link',
  },
  mode: {
    heading: 'Way of answering',
    names: { open: 'Open link: whoever has it may answer', codes: 'One-time codes: each answer takes one' },
    choose: 'Set the way of answering',
    choice: (part: string) => `Way of answering ${part}`,
    fixed:
      'Somebody has answered already, so this stays: changed half-way, the answers of before and after could be told apart.',
  },
  codes: {
    heading: 'One-time codes',
    means:
      'They can be downloaded once, when they are made: only their fingerprints are kept. If the file is lost, make new ones.',
    count: 'How many (1–5,000)',
    format: 'File',
    formats: { pdf: 'PDF to print and cut apart', csv: 'CSV to pass on' },
    make: 'Make codes and download them',
    columns: { code: 'code', address: 'address' },
  },
  close: {
    ask: 'Close this part …',
    means: (part: string) =>
      `${part} of this agency takes no more answers. The count and the minimum stand, all answers are mixed, and scores can be computed. It cannot be opened again.`,
    under: (count: number, minimum: number) =>
      `${many(count)} have answered, fewer than the minimum of ${many(minimum)}: results will bear a mark that says so.`,
    close: (part: string) => `Close ${part}`,
  },
  exports: {
    heading: 'Export',
    afterClose: 'Can be exported once a part is closed',
    counts: (format: string) => `Counts (${format})`,
    answers: (format: string) => `Answers (${format})`,
    answersMean:
      'Answers are the part, the day and the options, in no order within a day. Parts answered by fewer than 5 people are left out.',
    tooFew: 'fewer than 5 answers: left out',
    withheld: 'withheld: fewer than 5 people',
    written: ({ file, answers, leftOut }: Values) =>
      `Wrote ${file}: ${many(Number(answers))} rows${Number(leftOut) > 0 ? `, without ${many(Number(leftOut))} parts answered by fewer than 5 people` : ''}`,
  },
  toSignals: 'Integrity signals of the answers',
  done: {
    headcountStated: 'The headcount is stated',
    linksOpened: 'The links that were missing are made',
    linkReplaced: 'A new link is made; the old one no longer works',
    linkRevoked: 'The link is revoked',
    modeSet: 'The way of answering is set',
    partClosed: 'The part is closed; its count stands',
  },
  paceLetter: {
    subject: ({ agency, year }: LetterFacts) => `Survey answers are behind: ${agency}, ${year}`,
    text: ({ name, agency, year, parts, closesOn, page }: LetterFacts) => `Dear ${name},

The surveys of ${agency} for fiscal year ${year} have fewer answers than they should by now.

${parts
  .map(
    ({ part, count, expected, minimum }) =>
      `• ${part}: ${many(count)} have answered, ${many(expected)} should have by today, the minimum is ${many(minimum)}`,
  )
  .join('\n')}

Answers are taken until ${day(closesOn)}, 24:00.

Links, QR codes and posters: ${page}

Please invite people to answer as they think, and never ask to see how. This letter was sent by the system, to those who coordinate the agency.
`,
  },
  signals: {
    points,
    title: 'Integrity signals of the answers',
    titleOf: (agency: string, year: number) => `Signals of ${agency}, ${year}`,
    nothingChanges: 'None of these signals changes a score',
    lead: 'They are statistics worked out after the close, so that assessors know where to ask further. A signal may have an ordinary reason, and points to no respondent. Groups of fewer than 5 are not shown.',
    empty: 'No part is closed yet. Signals are worked out after the close only.',
    noRound: 'There is no round yet.',
    tooFew: (answers: number) => `${many(answers)} answers are too few for signals (at least 10)`,
    answers: (answers: number) => `${many(answers)} answers`,
    count: (count: number) => `${many(count)} agencies`,
    raisedColumn: 'Raised signals',
    closedColumn: 'Closed parts',
    noneRaised: 'none',
    noneRaisedHere: 'No signal is raised.',
    stillOpen: 'not closed yet',
    raised: 'raised',
    silent: 'silent',
    statistic: 'Measured',
    threshold: 'Threshold',
    evidence: 'Evidence',
    why: 'Why the threshold is there',
    silentOnes: (count: number) => `${many(count)} silent`,
    fewer: 'fewer than 5',
    bar: 'What',
    figure: 'Figure',
    drawn: 'Chart',
    marked: 'what the signal is about',
    option: (place: number) => `Option ${many(place)} throughout`,
    group: (place: number) => `Group ${many(place)}`,
    byLink: 'By themselves (Public)',
    interviewed: 'Interviewed (Survey)',
    lowestPeer: 'Lowest of the type',
    medianPeer: 'Median of the type',
    highestPeer: 'Highest of the type',
    thisAgency: 'This agency',
    kinds: {
      straightLining: {
        name: 'The same option throughout',
        statistic: (value: number) => percent(value),
        threshold: (value: number) => `${percent(value)} or more`,
        evidence: (evidence: Evidence) =>
          `Of ${many(of(evidence, 'answers'))} answers${evidence.usual === undefined ? '; there are too few agencies of the type to compare with' : `; the median of ${many(of(evidence, 'peers'))} agencies of the type is ${percent(evidence.usual)}`}`,
        why: 'Questions run both ways, so those who read them rarely tick one column. The threshold is half of the respondents, and 30 percentage points more than agencies of the type.',
      },
      identicalVectors: {
        name: 'Answers alike in every question',
        statistic: (value: number) => `chance ${oneIn(value)}`,
        threshold: (value: number) => `chance of 1 in 10^${many(-value)} or less`,
        evidence: (evidence: Evidence) =>
          of(evidence, 'group') === 0
            ? `Of ${many(of(evidence, 'answers'))} answers no 5 are alike`
            : `${many(of(evidence, 'group'))} of ${many(of(evidence, 'answers'))} answers are alike in all ${many(of(evidence, 'questions'))} questions`,
        why: 'Left out are those who found everything best, or worst, and those who ticked one column. One in a million hardly ever happens by chance.',
      },
      bursts: {
        name: 'One day far above the others',
        statistic: (value: number) => `${percents.format(value)} times the other days`,
        threshold: (value: number) => `${many(value)} times or more, and at least 20 answers`,
        evidence: (evidence: Evidence) =>
          `The busiest day has ${of(evidence, 'most') < 5 ? 'fewer than 5' : many(of(evidence, 'most'))} of ${many(of(evidence, 'answers'))} answers; the others have ${percents.format(of(evidence, 'rate'))} a day over ${many(of(evidence, 'days'))} days`,
        why: 'An announcement or a meeting doubles or triples a day; it does not make ten of it. Only days are kept, never hours.',
      },
      crowding: {
        name: 'Collected within very few days',
        statistic: (value: number) => `${percent(value)} of the open days`,
        threshold: (value: number) => `${percent(value)} of the open days or less`,
        evidence: (evidence: Evidence) =>
          `${many(of(evidence, 'held'))} of ${many(of(evidence, 'answers'))} answers came on ${many(of(evidence, 'crowded'))} of the ${many(of(evidence, 'open'))} days it was open`,
        why: 'Nine tenths of the answers on a fifteenth of the days. For parts of 40 answers or more that were open for 10 days or more.',
      },
      publicAgainstSurvey: {
        name: 'Those who came and those interviewed differ',
        statistic: (value: number) => `${points(value)} points apart`,
        threshold: (value: number) => `${points(value)} points or more, and more than 4 standard errors`,
        evidence: (evidence: Evidence) =>
          `By themselves ${points(of(evidence, 'public'))} (${many(of(evidence, 'publicAnswers'))} people), interviewed ${points(of(evidence, 'survey'))} (${many(of(evidence, 'surveyAnswers'))} people), standard error ${points(of(evidence, 'error'))}`,
        why: 'Both are asked the same questions. A small difference is ordinary; a large one asks which of the two were not served by the agency at all.',
      },
      againstPeers: {
        name: 'Unlike agencies of the type',
        statistic: (value: number) => `${points(value)} points apart`,
        threshold: (value: number) => `${points(value)} points or more, and more than 3.5 deviations`,
        evidence: (evidence: Evidence) =>
          `Mean ${points(of(evidence, 'own'))} of ${many(of(evidence, 'answers'))} answers; the median of ${many(of(evidence, 'peers'))} agencies of the type is ${points(of(evidence, 'usual'))}, their deviation ${points(of(evidence, 'deviation'))}`,
        why: 'Agencies that are truly good or bad differ too: read this one together with others.',
      },
    },
  },
}

export const surveysWorkProblems = {
  'survey.exportSealed': ({ agency, year }: Values) =>
    agency
      ? `Not all that was asked for of ${agency} in ${year} is closed, so it cannot be exported yet`
      : `The round of ${year} still takes answers, so they cannot be exported yet: close every part first`,
  'survey.exportFormat': ({ value }: Values) => `“${value}” is no kind of file there is: csv or json`,
  'survey.modeUnknown': () => 'Choose a way of answering',
}
