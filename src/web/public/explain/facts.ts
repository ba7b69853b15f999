/** The facts of the framework that a figure rests on, each with how sure it is and where it comes from. */
import type { Evidence, Framework } from '#modules/frameworks/framework.ts'
import { evidenceOf, findIndicator, findItem, findOptionSet, partsOf } from '#modules/frameworks/lookup.ts'
import type { Text } from '#text/text.ts'
import { type Namer, nodeParts } from './figure-names.ts'

export interface Fact {
  readonly about: string
  readonly evidence: Evidence
}

type About = keyof Text['site']['explain']['evidenceOf']
/** A kind of fact, the fact, and where several are alike, the part it is about. */
type Found = readonly [About, { readonly evidence?: Evidence | undefined } | undefined, string?]

/** Facts of one kind that rest on the same evidence are told once, with everything they are about. */
export function factsBehind({ framework, reader }: Namer, id: string): Fact[] {
  const names = reader.text.site.explain.evidenceOf
  const told = new Map<string, { kind: About; of: string[]; evidence: Evidence }>()
  for (const [kind, fact, of] of findFacts(framework, id)) {
    if (!fact) continue
    const evidence = evidenceOf(fact, framework)
    const key = JSON.stringify([kind, evidence])
    const same = told.get(key) ?? { kind, of: [], evidence }
    told.set(key, { ...same, of: of === undefined ? same.of : [...same.of, of] })
  }
  const short: Readonly<Record<string, string>> = reader.text.site.partsShort
  return [...told.values()].map(({ kind, of, evidence }) => ({
    about: [names[kind], of.map((part) => short[part] ?? part).join(' · ')].filter(Boolean).join(' '),
    evidence,
  }))
}

function findFacts(framework: Framework, id: string): Found[] {
  const { kind, own } = nodeParts(id)
  const rounding: Found = ['rounding', framework.rounding]
  if (kind === 'total') return [...weightFacts(framework), rounding]
  if (kind === 'rating') return [['rating', framework.rating]]
  if (kind === 'instrument') {
    return [...weightFacts(framework, own), ['framework', instrumentOf(framework, own)], rounding]
  }
  if (kind === 'part') return [['framework', instrumentOf(framework, own)], rounding]
  if (kind === 'indicator') return [['indicator', findIndicator(framework, Number(own))]]
  if (kind === 'sub-indicator') return [['subIndicator', subIndicatorOf(framework, own)]]
  if (kind === 'item') return [['item', findItem(framework, own)]]
  return questionFacts(framework, own).concat([rounding])
}

function weightFacts(framework: Framework, instrument?: string): Found[] {
  return partsOf(framework)
    .filter((found) => instrument === undefined || found.instrument.id === instrument)
    .map((found): Found => ['weights', found.part.evidence ? found.part : found.instrument, found.part.id])
}

function instrumentOf(framework: Framework, id: string) {
  return framework.instruments.find(
    (instrument) => instrument.id === id || instrument.parts.some((part) => part.id === id),
  )
}

function subIndicatorOf(framework: Framework, id: string) {
  return framework.indicators.flatMap(({ subIndicators = [] }) => subIndicators).find((sub) => sub.id === id)
}

function questionFacts(framework: Framework, id: string): Found[] {
  const question = framework.questions.find(
    (each) => each.id === id || each.subQuestions?.some((sub) => sub.id === id),
  )
  const column = question?.subQuestions?.find((sub) => sub.id === id) ?? question
  return [
    ['question', column?.evidence ? column : question],
    ['options', column && findOptionSet(framework, column.optionSet)],
  ]
}
