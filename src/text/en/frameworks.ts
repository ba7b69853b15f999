/** Problems in a year's framework files: what is wrong, and what to change it to. */
import type { Values } from '../text.ts'

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list (each entry after a -)',
  object: 'a group of values (name: value)',
}

const kind = (name: string | number | undefined) => kinds[String(name)] ?? String(name)

const fileProblems = {
  'framework.invalid': () => 'the framework cannot be used yet: mend everything listed, then check again',
  'framework.versionNotFound': ({ hash }: Values) => `there is no framework version ${hash}`,
  'framework.folderMissing': ({ folder }: Values) =>
    `cannot open the folder ${folder}: check its name and that it may be read`,
  'framework.notFolder': ({ folder }: Values) =>
    `${folder} is no folder: give a year folder, such as frameworks/2568`,
  'framework.noYearFolder': ({ folder }: Values) => `${folder} holds no year folder, such as 2568`,
  'framework.fileMissing': ({ file }: Values) => `${file} is missing: create it in the year folder`,
  'framework.fileUnreadable': ({ file }: Values) =>
    `cannot read ${file}: check that it is a file and may be read`,
  'framework.fileTooLarge': ({ file, bytes }: Values) =>
    `${file} is too large (${bytes} bytes): 2,000,000 bytes is the most`,
  'framework.unknownFile': ({ file, allowed }: Values) =>
    `${file} is not a file of a framework: rename it to one of these, or move it away: ${allowed}`,
  'framework.notUtf8': ({ file }: Values) => `${file} is not UTF-8: save it again as UTF-8`,
  'framework.notMap': ({ file, keys }: Values) =>
    `${file} must be a group of values (name: value) holding ${keys}`,
  'framework.tooDeep': ({ file }: Values) => `${file} is nested too deeply to read: use fewer levels`,
  'framework.aliases': ({ file, limit }: Values) =>
    `${file} uses *name more than ${limit} times in all: write the value instead`,
  'framework.duplicateKey': ({ key }: Values) => `"${key}" stands twice in one group: keep one`,
  'framework.keyInTwoFiles': ({ key, file }: Values) => `"${key}" is already in ${file}: keep it in one file`,
  'framework.tabIndent': () => 'a tab may not indent: use spaces',
  'framework.badIndent': ({ detail }: Values) =>
    `the indentation does not match the lines before, or a bracket is left open (the YAML reader says: ${detail})`,
  'framework.missingCharacter': ({ column, detail }: Values) =>
    `a character is missing at column ${column}: check quotes, brackets and : (the YAML reader says: ${detail})`,
  'framework.badAlias': ({ alias }: Values) =>
    `*${alias} is used, but no &${alias} stands earlier in this file: correct the name or write the value`,
  'framework.severalDocuments': () => 'a file holds one document: remove the --- line',
  'framework.syntax': ({ column, detail }: Values) =>
    `this is not valid YAML at column ${column} (the YAML reader says: ${detail})`,
}

const formProblems = {
  'framework.missingKey': ({ place }: Values) => `${place} is missing: add it`,
  'framework.unknownKey': ({ place, key }: Values) =>
    `"${key}" is not known in ${place || 'this file'}: correct its name or remove it`,
  'framework.needsQuotes': ({ place, found }: Values) =>
    `${place} must be text: put quotes around it, '${found}'`,
  'framework.wrongType': ({ place, expected, found }: Values) =>
    `${place} must be ${kind(expected)}, but is ${found || 'empty'}`,
  'framework.notOneOf': ({ place, found, allowed }: Values) =>
    `${place} cannot be "${found}": use one of ${allowed}`,
  'framework.unknownKind': ({ place, allowed }: Values) =>
    `${place} is of no known kind: use one of ${allowed}`,
  'framework.format.decimalText': ({ place, found }: Values) =>
    `${place} must be a number of zero or more in quotes, such as '15' or '12.5', but is "${found}"`,
  'framework.format.isoDate': ({ place, found }: Values) =>
    `${place} must be a date such as '2025-08-15' (year of the common era), but is "${found}"`,
  'framework.format.questionId': ({ place, found }: Values) =>
    `${place} must be a question code such as i1 or e1, but is "${found}"`,
  'framework.format.kebab': ({ place, found }: Values) =>
    `${place} may hold a-z, 0-9 and - only, as in annual-plan, but is "${found}"`,
  'framework.format.itemCode': ({ place, found }: Values) =>
    `${place} must be the letter o and a number, such as o12, but is "${found}"`,
  'framework.listLength': ({ place, limit, found }: Values) =>
    `${place} must have exactly ${limit} entries, but has ${found}`,
  'framework.listTooShort': ({ place, limit, found }: Values) =>
    `${place} must have at least ${limit} entries, but has ${found}`,
  'framework.emptyText': ({ place }: Values) => `${place} is empty: write something`,
  'framework.tooSmall': ({ place, limit, found }: Values) =>
    `${place} must be at least ${limit}, but is ${found}`,
  'framework.tooLarge': ({ place, limit, found }: Values) =>
    `${place} may be at most ${limit}, but is ${found}`,
  'framework.badValue': ({ place, found }: Values) =>
    `${place} cannot be "${found}": follow the form of another year`,
}

const indicatorProblems = {
  'framework.weightsNotHundred': ({ sum, weights }: Values) =>
    `the weights of all parts come to ${weights} = ${sum}: they must come to 100`,
  'framework.duplicateInstrument': ({ instrument }: Values) =>
    `instrument ${instrument} stands twice: iit, eit and oit must each stand once`,
  'framework.duplicatePart': ({ part }: Values) => `part id "${part}" is used twice: give each part its own`,
  'framework.instrumentKind': ({ instrument, found, expected }: Values) =>
    `instrument ${instrument} cannot be of kind ${found}: it must be ${expected}`,
  'framework.duplicateIndicator': ({ indicator, missing }: Values) =>
    `indicator ${indicator} stands twice: 1 to 10 must each stand once (missing: ${missing})`,
  'framework.unknownInstrument': ({ indicator, instrument }: Values) =>
    `indicator ${indicator} belongs to instrument "${instrument}", which this year does not have`,
  'framework.aggregateDoesNotFit': ({ indicator, instrument, found, expected }: Values) =>
    `indicator ${indicator} of ${instrument} cannot be computed by ${found}: use ${expected}`,
  'framework.subIndicatorsMissing': ({ indicator }: Values) =>
    `indicator ${indicator} needs subIndicators, at least one`,
  'framework.subIndicatorsNotAllowed': ({ indicator, instrument }: Values) =>
    `indicator ${indicator} of ${instrument} cannot have sub-indicators: remove subIndicators`,
  'framework.duplicateSubIndicator': ({ subIndicator }: Values) =>
    `sub-indicator ${subIndicator} stands twice: keep one or correct its number`,
  'framework.subIndicatorId': ({ subIndicator, indicator }: Values) =>
    `sub-indicator "${subIndicator}" stands in indicator ${indicator}, so its id must be like '${indicator}.1'`,
}

const questionProblems = {
  'framework.duplicateQuestion': ({ question }: Values) =>
    `question ${question} stands twice: give each its own code`,
  'framework.questionOrder': ({ question, expected }: Values) =>
    `the questions do not follow on: ${expected} should stand here, not ${question}`,
  'framework.questionIndicator': ({ question, indicator, expected, allowed }: Values) =>
    `question ${question} cannot stand in indicator ${indicator}: it needs one of ${expected}, which are ${allowed}`,
  'framework.indicatorWithoutQuestion': ({ indicator }: Values) =>
    `indicator ${indicator} has no question: it needs at least one`,
  'framework.subQuestionId': ({ found, expected }: Values) =>
    `sub-question "${found}" must have the id ${expected}`,
  'framework.duplicateOptionSet': ({ optionSet }: Values) =>
    `option set "${optionSet}" stands twice: change one id`,
  'framework.unknownOptionSet': ({ question, optionSet }: Values) =>
    `question ${question} uses option set "${optionSet}", which is not in optionSets`,
  'framework.unusedOptionSet': ({ optionSet }: Values) =>
    `no question uses option set "${optionSet}": remove it or make the ids agree`,
  'framework.scoresNotMonotone': ({ optionSet, scores }: Values) =>
    `the scores of option set "${optionSet}" (${scores}) must run strictly up or strictly down`,
  'framework.scoresNotFullRange': ({ optionSet, scores }: Values) =>
    `the scores of option set "${optionSet}" (${scores}) must run between 0 and 100`,
  'framework.optionCount': ({ question, kind: answers, optionSet, found, expected, year }: Values) =>
    `question ${question}, ${answers}, of ${year} needs ${expected} options, but "${optionSet}" has ${found}`,
  'framework.polarityDirection': ({ question, polarity, optionSet, scores }: Values) =>
    `question ${question} is ${polarity}, but the scores of "${optionSet}" (${scores}) run the other way: change the polarity or the option set`,
}

const itemProblems = {
  'framework.duplicateItemCode': ({ item }: Values) =>
    `item ${item} stands twice: give each item its own code`,
  'framework.itemOrder': ({ item, expected }: Values) =>
    `the items do not follow on: ${expected} should stand here, not ${item}`,
  'framework.duplicateItemId': ({ item, id }: Values) =>
    `item ${item} has the id "${id}" of another item: change it`,
  'framework.unknownSubIndicator': ({ item, subIndicator, allowed }: Values) =>
    `item ${item} stands in sub-indicator "${subIndicator}", which does not exist: use one of ${allowed}`,
  'framework.subIndicatorWithoutItem': ({ subIndicator }: Values) =>
    `sub-indicator ${subIndicator} has no item: add one, or remove the sub-indicator`,
  'framework.pointsMissing': ({ item, indicator }: Values) =>
    `item ${item} needs points, because indicator ${indicator} counts the points of its items`,
  'framework.pointsNotAllowed': ({ item, indicator, aggregate }: Values) =>
    `item ${item} cannot have points, because indicator ${indicator} is computed by ${aggregate}: remove points`,
  'framework.pointsNotHundred': ({ indicator, sum, points }: Values) =>
    `the points of indicator ${indicator} come to ${points} = ${sum}: they must come to 100`,
  'framework.placeholder': ({ item, found }: Values) =>
    `the title of item ${item} holds "${found}", which is not known: only {fy} and {fy-1} are`,
  'framework.searchedWord': ({ item, found }: Values) =>
    `a word to look for in item ${item} is "${found}", which has no letter: give a word that the document should hold`,
  'framework.duplicateCheck': ({ item, check }: Values) =>
    `an element of item ${item} has the check ${check} twice: make it one`,
}

const referenceProblems = {
  'framework.unknownReference': ({ question, reference }: Values) =>
    `question ${question} refers to "${reference}", which is neither an item nor a sub-indicator of this year`,
  'framework.unknownRecommendedQuestion': ({ question }: Values) =>
    `there is advice for question "${question}", which this year does not ask: correct its code or remove it`,
  'framework.recommendedIndicator': ({ indicator, instrument, allowed }: Values) =>
    `the advice for ${instrument} speaks of indicator ${indicator}, which is not one of its own: ${allowed}`,
  'framework.duplicateRecommendation': ({ about }: Values) =>
    `there is advice for ${about} twice: make it one`,
  'framework.aboveHundred': ({ found }: Values) => `the score ${found} is above 100: correct it`,
}

const ratingProblems = {
  'framework.duplicateLevel': ({ level }: Values) => `level "${level}" stands twice: change one id`,
  'framework.levelOrder': ({ level, total, better, betterTotal }: Values) =>
    `level "${level}" begins at ${total}: it must begin below "${better}" (${betterTotal}), or with it where "${better}" has everyPartAtLeast`,
  'framework.lastLevelCondition': ({ level }: Values) =>
    `the last level "${level}" must take every score that is left: remove everyPartAtLeast`,
  'framework.lastLevelNotZero': ({ level, found }: Values) =>
    `the last level "${level}" must have totalAtLeast '0', but has ${found}`,
  'framework.levelStep': ({ level, step, better, betterStep }: Values) =>
    `level "${level}" has step ${step}: it must not be less than step ${betterStep} of the better level "${better}"`,
  'framework.bandOrder': ({ found, expected }: Values) =>
    `this measure band must be ${expected}, but is ${found} (the order is maintain, improve, urgent)`,
  'framework.lastBandNotZero': ({ band, found }: Values) =>
    `measure band ${band} must have atLeast '0', but has ${found}`,
  'framework.bandThreshold': ({ band, found, better, betterAtLeast }: Values) =>
    `measure band ${band} begins at ${found}: it must begin below ${better} (${betterAtLeast})`,
}

const scheduleProblems = {
  'framework.yearNotFolder': ({ year, folder }: Values) =>
    `fiscalYear is ${year}, but the folder is named "${folder}": make them agree`,
  'framework.duplicatePhase': ({ phase }: Values) => `phase "${phase}" stands twice: make it one`,
  'framework.noSuchDate': ({ phase, found }: Values) =>
    `phase "${phase}" has the date ${found}, which is not in the calendar`,
  'framework.phaseCloses': ({ phase, opensOn, closesOn }: Values) =>
    `phase "${phase}" closes on ${closesOn}, before it opens on ${opensOn}: change one of the dates`,
  'framework.unknownSamplingPart': ({ part, allowed }: Values) =>
    `the sampling rule for "${part}" fits no part of a survey: use ${allowed}`,
  'framework.duplicateSampling': ({ part }: Values) =>
    `there is a sampling rule for "${part}" twice: make it one`,
}

export const frameworkProblems = {
  ...fileProblems,
  ...formProblems,
  ...indicatorProblems,
  ...questionProblems,
  ...itemProblems,
  ...referenceProblems,
  ...ratingProblems,
  ...scheduleProblems,
}
