/** A small framework for tests of scoring: two EIT parts, ten indicators, five items, few questions. */
import type { Framework, Instrument } from '#modules/frameworks/framework.ts'

export interface Variations {
  readonly policy?: Framework['rounding']['policy']
  readonly eit?: Partial<Instrument>
  readonly levels?: Framework['rating']['levels']
  /** Splits i1 into i1.1 and i1.2. */
  readonly subQuestions?: boolean
}

const same = (name: string) => ({ th: name, en: name })
const evidence = { confidence: 'unverified', source: 'made up' } as const
const part = (id: string, weightPercent: string) => ({ id, name: same(id), weightPercent })

const twoParts = [part('eitPublic', '15'), part('eitSurvey', '15')]

const levels: Framework['rating']['levels'] = [
  { id: 'excellent', name: same('excellent'), step: 1, totalAtLeast: '95', everyPartAtLeast: '95' },
  { id: 'good', name: same('good'), step: 2, totalAtLeast: '85', everyPartAtLeast: '85' },
  { id: 'pass', name: same('pass'), step: 3, totalAtLeast: '85' },
  { id: 'improve', name: same('improve'), step: 4, totalAtLeast: '70' },
  { id: 'urgent', name: same('urgent'), step: 5, totalAtLeast: '0' },
]

/** i1–i6 in indicators 1–5, e1–e3 in 6–8, o1–o3 in 9 (sub-indicators 9.1, 9.2), o4 and o5 (60 and 40 points) in 10. */
export function madeUpFramework({ policy, eit, levels: own, subQuestions }: Variations = {}): Framework {
  return {
    fiscalYear: 2568,
    scheme: 'nacc',
    name: same('made up'),
    evidence,
    instruments: [
      { id: 'iit', name: same('IIT'), kind: 'survey', parts: [part('iit', '30')] },
      { id: 'eit', name: same('EIT'), kind: 'survey', parts: twoParts, ...eit },
      { id: 'oit', name: same('OIT'), kind: 'disclosure', parts: [part('oit', '40')] },
    ],
    indicators: indicators(),
    rounding: { policy: policy ?? 'questionAndPart', decimals: 2 },
    rating: { levels: own ?? levels },
    measureBands: [
      { id: 'maintain', name: same('maintain'), atLeast: '95' },
      { id: 'improve', name: same('improve'), atLeast: '85' },
      { id: 'urgent', name: same('urgent'), atLeast: '0' },
    ],
    sampling: [],
    optionSets: [
      { id: 'six', options: [0, 20, 40, 60, 80, 100].map((score) => ({ label: same(`${score}`), score })) },
    ],
    questions: questions(subQuestions ?? false),
    disclosureItems: items(),
    recommendations: { target: '85', instruments: [], questions: [] },
    phases: [],
  }
}

function questions(subQuestions: boolean): Framework['questions'] {
  const question = (id: string, indicator: number): Framework['questions'][number] => ({
    id,
    indicator,
    text: same(id),
    polarity: 'positive',
    kind: 'scale',
    optionSet: 'six',
  })
  const sub = (id: string) => ({ id, text: same(id), optionSet: 'six' })
  return [
    { ...question('i1', 1), ...(subQuestions && { subQuestions: [sub('i1.1'), sub('i1.2')] }) },
    question('i2', 1),
    ...[2, 3, 4, 5].map((number) => question(`i${number + 1}`, number)),
    ...[6, 7, 8].map((number) => question(`e${number - 5}`, number)),
  ]
}

function items(): Framework['disclosureItems'] {
  const item = (code: string, subIndicator: string) => ({
    id: code,
    code,
    subIndicator,
    title: same(code),
    elements: [],
  })
  return [
    item('o1', '9.1'),
    item('o2', '9.1'),
    item('o3', '9.2'),
    { ...item('o4', '10.1'), points: '60' },
    { ...item('o5', '10.1'), points: '40' },
  ]
}

function indicators(): Framework['indicators'] {
  const surveys = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({
    number,
    instrument: number <= 5 ? ('iit' as const) : ('eit' as const),
    name: same(`indicator ${number}`),
    aggregate: 'meanOfQuestions' as const,
  }))
  const sub = (id: string) => ({ id, name: same(id) })
  return [
    ...surveys,
    {
      number: 9,
      instrument: 'oit',
      name: same('indicator 9'),
      aggregate: 'meanOfSubIndicators',
      subIndicators: [sub('9.1'), sub('9.2')],
    },
    {
      number: 10,
      instrument: 'oit',
      name: same('indicator 10'),
      aggregate: 'points',
      subIndicators: [sub('10.1')],
    },
  ]
}
