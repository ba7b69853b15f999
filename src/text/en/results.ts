/** Problems of the registry, rounds, answers, item scores and results. */
import type { Values } from '../text.ts'

export const resultProblems = {
  'registry.notAllowed': () => 'Only the operator may change the registry of agencies',
  'registry.agencyNotFound': ({ code }: Values) => `No agency has the code ${code}`,
  'registry.agenciesInvalid': () => 'Some agencies need mending; none was saved',
  'registry.codeInvalid': ({ value }: Values) =>
    `“${value}” cannot be an agency code: use letters a to z, digits and hyphens, at most 40`,
  'registry.codeTwice': ({ value }: Values) => `The agency code ${value} appears more than once`,
  'registry.typeUnknown': ({ agency, value }: Values) =>
    `Agency ${agency}: there is no agency type “${value}”`,
  'registry.ministryUnknown': ({ agency, value }: Values) =>
    `Agency ${agency}: there is no ministry “${value}”`,
  'registry.provinceUnknown': ({ agency, value }: Values) =>
    `Agency ${agency}: there is no province “${value}”`,
  'registry.referenceInvalid': ({ file }: Values) => `The reference list in ${file} needs mending`,
  'registry.referenceEntry': ({ place, reason }: Values) => `Entry ${place}: ${reason}`,
  'framework.notAllowed': () => 'Only the operator may keep a framework version',
  'framework.versionNotFound': ({ hash }: Values) => `There is no framework version ${hash}`,
  'round.notAllowed': () => 'Only the operator may open or close a round, or enrol agencies in it',
  'round.notFound': ({ year }: Values) => `Fiscal year ${year} has no round yet`,
  'round.alreadyOpen': ({ year }: Values) => `Fiscal year ${year} has a round already`,
  'round.closed': ({ year }: Values) => `The round of fiscal year ${year} is closed and takes nothing more`,
  'round.enrolmentsInvalid': () => 'Some agencies are not in the registry; none was enrolled',
  'round.notEnrolled': ({ agency, year }: Values) =>
    `Agency ${agency} is not enrolled in the round of fiscal year ${year}`,
  'survey.notAllowed': () => 'Only the operator may import a whole set of answers',
  'survey.partUnknown': ({ part, year }: Values) => `Fiscal year ${year} has no survey part “${part}”`,
  'survey.columnUnknown': ({ column }: Values) => `This survey part has no question “${column}”`,
  'survey.answersInvalid': () => 'Some answers do not fit the questions; none was saved',
  'survey.answerMisfit': ({ respondent }: Values) =>
    `The answers of respondent ${respondent} do not fit the questions or the options of the survey`,
  'disclosure.notAllowed': () => 'Only the operator may import item scores',
  'disclosure.scoresInvalid': () => 'Some item scores need mending; none was saved',
  'disclosure.itemUnknown': ({ item, year }: Values) => `Fiscal year ${year} has no item ${item}`,
  'disclosure.scoreInvalid': ({ agency, item, score }: Values) =>
    `Agency ${agency}, item ${item}: the score ${score} must be 0 or 100`,
  'disclosure.itemTwice': ({ agency, item }: Values) =>
    `Agency ${agency} has more than one score for item ${item}`,
  'results.notAllowed': () => 'Only the operator may compute, freeze, publish or import results',
  'results.noAgencies': ({ year }: Values) =>
    `The round of fiscal year ${year} has no agencies, so nothing can be computed`,
  'results.notComputed': ({ year }: Values) =>
    `The results of fiscal year ${year} are not computed yet; compute them first`,
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
