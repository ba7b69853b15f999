/** Disclosure items (OIT) from assignment to the final score: names of states, acts and reasons, and what goes wrong. */
import type { Values } from '../text.ts'

export const itemStateNames = {
  open: 'not assigned',
  assigned: 'assigned',
  drafted: 'answer drafted',
  inReview: 'in review',
  returned: 'returned to be mended',
  ready: 'reviewed, ready',
  approved: 'approved by the executive',
  submitted: 'submitted, to be assessed',
  markedOnce: 'scored by one assessor',
  disputed: 'two assessors differ',
  assessed: 'assessed',
  explained: 'explained by the agency',
  remarked: 'explanation considered',
  final: 'score confirmed',
}

export const itemActNames = {
  assign: 'assign',
  answer: 'answer',
  sendToReview: 'send to review',
  takeBack: 'take back',
  return: 'return',
  pass: 'find ready',
  approve: 'approve',
  submit: 'submit',
  score: 'score',
  settle: 'settle',
  explain: 'explain',
  remark: 'consider the explanation of',
  confirm: 'confirm the score of',
}

export const reasonKindNames = {
  element: 'a data element is missing',
  condition: 'a condition of the answer is not met',
  notDisclosed: 'not disclosed, or not answered',
}

const named = (names: Readonly<Record<string, string>>, key: string | number | undefined): string =>
  names[key ?? ''] ?? String(key)

export const itemProblems = {
  'item.unknown': ({ item, year, first, last }: Values) =>
    `fiscal year ${year} has no item "${item}": there are ${first} to ${last}`,
  'item.wrongState': ({ item, state, act }: Values) =>
    `item ${item} is "${named(itemStateNames, state)}": you cannot ${named(itemActNames, act)} it now; nothing was changed`,
  'item.textMissing': () => 'nothing was written',
  'item.textTooLong': ({ most, length }: Values) => `the text has ${length} characters; there may be ${most}`,
  'item.answerInvalid': () => 'the answer was not stored: mend what is listed',
  'item.linkMissing': () => 'an answer "has" needs at least one link',
  'item.linkWithoutHas': () => 'an answer "has not" takes no links: remove them, or answer "has"',
  'item.tooManyLinks': ({ most, count }: Values) => `there are ${count} links; there may be ${most}`,
  'item.linkTwice': () => 'this link and place stand above already',
  'item.linkKindUnknown': () => 'say whether the link is a page or a file',
  'item.formatUnknown': ({ formats }: Values) => `the format is one of ${formats}`,
  'item.urlInvalid': ({ url }: Values) => `"${url}" is no web address that begins with http:// or https://`,
  'item.urlWithPassword': () => 'the address holds a user name or password: take it out',
  'item.nothingToAssign': () => 'choose at least one item, and a unit, an owner or a due date',
  'item.unitUnknown': ({ unit, agency }: Values) => `${agency} has no unit "${unit}", or it was closed`,
  'item.ownerUnknown': ({ owner, agency }: Values) =>
    `"${owner}" is no item owner or coordinator of ${agency}: invite them or give them the role first`,
  'item.ownerElsewhere': ({ item, owner }: Values) =>
    `${owner} answers only for their own unit, which is not the unit of item ${item}`,
  'item.dayInvalid': ({ day }: Values) => `"${day}" is not a day such as 2025-06-30`,
  'item.ticksInvalid': ({ item }: Values) => `the checklist of item ${item} is not valid`,
  'item.elementUnknown': ({ element }: Values) =>
    `for this type of agency the item has no element ${element}`,
  'item.elementTwice': ({ element }: Values) => `element ${element} is named twice`,
  'item.elementsNotMet': ({ item }: Values) => `item ${item} cannot be found ready: not every element is met`,
  'item.elementNotMet': ({ element, textEn }: Values) => `element ${element}: ${textEn}`,
  'item.notAllReady': ({ items, count }: Values) =>
    `nothing was approved: every item has to be ready, and ${count} are not: ${items}`,
  'item.notAllApproved': ({ items, count }: Values) =>
    `nothing was handed in: the executive has to approve every item, and ${count} are not approved: ${items}`,
  'item.stands': ({ item, state }: Values) => `item ${item}: ${named(itemStateNames, state)}`,
  'item.nothingToExplain': ({ item }: Values) => `item ${item} did not score 0: there is nothing to explain`,
  'item.nothingToCheck': ({ item }: Values) => `item ${item} has no link to check`,
  'item.linkUnknown': () => 'there is no such link',
}

/** The board as a file, and the OIT page that an agency puts on its own site. */
export const itemsExport = {
  sheet: ({ year }: Values) => `OIT ${year}`,
  headings: {
    code: 'Item',
    title: 'Title',
    elements: 'Elements',
    state: 'State',
    unit: 'Unit',
    owner: 'Owner',
    dueOn: 'Due',
    has: 'Answer',
    urls: 'Links',
    places: 'Where on the page',
    verdicts: 'Link check',
    findings: 'Findings',
  },
  has: 'has',
  hasNot: 'has not',
  notChecked: 'not checked',
  public: {
    caption: ({ year, agency }: Values) => `Public disclosure (OIT), fiscal year ${year}: ${agency}`,
    number: 'No.',
    code: 'Item',
    title: 'Title',
    elements: 'Elements',
    links: 'Links',
    noLink: 'no link yet',
  },
}
