/** Words of the result report (PDF), the charts and the report command. */
import type { Values } from '../text.ts'
import { reasonKindNames } from './items.ts'

export const report = {
  charts: {
    trend: ({ list }: Values) => `Trend of the total: ${list}`,
    year: ({ year, score }: Values) => `${year}: ${score}`,
    radar: ({ list }: Values) => `Score of each indicator: ${list}`,
    indicator: ({ number, name, score }: Values) => `${number} ${name} ${score}`,
    targetLine: ({ line }: Values) => `Target ${line}`,
    topLine: ({ line }: Values) => `Top level ${line}`,
  },

  documentTitle: ({ agency, year }: Values) => `ITA result report, fiscal year ${year}: ${agency}`,
  title: 'Result of the Integrity and Transparency Assessment',
  year: ({ year }: Values) => `Fiscal year ${year} (Buddhist era)`,
  code: ({ code }: Values) => `Agency code ${code}`,
  province: ({ name }: Values) => `${name} province`,
  imaginary:
    'Imaginary agency: its name and scores are made up to show the system; they are nobody’s result.',
  page: ({ page, pages }: Values) => `Page ${page} of ${pages}`,
  footer: ({ agency, year }: Values) => `${agency} · ITA ${year}`,
  frameworkHash: 'framework',
  sheetHash: 'score sheet',
  absent: 'not known',

  summary: {
    total: 'Total',
    scale: 'of 100 points',
    totalUnknown: 'The total is not known',
    rating: 'Rating',
    ratingUnknown: 'Cannot be rated yet',
    decided: ({ rating, list, line }: Values) =>
      `Rated “${rating}” because ${list}, below ${line}, the line of the next better level`,
    decider: ({ name, score }: Values) => `${name} is ${score}`,
    theTotal: 'the total',
    and: ' and ',
    described: ({ rating, description }: Values) => `Rated “${rating}”: ${description}`,
    rated: ({ rating }: Values) => `Rated “${rating}”`,
    derivedRating: 'computed from the published total; the source prints no rating',
    undecided: 'Not every score that decides the rating is known, so no rating is given',
    change: 'Against last year',
    changeFrom: ({ year, score }: Values) => `from ${score} in ${year}`,
    sameRating: 'same rating',
    betterRating: ({ steps }: Values) => `rating up by ${steps}`,
    worseRating: ({ steps }: Values) => `rating down by ${steps}`,
    rank: ({ place }: Values) => `Place ${place}`,
    rankOf: ({ of }: Values) => `of ${of} agencies`,
    rankOfImaginary: ({ of }: Values) => `of ${of} imaginary agencies`,
    rankPublished: ({ of }: Values) => `of ${of} agencies, as published`,
    rankScopes: {
      nation: 'in the nation',
      type: 'among its type',
      ministry: 'in its ministry',
      province: 'in its province',
    },
  },

  instruments: {
    heading: 'Result by instrument',
    name: 'Instrument',
    weight: 'Weight',
    score: 'Score',
    before: ({ year }: Values) => `${year}`,
    change: 'Change',
    respondents: 'Answers',
    standing: ({ target }: Values) => `Target ${target}`,
    percent: ({ value }: Values) => `${value}%`,
    lines: ({ target }: Values) =>
      `The ticks in the bars are the target of ${target} and the top level of 95.`,
  },

  indicators: {
    heading: 'Indicators, highest score first',
    headingUnranked: 'Indicators',
    rank: 'Place',
    name: 'Indicator',
    numbered: ({ number, name }: Values) => `${number} ${name}`,
    instrument: 'Instrument',
    level: 'Measure level',
  },

  trend: {
    heading: 'Trend of the total',
    year: 'Year',
    change: 'Change',
    rating: 'Rating',
    derived: ({ rating }: Values) => `${rating} (computed)`,
    single: 'There is one year only, so there is no trend yet.',
  },

  levels: { maintain: 'Maintain', improve: 'Raise', urgent: 'Mend urgently' },
  standings: { passed: 'Passed', partBelow: 'Part below', below: 'Below', notKnown: 'Not known' },

  recommendations: {
    heading: 'Recommendations',
    total: {
      passed: ({ score, target }: Values) => `The total of ${score} reaches the target of ${target}.`,
      below: ({ score, target }: Values) => `The total of ${score} is below the target of ${target}.`,
      notKnown: ({ target }: Values) =>
        `The total is not known, so nothing is said about the target of ${target}.`,
    },
    instruments: {
      passed: ({ list }: Values) => `Instruments that reach the target: ${list}.`,
      partBelow: ({ list }: Values) => `Instruments with a part below the target: ${list}.`,
      below: ({ list }: Values) => `Instruments below the target: ${list}.`,
      notKnown: ({ list }: Values) => `The scores of ${list} are not known, so there is no advice on them.`,
    },
    instrument: ({ id, name }: Values) => `${id} ${name}`,
    belowParts: ({ list, target }: Values) =>
      `However, ${list} is below the target of ${target}. The agency should therefore do the following.`,
    extremes: ({ highest, highestScore, lowest, lowestScore }: Values) =>
      `The highest indicator is ${highest} (${highestScore}): keep its standard. The lowest is ${lowest} (${lowestScore}): begin there.`,
    extremesBelow: ({ highest, highestScore, lowest, lowestScore }: Values) =>
      `The highest indicator is ${highest} (${highestScore}). The lowest is ${lowest} (${lowestScore}): begin there.`,
    indicator: ({ number, name }: Values) => `indicator ${number}, ${name}`,
    questions: 'Questions to improve, lowest first',
    question: ({ id }: Values) => `Question ${id}`,
    findingAndAdvice: ({ finding, advice }: Values) => `${finding} ${advice}`,
    partShort: ({ number }: Values) => `part ${number}`,
    pooled: 'all parts',
    references: ({ list }: Values) => `See: ${list}`,
    reference: ({ code, title }: Values) => `${code} ${title}`,
    lostItems: ({ count, of }: Values) => `Items that scored nothing: ${count} of ${of}`,
    lostItemsAdvice: 'Find out why, and publish every element that the criteria of the item ask for.',
    lostItem: ({ subIndicator, title }: Values) => `${title} (sub-indicator ${subIndicator})`,
    noLostItems: ({ of }: Values) => `All ${of} items scored`,
  },

  clarification: {
    heading: 'Items that scored 0, and their clarification',
    intro:
      'Items of the OIT that an assessor scored 0, with what the agency explained and the judgement that followed, where there is one.',
    reasons: reasonKindNames,
    firstRemark: 'First remark',
    explanation: 'Explanation of the agency',
    secondRemark: 'Remark after the explanation',
    noRemark: 'No further remark',
    score: ({ score }: Values) => `Score confirmed: ${score}`,
  },

  questions: {
    heading: 'Score of each question',
    id: 'No.',
    text: 'Question',
    score: 'Score',
    level: 'Measure level',
    indicator: ({ number, name }: Values) => `Indicator ${number}: ${name}`,
  },

  notes: {
    heading: 'Notes',
    computed:
      'The scores of this report were computed here from answers and assessed items by the rules of the year; the score sheet proves every figure.',
    computedWithheld:
      'The scores of this report were computed from the answers and checked items in this system, by the rules of the year',
    imported: ({ source }: Values) =>
      `The scores of this report were imported as published. Source: ${source}`,
    compared: ({ source }: Values) =>
      `They agree with every published figure there is to compare. Source: ${source}`,
    disagreement: ({ name, published, computed }: Values) =>
      `${name}: published ${published}, computed ${computed} (both are shown; neither was changed)`,
    derived: ({ list }: Values) => `Not printed by the source, computed from published figures: ${list}`,
    standings: 'The source says only whether an instrument reached the target; it prints no scores',
    withheld:
      'Some scores are withheld because fewer than 5 people answered a survey, and with them the figures they could be worked out from',
    underMinimum: ({ name, count, minimum }: Values) =>
      `${name}: ${count} had answered when it closed, under the minimum of ${minimum}`,
    underMinimumOnly: ({ name }: Values) =>
      `${name}: fewer people than the minimum had answered when it closed`,
    bands: ({ list }: Values) => `Measure levels: ${list}`,
    band: ({ name, line }: Values) => `${name} from ${line}`,
    lastBand: ({ name }: Values) => `${name} below that`,
    ownAdvice: '† Advice drawn from the question itself; no assessor’s advice on it has been found yet.',
    ownWording: '‡ The wording of this question is not yet confirmed against the original of the year.',
    fact: ({ name, confidence }: Values) => `${name}: ${confidence}`,
    factOnly: ({ name, confidence }: Values) => `${name}: ${confidence}`,
    confidences: { inferred: 'inferred from what is known', unverified: 'not yet verified' },
    conflict: 'sources disagree',
    facts: {
      rounding: 'Rounding',
      rating: 'Rating levels',
      level: ({ name }: Values) => `Level “${name}”`,
      part: ({ name }: Values) => `Weight of ${name}`,
      indicator: ({ number, name }: Values) => `Indicator ${number}, ${name}`,
      bands: 'Measure bands',
    },
    notKnown: {
      total: 'The total of this year is not known.',
      instruments: 'Scores by instrument are not known, so it is not said which reach the target.',
      indicators: 'Scores by indicator are not known, so indicators are not compared.',
      questions: 'Scores of the IIT and EIT questions are not known, so there are no findings by question.',
      items: 'Scores of the OIT items are not known, so lost items are not named.',
    },
  },

  command: {
    written: ({ file }: Values) => `report written to ${file}`,
  },
}

export const reportProblems = {
  'report.notWritable': ({ file }: Values) =>
    `cannot write the report to ${file}: check that the folder exists, may be written to and has room`,
  'report.noFramework': ({ year }: Values) =>
    `there is no framework of ${year}, so no report of that year can be made`,
}
