/** The notes of the result report: where figures come from, what disagrees, what is not known or not verified. Pure. */
import type { Evidence, Framework } from '#modules/frameworks/framework.ts'
import { partsOf } from '#modules/frameworks/lookup.ts'
import type { AgencyResult } from '#modules/results/result.ts'
import { nodeName } from '#modules/scoring/words.ts'
import type { Recommendations } from './recommendation.ts'
import type { Speaker } from './report-words.ts'

interface Noted {
  readonly framework: Framework
  readonly result: AgencyResult
  readonly recommendations: Recommendations
}

export function notesContent(noted: Noted, speaker: Speaker): string[] {
  const { framework, result, recommendations } = noted
  const { text } = speaker
  return [
    ...originNotes(result, speaker),
    ...result.disagreements.map(({ node, published, computed }) =>
      text.notes.disagreement({ name: speaker.say(nodeName(framework, node)), published, computed }),
    ),
    ...derivedNotes(noted, speaker),
    ...(result.instruments.some(({ publishedStanding }) => publishedStanding !== null)
      ? [text.notes.standings]
      : []),
    ...(result.withheld.length > 0 ? [text.notes.withheld] : []),
    ...underMinimumNotes(result, speaker),
    ...recommendations.notKnown.map((what) => text.notes.notKnown[what]),
    ...bandNotes(noted, speaker),
    ...(usesOwnAdvice(recommendations) ? [text.notes.ownAdvice] : []),
    ...(result.questions.some(({ isUnverified }) => isUnverified) ? [text.notes.ownWording] : []),
    ...factNotes(noted, speaker),
  ]
}

/** What was not printed but follows from what was. */
function derivedNotes({ framework, result }: Noted, { text, say }: Speaker): string[] {
  if (result.derived.length === 0) return []
  const names = result.derived.map((node) =>
    node === 'rating' ? text.summary.rating : say(nodeName(framework, node)),
  )
  return [text.notes.derived({ list: names.join(' · ') })]
}

/** Parts that closed with fewer answers than the year asks for, in numbers unless these are withheld. */
function underMinimumNotes({ instruments, closings }: AgencyResult, { text, say }: Speaker): string[] {
  return instruments.flatMap(({ id, name }) => {
    const closing = closings[id]
    if (!closing?.isUnderMinimum) return []
    const { count, minimum } = closing
    return count === null || minimum === null
      ? [text.notes.underMinimumOnly({ name: say(name) })]
      : [text.notes.underMinimum({ name: say(name), count, minimum })]
  })
}

function originNotes(
  { origin, imported, note, disagreements, withheld }: AgencyResult,
  { text, say }: Speaker,
): string[] {
  const own = note ? [say(note)] : []
  const theirs = imported?.note ? [say(imported.note)] : []
  const source = imported?.source ?? ''
  if (origin === 'imported')
    return [text.notes.imported({ source: source || text.absent }), ...theirs, ...own]
  const agrees = imported && disagreements.length === 0 ? [text.notes.compared({ source })] : []
  const computed = withheld.length > 0 ? text.notes.computedWithheld : text.notes.computed
  return [computed, ...own, ...agrees, ...theirs]
}

function bandNotes({ framework, result }: Noted, { text, say }: Speaker): string[] {
  if (!showsLevels(result)) return []
  const last = framework.measureBands.length - 1
  const bands = framework.measureBands.map(({ name, atLeast }, index) =>
    index === last
      ? text.notes.lastBand({ name: say(name) })
      : text.notes.band({ name: say(name), line: atLeast }),
  )
  return [text.notes.bands({ list: bands.join(' · ') })]
}

function showsLevels({ indicators, questions }: AgencyResult): boolean {
  return [...indicators, ...questions].some(({ level }) => level !== null)
}

function usesOwnAdvice({ instruments }: Recommendations): boolean {
  return instruments.some(({ questions }) => questions.some(({ isUnverified }) => isUnverified))
}

interface Fact {
  readonly name: string
  readonly evidence: Evidence | undefined
}

/** Facts behind the figures that are inferred, unverified or disputed, those of one evidence told once. */
function factNotes(noted: Noted, speaker: Speaker): string[] {
  const told = new Set<string>()
  return factsOf(noted, speaker).flatMap(({ name, evidence }) => {
    const confidence = evidence && doubtOf(evidence, speaker)
    if (!confidence) return []
    const note = evidence.conflict ?? evidence.note
    const key = `${confidence} ${note ?? name}`
    if (told.has(key)) return []
    told.add(key)
    return [
      note
        ? speaker.text.notes.fact({ name, confidence, note })
        : speaker.text.notes.factOnly({ name, confidence }),
    ]
  })
}

function doubtOf({ confidence, conflict }: Evidence, { text }: Speaker): string | undefined {
  if (conflict !== undefined) return text.notes.conflict
  return confidence === 'inferred' || confidence === 'unverified'
    ? text.notes.confidences[confidence]
    : undefined
}

/** The facts behind what the report shows; of what it does not show nothing need be told. */
function factsOf({ framework, result }: Noted, { text, say }: Speaker): Fact[] {
  const names = text.notes.facts
  const parts = partsOf(framework).map(({ part }) => ({
    name: names.part({ name: say(part.name) }),
    evidence: part.evidence,
  }))
  const indicators = framework.indicators.map(({ number, name, evidence }) => ({
    name: names.indicator({ number, name: say(name) }),
    evidence,
  }))
  const levels = framework.rating.levels.map(({ name, evidence }) => ({
    name: names.level({ name: say(name) }),
    evidence,
  }))
  return [
    ...(result.instruments.length > 0 ? parts : []),
    ...(result.indicators.length > 0 ? indicators : []),
    ...(result.origin === 'computed'
      ? [{ name: names.rounding, evidence: framework.rounding.evidence }]
      : []),
    ...(result.rating ? [{ name: names.rating, evidence: framework.rating.evidence }, ...levels] : []),
    ...(showsLevels(result)
      ? framework.measureBands.map(({ evidence }) => ({ name: names.bands, evidence }))
      : []),
  ]
}
