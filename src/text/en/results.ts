/** Problems of answers, item scores and results. */
import type { Values } from '../text.ts'

export const resultProblems = {
  'results.noFiles': () => 'Name at least one file, such as --iit or --oit',
  'framework.versionNotFound': ({ hash }: Values) => `There is no framework version ${hash}`,
  'survey.partUnknown': ({ part, year }: Values) => `Fiscal year ${year} has no survey part “${part}”`,
  'survey.columnUnknown': ({ column }: Values) => `This survey part has no question “${column}”`,
  'survey.answersInvalid': () => 'Some answers do not fit the questions; none was saved',
  'survey.answerMisfit': ({ respondent }: Values) =>
    `The answers of respondent ${respondent} do not fit the questions or the options of the survey`,
  'disclosure.scoresInvalid': () => 'Some item scores need mending; none was saved',
  'disclosure.itemUnknown': ({ item, year }: Values) => `Fiscal year ${year} has no item ${item}`,
  'disclosure.scoreInvalid': ({ agency, item, score }: Values) =>
    `Agency ${agency}, item ${item}: the score ${score} must be 0 or 100`,
  'disclosure.itemTwice': ({ agency, item }: Values) =>
    `Agency ${agency} has more than one score for item ${item}`,
  'results.noAgencies': ({ year }: Values) =>
    `The round of fiscal year ${year} has no agencies, so nothing can be computed`,
  'results.notComputed': ({ year }: Values) =>
    `The results of fiscal year ${year} are not computed yet; compute them first`,
  'items.unconfirmed': ({ year, agency }: Values) =>
    `the results of ${year} cannot be frozen yet: agency ${agency} has begun with its disclosure items and their scores are not confirmed; confirm them first`,
  'disclosure.alreadyConfirmed': ({ agency, year }: Values) =>
    `the item scores of agency ${agency} for ${year} were confirmed after assessment and are not overwritten; none was saved`,
  'results.stale': ({ year }: Values) =>
    `Answers or item scores of fiscal year ${year} changed after the results were computed; compute them again first`,
  'results.alreadyFrozen': ({ year }: Values) =>
    `The results of fiscal year ${year} are frozen and cannot change`,
  'results.notFrozen': ({ year }: Values) =>
    `The results of fiscal year ${year} are not frozen yet; freeze them first`,
  'results.alreadyPublished': ({ year }: Values) =>
    `The results of fiscal year ${year} are published already`,
  'results.notFound': ({ agency, year }: Values) =>
    `Agency ${agency} has no published result of fiscal year ${year}`,
  'results.sheetWithheld': () =>
    'This score sheet is not handed out, because fewer than 5 people answered one of its surveys',
  'results.importInvalid': ({ year }: Values) =>
    `The results of fiscal year ${year} need mending; none was saved`,
  'results.agencyTwice': ({ agency }: Values) => `Agency ${agency} has more than one result`,
  'results.scoreInvalid': ({ agency, value }: Values) =>
    `Agency ${agency}: the score “${value}” must be from 0 to 100 with at most two decimals`,
  'results.ratingUnknown': ({ agency, value }: Values) =>
    `Agency ${agency}: this year has no rating level “${value}”`,
  'results.instrumentUnknown': ({ agency, value }: Values) =>
    `Agency ${agency}: this year has no instrument “${value}”`,
  'results.indicatorUnknown': ({ agency, value }: Values) =>
    `Agency ${agency}: this year has no indicator ${value}`,
}
