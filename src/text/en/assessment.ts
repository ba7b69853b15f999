/** Assessment of disclosure items: what goes wrong in claiming, scoring, considering explanations and confirming. */
import { writeDay } from '../days.ts'
import type { Values } from '../text.ts'
import { itemStateNames } from './items.ts'

const day = (value: string | number | undefined): string => writeDay(String(value), 'en')
const states: Readonly<Record<string, string>> = itemStateNames
const stateOf = (state: string | number | undefined): string => states[state ?? ''] ?? String(state)

export const assessmentProblems = {
  'assessment.personOnly': () =>
    'Assessing is for an assessor who has signed in; a command cannot do it for them',
  'assessment.ownAgency': ({ agency }: Values) =>
    `You have a role at ${agency} or are listed among its people, so you cannot assess it (conflict of interest)`,
  'assessment.formerAgency': ({ agency }: Values) =>
    `You once had a role at ${agency} or were listed among its people, so you cannot assess it (conflict of interest)`,
  'assessment.alreadyClaimed': ({ agency }: Values) => `You hold ${agency} already`,
  'assessment.nothingSubmitted': ({ agency }: Values) =>
    `${agency} has nothing to assess: no item was handed in, or all scores are confirmed`,
  'assessment.seatsTaken': ({ agency, seats }: Values) =>
    `${agency} has all its assessors (${seats}); to take it over, the lead lets the claim go first`,
  'assessment.notClaimed': ({ agency }: Values) => `You do not hold ${agency}; claim it first`,
  'assessment.notHeld': ({ agency }: Values) =>
    `There is no claim on ${agency} to let go; it may be gone already`,
  'assessment.hasBegun': ({ year }: Values) =>
    `Marking of ${year} has begun, so the number of assessors of an item stays as it is`,
  'mark.invalid': ({ item }: Values) => `The mark of ${item} was not saved; mend what is listed`,
  'mark.scoreInvalid': () => 'The score is 0 or 100',
  'mark.reasonMissing': () =>
    'With 0 choose the reason: a data element, a condition of the answer, or not disclosed',
  'mark.reasonWithFull': () => 'With 100 there is no reason for a lost point',
  'mark.remarkMissing': () => 'With 0 write a remark that tells the agency why',
  'mark.remarkTooLong': ({ most, length }: Values) =>
    `A remark has at most ${most} characters; this one has ${length}`,
  'mark.elementUnknown': ({ item, element }: Values) =>
    `Item ${item} has no element ${element} for an agency of this type`,
  'mark.elementTwice': ({ element }: Values) => `Element ${element} is ticked twice`,
  'mark.elementUnmet': ({ element }: Values) =>
    `100 is not possible: element ${element} is marked as not met, and an item must meet them all`,
  'mark.dayInvalid': () => 'Give the day on which you looked',
  'mark.dayInFuture': ({ day: given }: Values) => `The day of the check, ${day(given)}, is yet to come`,
  'mark.dayTooEarly': ({ day: given, since }: Values) =>
    `The day of the check, ${day(given)}, is before there was something to look at: ${day(since)}`,
  'mark.ofAnother': ({ item }: Values) =>
    `Item ${item} was marked by others; only they may change their marks`,
  'mark.settledAlready': ({ item }: Values) =>
    `The lead has settled item ${item}; the marks before that stay`,
  'mark.bothAgreed': ({ item }: Values) =>
    `Both assessors of item ${item} agree and know each other's mark: the remark may change, the score may not`,
  'mark.clarificationBegan': ({ item }: Values) =>
    `Clarification has opened and the agency sees the score of ${item}, so the mark stays; it is considered again if the agency explains`,
  'mark.ownDispute': ({ item }: Values) => `You marked item ${item} yourself; another lead has to settle it`,
  'items.clarificationOpen': ({ agency, closes }: Values) =>
    `${agency} may explain until ${day(closes)}, so its scores cannot be confirmed yet`,
  'items.answersOpen': ({ agency, closes }: Values) =>
    `${agency} may hand in what is left until ${day(closes)}, so its scores cannot be confirmed yet`,
  'items.alreadyFinal': ({ agency }: Values) => `All scores of ${agency} are confirmed already`,
  'items.unsettled': ({ agency, count }: Values) =>
    `The scores of ${agency} cannot be confirmed: ${count} ${count === 1 ? 'item has' : 'items have'} no score that holds`,
  'items.unsettledOne': ({ item, state }: Values) => `Item ${item}: ${stateOf(state)}`,
  'items.scoresRecorded': ({ agency }: Values) =>
    `${agency} did not work on its items here, and its scores were put in as a whole; there is nothing to confirm`,
  'finding.invalid': ({ most }: Values) => `Write a finding of 1 to ${most} characters and choose its reason`,
  'finding.exists': () => 'A finding with these words is there already',
  'finding.unknown': () => 'There is no such finding in use',
}
