/** What the closed parts of one agency come to before anything is published, and why a figure is missing. Pure. */
import type { Words } from '#base/words.ts'
import type { Framework, Instrument } from '#modules/frameworks/framework.ts'
import type { ScoreSheet } from '#modules/scoring/sheet.ts'
import { nodeName, reasonWords } from '#modules/scoring/words.ts'
import { provisional as english } from '#text/en/provisional.ts'
import { provisional as thai } from '#text/th/provisional.ts'
import { findRating } from './figures.ts'
import type { Rating } from './result.ts'
import { withhold } from './withhold.ts'

/**
 * `open`: takes answers, or will, and none of them is counted. `closed`: for good. `recorded`: put in as a whole, and
 * never collected here. `none`: neither collected nor recorded.
 */
export type PartState = 'open' | 'closed' | 'recorded' | 'none'

/** Why there is no score: parts that are open, a part that closed without an answer, few people, or as scoring says. */
export type AbsenceCode = 'open' | 'nobody' | 'withheld' | ScoreSheet['reasons'][string]['code']

export interface Absence extends Words {
  readonly code: AbsenceCode
}

/** `score` is a two-decimal text; null with the reason. */
export interface ProvisionalFigure {
  readonly score: string | null
  readonly reason: Absence | null
}

export interface NamedFigure extends ProvisionalFigure {
  /** iit, eitPublic, eitSurvey, eit, oit. */
  readonly id: string
  readonly name: Words
}

export interface ProvisionalPart extends NamedFigure {
  readonly state: PartState
  /** How many answers the score is made of; null where there is no score. */
  readonly respondents: number | null
  /** As frozen at the close; false where no minimum was known, and while the part is not closed. */
  readonly isUnderMinimum: boolean
}

export interface ProvisionalScore {
  readonly agency: string
  readonly fiscalYear: number
  /** False once the results of the round are published. */
  readonly isProvisional: boolean
  /** The parts that people answer, in the framework's order. */
  readonly parts: readonly ProvisionalPart[]
  /** IIT, EIT and OIT as wholes. */
  readonly instruments: readonly NamedFigure[]
  readonly total: ProvisionalFigure
  readonly rating: Rating | null
}

/** A part that is or was collected here. */
export interface CollectedPart {
  readonly part: string
  readonly isClosed: boolean
  readonly isUnderMinimum: boolean
}

export interface ProvisionalMaterial {
  readonly framework: Framework
  /** Made of closed and recorded parts only. */
  readonly sheet: ScoreSheet
  readonly collected: readonly CollectedPart[]
}

interface Reading extends ProvisionalMaterial {
  readonly isWithheld: (node: string) => boolean
}

/**
 * The figures of a sheet as those who follow the surveys may see them. Where anything is withheld the total is too:
 * unlike the published one it could be set against what was seen when fewer parts were closed.
 */
export function readProvisional(
  material: ProvisionalMaterial,
): Pick<ProvisionalScore, 'parts' | 'instruments' | 'total' | 'rating'> {
  const { framework, sheet } = material
  const { withheld } = withhold(framework, sheet)
  const isWithheld = (node: string) => (node === 'total' ? withheld.length > 0 : withheld.includes(node))
  const reading = { ...material, isWithheld }
  const total = figureOf(reading, 'total', sheet.total)
  return {
    parts: framework.instruments
      .filter(({ kind }) => kind === 'survey')
      .flatMap((instrument) => partsInUse(instrument, sheet))
      .map(({ id }) => readPart(reading, id)),
    instruments: framework.instruments.map((instrument) => readInstrument(reading, instrument)),
    total,
    rating: total.score === null ? null : findRating(framework, sheet.ratingLevel),
  }
}

function readPart(reading: Reading, id: string): ProvisionalPart {
  const own = collectedAs(reading, id)
  const figure = namedFigure(reading, { id, node: `part:${id}` })
  return {
    ...figure,
    state: stateOf(own, reading.sheet.respondents[id] !== undefined),
    respondents: figure.score === null ? null : (reading.sheet.respondents[id] ?? null),
    isUnderMinimum: own?.isUnderMinimum ?? false,
  }
}

function readInstrument(reading: Reading, instrument: Instrument): NamedFigure {
  const [only, ...others] = partsInUse(instrument, reading.sheet)
  return only && others.length === 0
    ? namedFigure(reading, { id: only.id, node: `part:${only.id}` })
    : namedFigure(reading, { id: instrument.id, node: `instrument:${instrument.id}` })
}

/** The pooled part only where the sheet is made of it. */
function partsInUse({ parts, pooledPart }: Instrument, { instruments }: ScoreSheet) {
  const own = parts.filter(({ id }) => instruments[id] !== undefined)
  return own.length === 0 && pooledPart ? [pooledPart] : own
}

function namedFigure(reading: Reading, { id, node }: { readonly id: string; readonly node: string }) {
  const { framework, sheet } = reading
  const { th, en } = nodeName(framework, node)
  return { id, name: { th, en }, ...figureOf(reading, node, sheet.instruments[id] ?? null) }
}

function figureOf(reading: Reading, node: string, score: string | null): ProvisionalFigure {
  if (score === null) return { score, reason: absenceOf(reading, node) }
  if (!reading.isWithheld(node)) return { score, reason: null }
  return { score: null, reason: { code: 'withheld', ...told('withheld') } }
}

/** What is not there because it may not be counted yet is told first, then what else is missing. */
function absenceOf(reading: Reading, node: string): Absence | null {
  const { framework, sheet } = reading
  const reason = sheet.reasons[node]
  if (!reason) return null
  const itself = reason.missing.find((id) => node === `part:${id}`)
  const own = itself && collectedAs(reading, itself)
  if (own) return own.isClosed ? nobodyItself : openItself
  const open = reason.missing.filter((id) => collectedAs(reading, id)?.isClosed === false)
  const nobody = reason.missing.filter((id) => collectedAs(reading, id)?.isClosed)
  const others = reason.missing.filter((id) => !collectedAs(reading, id))
  if (others.length === reason.missing.length) return { code: reason.code, th: reason.th, en: reason.en }
  const sentences = [
    ...(open.length > 0 ? [told('open', listOf(framework, open))] : []),
    ...(nobody.length > 0 ? [told('nobody', listOf(framework, nobody))] : []),
    ...(others.length > 0 ? [reasonWords(framework, { code: 'missingInput', missing: others })] : []),
  ]
  const joined = (language: keyof Words) => sentences.map((words) => words[language]).join(' · ')
  return { code: open.length > 0 ? 'open' : 'nobody', th: joined('th'), en: joined('en') }
}

const openItself: Absence = { code: 'open', ...told('openItself') }
const nobodyItself: Absence = { code: 'nobody', ...told('nobodyItself') }

function told(code: keyof typeof thai.reasons, list: Words = { th: '', en: '' }): Words {
  return { th: thai.reasons[code]({ list: list.th }), en: english.reasons[code]({ list: list.en }) }
}

function listOf(framework: Framework, parts: readonly string[]): Words {
  const names = parts.map((part) => nodeName(framework, `part:${part}`))
  return { th: names.map(({ th }) => th).join(' · '), en: names.map(({ en }) => en).join(' · ') }
}

function collectedAs({ collected }: ProvisionalMaterial, id: string): CollectedPart | undefined {
  return collected.find(({ part }) => part === id)
}

function stateOf(own: CollectedPart | undefined, hasAnswers: boolean): PartState {
  if (own) return own.isClosed ? 'closed' : 'open'
  return hasAnswers ? 'recorded' : 'none'
}
