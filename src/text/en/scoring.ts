/** The words of scoring: why a figure is unknown, how it is made, the commands score and verify, and bad score files. */
import type { Values } from '../text.ts'

export const scoring = {
  reasons: {
    noAnswers: ({ list }: Values) => `no answers for ${list}`,
    noItems: ({ list }: Values) => `no item scores for ${list}`,
    missingItems: ({ list }: Values) => `no score for ${list}`,
    missingInput: ({ list }: Values) => `still missing: ${list}`,
    notKnownFromPublished: ({ list }: Values) => `the published scores do not tell ${list} apart`,
    ratingUndecided: ({ list }: Values) => `the rating hangs on the unknown score of ${list}`,
  },
  rules: {
    meanOfAnswers: 'mean of all respondents',
    meanOfSubQuestions: 'mean of the sub-questions',
    meanOfQuestions: 'mean of the questions',
    meanOfParts: 'mean of the parts',
    itemScore: 'score of the item',
    meanOfItems: 'mean of the items',
    meanOfSubIndicators: 'mean of the sub-indicators',
    points: 'sum of the item points',
    meanOfIndicators: 'mean of the indicators',
    weightedMeanOfParts: 'weighted mean of the parts',
    weightedTotal: 'weighted sum',
    published: 'published score',
    rating: 'conditions of the rating levels',
  },
  names: {
    total: 'Total',
    rating: 'Rating',
    respondent: 'respondents',
    indicator: ({ number }: Values) => `indicator ${number}`,
    subIndicator: ({ number }: Values) => `sub-indicator ${number}`,
    questionOfPart: ({ question, part }: Values) => `${question} (${part})`,
  },
  why: {
    reached: ({ level, total, threshold }: Values) => `${level}: the total of ${total} reaches ${threshold}`,
    reachedWithParts: ({ level, total, threshold, parts }: Values) =>
      `${level}: the total of ${total} reaches ${threshold} and every part has at least ${parts}`,
    heldBack: ({ level, total, better, parts, list }: Values) =>
      `${level}: the total of ${total} is enough for ${better}, but ${list} is below ${parts}`,
    partBelow: ({ part, score }: Values) => `${part} at ${score}`,
    heldBackSomewhere: ({ level, total, better, parts }: Values) =>
      `${level}: the total of ${total} is enough for ${better}, but some part is below ${parts}`,
  },
  command: {
    title: ({ year }: Values) => `ITA scores, fiscal year ${year}`,
    respondents: 'Respondents',
    questions: ({ part }: Values) => `Questions, ${part}`,
    indicators: 'Indicators',
    instruments: 'Instruments',
    measureLevels: 'Measure levels of questions and items',
    rank: ({ place }: Values) => `place ${place}`,
    disagreements: 'Published figures that differ from the computed ones',
    disagreement: ({ name, published, computed }: Values) =>
      `${name}: published ${published}, computed ${computed}`,
    unknown: 'not known',
    sheetWritten: ({ file }: Values) => `score sheet written to ${file}`,
    matches: ({ total, hash }: Values) => `the sheet matches: total ${total}, hash ${hash}`,
    differs: ({ count }: Values) => `the sheet differs from its recomputation in ${count} place(s)`,
    difference: ({ path, stated, recomputed }: Values) =>
      `${path}: stated ${stated}, recomputed ${recomputed}`,
    otherFramework: 'this sheet was made with other definitions than the ones this program has',
    absent: 'nothing',
  },
}

export const scoringProblems = {
  'csv.brokenQuotes': () => 'a quotation mark has no partner, so the file cannot be read from this line on',
  'csv.ragged': ({ expected, found }: Values) => `this row has ${found} cell(s), the header has ${expected}`,
  'csv.unknownColumn': ({ column, expected }: Values) => `unknown column "${column}"; expected ${expected}`,
  'csv.duplicateColumn': ({ column }: Values) => `column ${column} appears twice`,
  'csv.missingColumn': ({ column }: Values) => `there is no column ${column}`,
  'csv.emptyCell': ({ column }: Values) => `the cell of ${column} is empty`,
  'csv.noQuestionColumn': ({ expected }: Values) =>
    `there is no question column; give at least one of ${expected}`,
  'csv.more': ({ count }: Values) => `and ${count} more to mend`,
  'csv.invalid': ({ file, count }: Values) => `${file} has ${count} thing(s) to mend`,
  'answers.mixedColumns': ({ question, columns }: Values) =>
    `column ${question} stands beside its sub-questions ${columns}; give one or the other`,
  'answers.impossibleValue': ({ column, value, allowed }: Values) =>
    `${column} holds "${value}", which no option scores; allowed: ${allowed}`,
  'items.unknown': ({ item, first, last }: Values) =>
    `this year has no item "${item}"; expected ${first} to ${last}`,
  'items.duplicate': ({ item, line }: Values) => `item ${item} was already given on line ${line}`,
  'items.impossibleScore': ({ item, value }: Values) =>
    `item ${item} has the score "${value}"; only 0 or 100`,
  'published.unknownName': ({ name, expected }: Values) => `"${name}" is not known; expected ${expected}`,
  'published.duplicate': ({ name, line }: Values) => `${name} was already given on line ${line}`,
  'published.impossibleScore': ({ name, value }: Values) =>
    `${name} has the score "${value}"; give a number from 0 to 100 with at most two decimals`,
  'score.noInput': ({ options }: Values) => `give at least one file with ${options}`,
  'score.noFramework': ({ year, years }: Values) =>
    `there is no framework for fiscal year ${year}; there is ${years}`,
  'score.partNotInYear': ({ option, year, options }: Values) =>
    `fiscal year ${year} has no part for ${option}; use ${options}`,
  'score.pooledBesideParts': ({ pooled, parts }: Values) =>
    `${pooled} cannot stand beside ${parts}; give pooled answers or separate ones`,
  'score.invalid': ({ count }: Values) => `the files given have ${count} thing(s) to mend`,
  'score.unwritable': ({ file }: Values) =>
    `cannot write ${file}: check the folder and that it may be written`,
  'sheet.notJson': () => 'this file is not JSON, so it cannot be a score sheet',
  'sheet.invalid': ({ count }: Values) =>
    `this file does not have the form of a score sheet (${count} place(s))`,
  'sheet.notSheet': () => 'this file holds no score sheet',
  'sheet.unknownKey': ({ name }: Values) => `${name} does not belong in a score sheet`,
}
