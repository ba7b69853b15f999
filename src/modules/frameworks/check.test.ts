/** Breaks a sound framework in every way the checker knows, and asks for the file, the line and the fault. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { frameworkProblems as english } from '#text/en/frameworks.ts'
import type { ProblemTexts } from '#text/text.ts'
import { frameworkProblems as thai } from '#text/th/frameworks.ts'
import { checkFramework, checkFrameworks } from './check.ts'

const sound = join(import.meta.dirname, '../../../frameworks/2568')
const workspace = await mkdtemp(join(tmpdir(), 'prongsai-frameworks-'))
afterAll(() => rm(workspace, { recursive: true }))

const seen = new Set<string>()
let copies = 0

type Edit = readonly [file: string, from: string, to: string]

/** A copy of the year 2568 with the edits made; each `from` must be there. */
async function copyWith(edits: readonly Edit[]): Promise<string> {
  copies += 1
  const folder = join(workspace, String(copies), '2568')
  await cp(sound, folder, { recursive: true })
  for (const [file, from, to] of edits) {
    const text = await readFile(join(folder, file), 'utf8')
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
    await writeFile(
      join(folder, file),
      text.replace(from, () => to),
    )
  }
  return folder
}

/** The finding of a code, with the text of the line it points to. */
async function findingOf(folder: string, code: string): Promise<{ file: string; line: string }> {
  const { loaded, findings } = await checkFramework(folder)
  expect(loaded).toBeUndefined()
  const finding = findings.find((each) => each.code === `framework.${code}`)
  if (!finding?.file || !finding.line) throw new Error(`no ${code} in ${JSON.stringify(findings)}`)
  for (const each of findings) seen.add(each.code)
  const lines = (await readFile(finding.file, 'utf8')).split('\n')
  return { file: finding.file, line: lines[finding.line - 1] ?? '' }
}

type Case = readonly [what: string, code: string, file: string, from: string, to: string, at: string]

const F = 'framework.yaml'
const Q = 'questions.yaml'
const D = 'disclosure.yaml'
const R = 'recommendations.yaml'

const formCases: readonly Case[] = [
  ['a key that is missing', 'missingKey', Q, '    polarity: positive\n', '', '- id: i1'],
  ['a section that is missing', 'missingKey', F, 'scheme: nacc\n', '', '#'],
  [
    'a key nobody knows',
    'unknownKey',
    Q,
    '    polarity: positive\n',
    '    polarity: positive\n    colour: red\n',
    'colour: red',
  ],
  ['a section nobody knows', 'unknownKey', F, 'scheme: nacc\n', 'scheme: nacc\nsurprise: 1\n', 'surprise: 1'],
  [
    'a key that stands twice',
    'duplicateKey',
    F,
    'scheme: nacc\n',
    'scheme: nacc\nscheme: nacc\n',
    'scheme: nacc',
  ],
  [
    'a section in two files',
    'keyInTwoFiles',
    R,
    'recommendations:\n',
    'questions: []\nrecommendations:\n',
    'questions: []',
  ],
  [
    'a weight without quotes',
    'needsQuotes',
    F,
    "weightPercent: '40'",
    'weightPercent: 40',
    'weightPercent: 40',
  ],
  ['a number that is a word', 'wrongType', F, '  decimals: 2', '  decimals: two', 'decimals: two'],
  ['a score with decimals', 'wrongType', Q, 'score: 20 }', 'score: 20.5 }', 'score: 20.5'],
  ['an empty value', 'wrongType', Q, '    optionSet: followed', '    optionSet:', 'optionSet:'],
  ['a polarity nobody knows', 'notOneOf', Q, 'polarity: negative', 'polarity: minus', 'polarity: minus'],
  [
    'a sampling rule of no known kind',
    'unknownKind',
    F,
    '{ kind: unknown }',
    '{ kind: guess }',
    'kind: guess',
  ],
  ['a check of no known kind', 'unknownKind', D, 'kind: formats', 'kind: shapes', 'kind: shapes'],
  ['a check that looks for no words', 'listTooShort', D, 'anyOf: [ราคากลาง]', 'anyOf: []', 'anyOf: []'],
  [
    'an agency type that the registry does not have',
    'notOneOf',
    F,
    'agencyType: university',
    'agencyType: college',
    'agencyType: college',
  ],
  ['a size that no agency has', 'notOneOf', F, 'size: M, name', 'size: XL, name', 'size: XL'],
  ['a negative weight', 'format.decimalText', F, "weightPercent: '40'", "weightPercent: '-40'", "'-40'"],
  [
    'a date in Thai order',
    'format.isoDate',
    F,
    "opensOn: '2025-08-15'",
    "opensOn: '15/08/2568'",
    '15/08/2568',
  ],
  ['a question code with a capital', 'format.questionId', Q, '- id: i7\n', '- id: I7\n', '- id: I7'],
  [
    'a stable id with a space',
    'format.kebab',
    D,
    '- id: annual-plan\n',
    '- id: annual plan\n',
    'annual plan',
  ],
  [
    'an item code with a zero for the letter',
    'format.itemCode',
    D,
    'code: o4\n',
    "code: '04'\n",
    "code: '04'",
  ],
  [
    'an indicator too few',
    'listLength',
    F,
    '  - number: 1\n    instrument: iit\n    name: { th: การปฏิบัติหน้าที่, en: Performance of duty }\n    aggregate: meanOfQuestions\n',
    '',
    'indicators:',
  ],
  [
    'an instrument without parts',
    'listTooShort',
    F,
    "    parts:\n      - id: oit\n        name: { th: แบบวัด OIT, en: OIT }\n        weightPercent: '40'\n",
    '    parts: []\n',
    'parts: []',
  ],
  [
    'an empty translation',
    'emptyText',
    D,
    '{ th: ข้อมูลผู้บริหาร, en: Executives }',
    "{ th: ข้อมูลผู้บริหาร, en: '' }",
    "en: ''",
  ],
  ['a score below zero', 'tooSmall', Q, 'score: 0 }', 'score: -1 }', 'score: -1'],
  ['a score above a hundred', 'tooLarge', Q, 'score: 100 }', 'score: 101 }', 'score: 101'],
]

const fileCases: readonly Case[] = [
  ['a tab as indentation', 'tabIndent', Q, '    indicator: 1\n', '\tindicator: 1\n', '\tindicator: 1'],
  [
    'a line that stands too far left',
    'missingCharacter',
    F,
    '  policy: questionAndPart',
    ' - policy: questionAndPart\n  x',
    '  x',
  ],
  ['a bracket left open', 'badIndent', R, 'refersTo: [o8, o9]', 'refersTo: [o8, o9', 'evidence'],
  [
    'an anchor that was never set',
    'badAlias',
    D,
    'evidence: *titleOnly\n',
    'evidence: *titelOnly\n',
    '*titelOnly',
  ],
  ['two documents in one file', 'severalDocuments', R, '  target:', '---\n  target:', '---'],
  ['a stray percent sign', 'syntax', F, 'scheme: nacc', 'scheme: %nacc', '%nacc'],
]

const indicatorCases: readonly Case[] = [
  [
    'weights that come to 95',
    'weightsNotHundred',
    F,
    "weightPercent: '40'",
    "weightPercent: '35'",
    'instruments:',
  ],
  [
    'an instrument that stands twice',
    'duplicateInstrument',
    F,
    '  - id: oit\n    name:',
    '  - id: eit\n    name:',
    '- id: eit',
  ],
  [
    'indicators of an instrument that is gone',
    'unknownInstrument',
    F,
    '  - id: oit\n    name:',
    '  - id: eit\n    name:',
    'instrument: oit',
  ],
  ['two parts with one id', 'duplicatePart', F, '- id: eitSurvey', '- id: eitPublic', '- id: eitPublic'],
  ['OIT as a survey', 'instrumentKind', F, 'kind: disclosure', 'kind: survey', 'kind: survey'],
  ['two indicators of one number', 'duplicateIndicator', F, '- number: 4\n', '- number: 3\n', '- number: 3'],
  [
    'a survey indicator made of points',
    'aggregateDoesNotFit',
    F,
    'aggregate: meanOfQuestions',
    'aggregate: points',
    'aggregate: points',
  ],
  [
    'a disclosure indicator made of questions',
    'aggregateDoesNotFit',
    F,
    'aggregate: points',
    'aggregate: meanOfQuestions',
    'aggregate: meanOfQuestions',
  ],
  [
    'a survey indicator with sub-indicators',
    'subIndicatorsNotAllowed',
    F,
    'aggregate: meanOfQuestions\n',
    "aggregate: meanOfQuestions\n    subIndicators: [{ id: '1.1', name: { th: ก, en: a } }]\n",
    'subIndicators:',
  ],
  [
    'a disclosure indicator without sub-indicators',
    'subIndicatorsMissing',
    F,
    '    aggregate: meanOfSubIndicators\n    subIndicators:\n',
    '    aggregate: meanOfSubIndicators\n    subIndicators: []\n    evidence: { confidence: verified, source: x }\n  - number: 9\n    instrument: oit\n    name: { th: ก, en: a }\n    aggregate: meanOfSubIndicators\n    subIndicators:\n',
    'subIndicators: []',
  ],
  ['a sub-indicator that stands twice', 'duplicateSubIndicator', F, "id: '9.2'", "id: '9.1'", "id: '9.1'"],
  ['a sub-indicator in the wrong indicator', 'subIndicatorId', F, "id: '9.2'", "id: '10.7'", "id: '10.7'"],
  [
    'a sub-indicator without items',
    'subIndicatorWithoutItem',
    F,
    "      - { id: '9.5'",
    "      - { id: '9.6', name: { th: ก, en: a } }\n      - { id: '9.5'",
    "id: '9.6'",
  ],
]

const questionCases: readonly Case[] = [
  ['a question that stands twice', 'duplicateQuestion', Q, '- id: i2\n', '- id: i1\n', '- id: i1'],
  ['a gap in the questions', 'questionOrder', Q, '- id: e9\n', '- id: e10\n', '- id: e10'],
  [
    'an internal question in an external indicator',
    'questionIndicator',
    Q,
    'indicator: 1\n',
    'indicator: 6\n',
    'indicator: 6',
  ],
  [
    'an external question in a disclosure indicator',
    'tooLarge',
    Q,
    'indicator: 6\n',
    'indicator: 9\n',
    'indicator: 9',
  ],
  [
    'an option set that does not exist',
    'unknownOptionSet',
    Q,
    'optionSet: followed',
    'optionSet: follwed',
    'optionSet: follwed',
  ],
  [
    'an option set that nobody uses',
    'unusedOptionSet',
    Q,
    'optionSet: followed',
    'optionSet: agreement',
    '- id: followed',
  ],
  [
    'an option set that stands twice',
    'duplicateOptionSet',
    Q,
    '  - id: trusts\n',
    '  - id: agreement\n',
    '- id: agreement',
  ],
  ['scores that go up and down', 'scoresNotMonotone', Q, 'score: 40 }', 'score: 10 }', 'options:'],
  ['scores that repeat', 'scoresNotMonotone', Q, 'score: 40 }', 'score: 20 }', 'options:'],
  ['scores that end at 99', 'scoresNotFullRange', Q, 'score: 100 }', 'score: 99 }', 'options:'],
  [
    'a scale of five labels',
    'optionCount',
    Q,
    '      - { label: { th: เป็นไปตามที่กำหนดมาก, en: Much }, score: 80 }\n',
    '',
    'optionSet: followed',
  ],
  [
    'a binary question on a scale',
    'optionCount',
    Q,
    'optionSet: has-negative',
    'optionSet: trusts',
    'optionSet: trusts',
  ],
  [
    'a polarity against the scores',
    'polarityDirection',
    Q,
    'polarity: positive',
    'polarity: negative',
    'polarity: negative',
  ],
  [
    'a sub-question with a foreign id',
    'subQuestionId',
    Q,
    '    optionSet: followed\n',
    '    optionSet: followed\n    subQuestions: [{ id: i2.1, text: { th: ก, en: a }, optionSet: followed }]\n',
    'subQuestions',
  ],
]

const itemCases: readonly Case[] = [
  ['an item code that stands twice', 'duplicateItemCode', D, 'code: o5\n', 'code: o4\n', 'code: o4'],
  [
    'a word to look for without a letter',
    'searchedWord',
    D,
    'anyOf: [ราคากลาง]',
    "anyOf: ['#']",
    "anyOf: ['#']",
  ],
  [
    'a column to look for without a letter',
    'searchedWord',
    D,
    'columns: [เอกสาร, หลักฐาน]',
    "columns: [เอกสาร, '-']",
    "columns: [เอกสาร, '-']",
  ],
  [
    'a check that an element has twice',
    'duplicateCheck',
    D,
    '          - { kind: formats, least: 2 }\n',
    '          - { kind: formats, least: 2 }\n          - { kind: formats, least: 3 }\n',
    'least: 3',
  ],
  ['a gap in the item codes', 'itemOrder', D, 'code: o28\n', 'code: o29\n', 'code: o29'],
  ['a stable id that stands twice', 'duplicateItemId', D, '- id: news\n', '- id: contact\n', '- id: contact'],
  [
    'an item in a sub-indicator that does not exist',
    'unknownSubIndicator',
    D,
    "subIndicator: '9.1'",
    "subIndicator: '9.7'",
    "'9.7'",
  ],
  ['an item without its points', 'pointsMissing', D, "    points: '15'\n", '', '- id: no-gift-policy'],
  [
    'points where none count',
    'pointsNotAllowed',
    D,
    '    code: o4\n',
    "    code: o4\n    points: '5'\n",
    "points: '5'",
  ],
  ['points that come to 105', 'pointsNotHundred', D, "points: '15'", "points: '20'", "points: '10'"],
  ['a placeholder nobody fills', 'placeholder', D, "ประจำปี พ.ศ. {fy}'", "ประจำปี พ.ศ. {year}'", '{year}'],
  ['a placeholder left open', 'placeholder', D, "fiscal year {fy}'", "fiscal year {fy'", "{fy'"],
]

const otherCases: readonly Case[] = [
  [
    'a question that refers to nothing',
    'unknownReference',
    Q,
    'refersTo: [o8, o9]',
    'refersTo: [o8, o99]',
    'o99',
  ],
  [
    'advice that refers to nothing',
    'unknownReference',
    R,
    "refersTo: ['9.1', '9.2', '9.3']",
    "refersTo: ['9.1', '9.9']",
    '9.9',
  ],
  [
    'advice for a question nobody asks',
    'unknownRecommendedQuestion',
    R,
    'question: e9',
    'question: e19',
    'question: e19',
  ],
  [
    'advice for an indicator of another instrument',
    'recommendedIndicator',
    R,
    '- indicator: 8\n',
    '- indicator: 9\n',
    '- indicator: 9',
  ],
  ['advice that stands twice', 'duplicateRecommendation', R, 'question: e9', 'question: e8', 'question: e8'],
  ['a target above a hundred', 'aboveHundred', R, "target: '85'", "target: '850'", "'850'"],
  [
    'a level that stands twice',
    'duplicateLevel',
    F,
    '    - id: good\n',
    '    - id: excellent\n',
    '- id: excellent',
  ],
  ['levels out of order', 'levelOrder', F, "totalAtLeast: '70'", "totalAtLeast: '90'", "totalAtLeast: '90'"],
  [
    'equal levels that nothing tells apart',
    'levelOrder',
    F,
    "      everyPartAtLeast: '85'\n",
    '',
    "totalAtLeast: '85'",
  ],
  [
    'a last level with a condition',
    'lastLevelCondition',
    F,
    "totalAtLeast: '0'\n",
    "totalAtLeast: '0'\n      everyPartAtLeast: '0'\n",
    "everyPartAtLeast: '0'",
  ],
  [
    'a last level above zero',
    'lastLevelNotZero',
    F,
    "totalAtLeast: '0'",
    "totalAtLeast: '1'",
    "totalAtLeast: '1'",
  ],
  ['steps that go back', 'levelStep', F, 'step: 5', 'step: 3', 'step: 3'],
  ['measure bands out of order', 'bandOrder', F, '  - id: maintain\n', '  - id: improve\n', '- id: improve'],
  [
    'a last band above zero',
    'lastBandNotZero',
    F,
    "atLeast: '0'\n    evidence: *bands",
    "atLeast: '50'\n    evidence: *bands",
    "atLeast: '50'",
  ],
  [
    'a band above the better band',
    'bandThreshold',
    F,
    "    atLeast: '85'",
    "    atLeast: '96'",
    "atLeast: '96'",
  ],
  [
    'a year that is not the folder',
    'yearNotFolder',
    F,
    'fiscalYear: 2568',
    'fiscalYear: 2569',
    'fiscalYear: 2569',
  ],
  ['a phase that stands twice', 'duplicatePhase', F, '- id: collect\n', '- id: register\n', '- id: register'],
  [
    'a date that is in no calendar',
    'noSuchDate',
    F,
    "closesOn: '2025-08-15'",
    "closesOn: '2025-09-31'",
    '2025-09-31',
  ],
  [
    'a phase that closes before it opens',
    'phaseCloses',
    F,
    "closesOn: '2025-08-15'",
    "closesOn: '2025-08-14'",
    '2025-08-14',
  ],
  [
    'a sampling rule for no part',
    'unknownSamplingPart',
    F,
    '- part: eitSurvey',
    '- part: eit',
    '- part: eit',
  ],
  [
    'a sampling rule for what is no survey',
    'unknownSamplingPart',
    F,
    '- part: eitSurvey',
    '- part: oit',
    '- part: oit',
  ],
  [
    'two sampling rules for one part',
    'duplicateSampling',
    F,
    '- part: eitSurvey',
    '- part: eitPublic',
    '- part: eitPublic',
  ],
]

const cases = [...formCases, ...fileCases, ...indicatorCases, ...questionCases, ...itemCases, ...otherCases]

describe('a framework with one fault', () => {
  test.each(cases)('%s is told with its file and line (%s)', async (_, code, file, from, to, at) => {
    const folder = await copyWith([[file, from, to]])
    const found = await findingOf(folder, code)
    expect(found.file.startsWith(folder)).toBe(true)
    expect(found.line).toContain(at)
  })
})

describe('a framework with several faults', () => {
  test('everything is told at once, sorted by file and line', async () => {
    const folder = await copyWith([
      [Q, 'optionSet: trusts', 'optionSet: trust'],
      [Q, '    indicator: 1\n', ''],
      [D, 'code: o28\n', 'code: o27\n'],
      [R, 'question: e9', 'question: e19'],
      [F, "weightPercent: '40'", "weightPercent: '30'"],
      [F, '  decimals: 2', '  decimals: two'],
    ])
    const { findings } = await checkFramework(folder)
    expect(findings.map(({ file, code }) => [file?.slice(folder.length + 1), code])).toEqual([
      [D, 'framework.duplicateItemCode'],
      [F, 'framework.weightsNotHundred'],
      [F, 'framework.wrongType'],
      [Q, 'framework.missingKey'],
      [Q, 'framework.unknownOptionSet'],
      [R, 'framework.unknownRecommendedQuestion'],
    ])
    const lines = findings.filter(({ file }) => file?.endsWith(F)).map(({ line }) => line ?? 0)
    expect(lines).toEqual([...lines].sort((a, b) => a - b))
  })

  const heavier: Edit = [F, "weightPercent: '40'", "weightPercent: '30'"]

  test.each<[what: string, edit: Edit, code: string]>([
    ['a key that stands twice', [F, 'scheme: nacc\n', 'scheme: nacc\nscheme: nacc\n'], 'duplicateKey'],
    ['a key nobody knows', [F, '    kind: survey\n', '    kind: survey\n    colour: red\n'], 'unknownKey'],
    [
      'a text that is missing',
      [F, 'name: { th: แบบวัด IIT, en: IIT }', 'name: { th: แบบวัด IIT }'],
      'missingKey',
    ],
    ['a weight without quotes', [F, "weightPercent: '30'", 'weightPercent: 30'], 'needsQuotes'],
    [
      'a confidence nobody knows',
      [F, 'split\n          confidence: derived', 'split\n          confidence: sure'],
      'notOneOf',
    ],
  ])('%s hides no weight that is wrong', async (_, edit, code) => {
    const { findings } = await checkFramework(await copyWith([edit, heavier]))
    expect(new Set(findings.map((finding) => finding.code))).toEqual(
      new Set([`framework.${code}`, 'framework.weightsNotHundred']),
    )
  })

  test.each<[what: string, edits: readonly Edit[], codes: readonly string[]]>([
    [
      'an indicator with a fault, and an item that belongs nowhere',
      [
        [F, 'aggregate: meanOfQuestions', 'aggregate: meanOfAll'],
        [D, "subIndicator: '9.3'", "subIndicator: '9.9'"],
      ],
      ['notOneOf', 'unknownSubIndicator'],
    ],
    [
      'a measure band without a threshold, and a level above a hundred',
      [
        [F, "    atLeast: '95'\n", ''],
        [F, "everyPartAtLeast: '95'", "everyPartAtLeast: '105'"],
      ],
      ['aboveHundred', 'missingKey'],
    ],
    [
      'a level with a fault, and a last level that does not begin at zero',
      [
        [F, 'step: 1', 'step: 9'],
        [F, "totalAtLeast: '0'", "totalAtLeast: '1'"],
      ],
      ['lastLevelNotZero', 'tooLarge'],
    ],
    [
      'advice with a fault, and advice for what is not asked',
      [
        [R, 'question: i10', 'question: i100'],
        [R, '    refersTo: [', '    referTo: ['],
      ],
      ['missingKey', 'unknownKey', 'unknownRecommendedQuestion'],
    ],
  ])('%s, are both told', async (_, edits, codes) => {
    const { findings } = await checkFramework(await copyWith(edits))
    expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual(
      codes.map((code) => `framework.${code}`).sort(),
    )
  })

  test('what refers to a broken name is not blamed for it', async () => {
    const { findings } = await checkFramework(await copyWith([[Q, '- id: i7\n', '- id: I7\n']]))
    expect(findings.map(({ code }) => code)).toEqual(['framework.format.questionId'])
  })

  test('a broken file is not blamed for what refers to it', async () => {
    const folder = await copyWith([[D, 'disclosureItems:', 'disclosureItems: [']])
    const { findings } = await checkFramework(folder)
    expect(new Set(findings.map(({ file }) => file))).toEqual(new Set([join(folder, D)]))
  })

  test('an indicator that lost its questions is told', async () => {
    const move: Edit = [Q, 'indicator: 2\n', 'indicator: 1\n']
    const found = await findingOf(await copyWith([move, move, move]), 'indicatorWithoutQuestion')
    expect(found.line).toContain('- number: 2')
  })

  test('the values at fault are named', async () => {
    const folder = await copyWith([[F, "weightPercent: '40'", "weightPercent: '35'"]])
    const { findings } = await checkFramework(folder)
    expect(findings.map(({ parameters }) => parameters)).toEqual([
      { sum: '95', weights: '30 + 15 + 15 + 35' },
    ])
  })
})

describe('files that are no framework', () => {
  async function codesWith(file: string, content: string | Uint8Array): Promise<string[]> {
    const folder = await copyWith([])
    await writeFile(join(folder, file), content)
    const { loaded, findings } = await checkFramework(folder)
    expect(loaded).toBeUndefined()
    for (const finding of findings) seen.add(finding.code)
    return findings.filter((finding) => finding.file === join(folder, file)).map(({ code }) => code)
  }

  const levels = Array.from({ length: 12 }, (_, level) =>
    level === 0 ? 'l0: &l0 [x, x]' : `l${level}: &l${level} [${`*l${level - 1}, `.repeat(9)}]`,
  )

  test.each<[what: string, file: string, content: string | Uint8Array, code: string]>([
    ['an empty file', F, '', 'notMap'],
    ['only a comment', Q, '# nothing\n', 'notMap'],
    ['a list', D, '- a\n- b\n', 'notMap'],
    ['null', R, 'null\n', 'notMap'],
    ['a sentence', Q, 'hello\n', 'notMap'],
    ['binary junk', F, Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256), 'notUtf8'],
    ['control characters', F, '\u0000\u0001\u0002: [', 'badIndent'],
    ['an alias bomb', Q, levels.join('\n'), 'aliases'],
    ['an anchor within itself', Q, 'questions: &q [*q]\n', 'wrongType'],
    ['endless nesting', D, '['.repeat(200_000), 'tooDeep'],
    ['three megabytes', R, 'x'.repeat(3_000_000), 'fileTooLarge'],
    ['a file of another name', 'question.yaml', 'questions: []\n', 'unknownFile'],
  ])('%s is told', async (_, file, content, code) => {
    expect(await codesWith(file, content)).toContain(`framework.${code}`)
  })

  test('keys from the inside of the language are unknown keys and nothing more', async () => {
    expect(await codesWith(D, '__proto__: { a: 1 }\nconstructor: 1\n')).toEqual([
      'framework.missingKey',
      'framework.unknownKey',
      'framework.unknownKey',
    ])
  })

  test('a missing file is told once, without its sections', async () => {
    const folder = await copyWith([])
    await rm(join(folder, D))
    const { findings } = await checkFramework(folder)
    expect(findings).toEqual([
      { file: join(folder, D), line: 1, code: 'framework.fileMissing', parameters: { file: D } },
    ])
    seen.add('framework.fileMissing')
  })

  test('a folder in the place of a file is told', async () => {
    const folder = await copyWith([])
    await rm(join(folder, R))
    await mkdir(join(folder, R))
    const { findings } = await checkFramework(folder)
    expect(findings.map(({ code }) => code)).toEqual(['framework.fileUnreadable'])
    seen.add('framework.fileUnreadable')
  })
})

describe('a folder of year folders', () => {
  test('a folder that does not exist is told', async () => {
    const { findings } = await checkFrameworks(join(workspace, 'nowhere'))
    expect(findings.map(({ code }) => code)).toEqual(['framework.folderMissing'])
    seen.add('framework.folderMissing')
  })

  test('a file in the place of a folder is told', async () => {
    const { findings } = await checkFrameworks(join(sound, F))
    expect(findings.map(({ code }) => code)).toEqual(['framework.notFolder'])
    seen.add('framework.notFolder')
  })

  test('a folder without years is told', async () => {
    const empty = join(workspace, 'empty')
    await mkdir(empty)
    const { findings } = await checkFrameworks(empty)
    expect(findings.map(({ code }) => code)).toEqual(['framework.noYearFolder'])
    seen.add('framework.noYearFolder')
  })

  test('the sound years are loaded beside the faults of the others', async () => {
    const broken = await copyWith([[F, 'scheme: nacc', 'scheme: other']])
    const root = join(broken, '..')
    await cp(join(sound, '../2569'), join(root, '2569'), { recursive: true })
    const { loaded, findings } = await checkFrameworks(root)
    expect(loaded.map(({ framework }) => framework.fiscalYear)).toEqual([2569])
    expect(findings.map(({ file, code }) => [file, code])).toEqual([[join(broken, F), 'framework.notOneOf']])
  })
})

describe('the sentences', () => {
  const toldElsewhere = ['framework.invalid', 'framework.versionNotFound', 'framework.badValue']

  test('every fault that was found has a sentence in both languages, without a gap', async () => {
    const catalogues: readonly ProblemTexts[] = [thai, english]
    for (const [, , file, from, to] of cases) {
      const { findings } = await checkFramework(await copyWith([[file, from, to]]))
      for (const { code, parameters } of findings) {
        for (const catalogue of catalogues) {
          expect(catalogue[code]?.(parameters ?? {}), code).toMatch(/^(?!.*undefined).{10,}$/)
        }
      }
    }
  })

  test('every sentence belongs to a fault that is found above', () => {
    expect(Object.keys(thai).sort()).toEqual([...seen, ...toldElsewhere].sort())
    expect(Object.keys(english).sort()).toEqual(Object.keys(thai).sort())
  })
})
