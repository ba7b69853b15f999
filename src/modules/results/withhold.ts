/** Keeps what few people answered from being read, or worked out, from what is public of a score. Pure. */
import type { Framework, Instrument } from '#modules/frameworks/framework.ts'
import type { ScoreSheet } from '#modules/scoring/sheet.ts'
import type { Derivation, FigureDerivation } from '#modules/scoring/sheet-schema.ts'

/** A part answered by fewer people than this is not told of. */
export const fewestShown = 5

/** A sheet as everyone may see it. Where anything is withheld it no longer verifies, and its hash is left out. */
export interface ShownSheet {
  readonly sheet: ScoreSheet
  /** The ids of the figures that are withheld. */
  readonly withheld: readonly string[]
}

/**
 * The official total and rating stay. Withheld are the parts that fewer than five people answered, and as much
 * beside them as keeps their scores from being got by subtraction: the next part, and the figures made of both.
 */
export function withhold(framework: Framework, sheet: ScoreSheet): ShownSheet {
  const parts = partsWithheld(framework, sheet.respondents)
  if (parts.size === 0) return { sheet, withheld: [] }
  const scope = scopeOf(framework, sheet, parts)
  const derivation = Object.entries(sheet.derivation).map(([id, own]) => [
    id,
    shownDerivation(scope, id, own),
  ])
  const shown = { ...withoutParts(sheet, parts, scope), derivation: Object.fromEntries(derivation), hash: '' }
  return { sheet: shown, withheld: Object.keys(sheet.derivation).filter(scope.isHidden) }
}

function withoutParts(sheet: ScoreSheet, parts: ReadonlySet<string>, scope: Scope): ScoreSheet {
  const { tallies = {}, ...inputs } = sheet.inputs
  return {
    ...sheet,
    inputs: { ...inputs, tallies: without(tallies, parts) },
    respondents: without(sheet.respondents, parts),
    questions: without(sheet.questions, parts),
    instruments: blank(sheet.instruments, (id) => parts.has(id) || scope.instruments.has(id)),
    indicators: blank(sheet.indicators, (number) => scope.indicators.has(number)),
    indicatorRanks: scope.indicators.size > 0 ? null : sheet.indicatorRanks,
    measureLevels: leaveOut(sheet.measureLevels, scope.questions),
    indicatorMeasureLevels: leaveOut(sheet.indicatorMeasureLevels, scope.indicators),
    disagreements: sheet.disagreements.filter(({ node }) => !scope.isHidden(node)),
  }
}

function shownDerivation(scope: Scope, id: string, derivation: Derivation): Derivation {
  if (scope.isHidden(id)) return emptied(derivation)
  return scope.isMade(id) && derivation.rule !== 'rating' ? coarse(derivation) : derivation
}

/** The withheld figures that a list of results has: parts, instruments and indicators. */
export function figuresWithheld({ withheld }: ShownSheet): string[] {
  return withheld.filter((id) => !id.includes('/'))
}

/** Small parts, and others until no single one can be told from the total and together enough people answered. */
function partsWithheld(framework: Framework, respondents: ScoreSheet['respondents']): ReadonlySet<string> {
  const answered = Object.entries(respondents).filter(([, count]) => count > 0)
  const chosen = answered.filter(([, count]) => count < fewestShown)
  if (chosen.length === 0) return new Set()
  const near = new Set(
    framework.instruments
      .filter((each) => partIds(each).some((id) => chosen.some(([own]) => own === id)))
      .flatMap(partIds),
  )
  const others = answered
    .filter((each) => !chosen.includes(each))
    .toSorted(([a, m], [b, n]) => Number(near.has(b)) - Number(near.has(a)) || m - n)
  for (const next of others) {
    if (chosen.length > 1 && peopleIn(chosen) >= fewestShown) break
    chosen.push(next)
  }
  return new Set(chosen.map(([id]) => id))
}

function peopleIn(parts: readonly (readonly [string, number])[]): number {
  return parts.reduce((sum, [, count]) => sum + count, 0)
}

function partIds({ parts, pooledPart }: Instrument): string[] {
  return [...parts, ...(pooledPart ? [pooledPart] : [])].map(({ id }) => id)
}

interface Scope {
  readonly instruments: ReadonlySet<string>
  readonly indicators: ReadonlySet<string>
  readonly questions: ReadonlySet<string>
  readonly isHidden: (node: string) => boolean
  /** Whether a figure that is shown is made of withheld ones. */
  readonly isMade: (node: string) => boolean
}

function scopeOf(framework: Framework, { respondents }: ScoreSheet, parts: ReadonlySet<string>): Scope {
  const touched = framework.instruments.filter((each) => partIds(each).some((id) => parts.has(id)))
  const hidden = touched.filter((each) => touched.length > 1 || !hidesItsParts(each, respondents, parts))
  const numbersOf = (instruments: readonly Instrument[]) =>
    framework.indicators.filter(({ instrument }) => instruments.some(({ id }) => id === instrument))
  const indicators = new Set(numbersOf(hidden).map(({ number }) => String(number)))
  const instruments = new Set<string>(hidden.map(({ id }) => id))
  const made = new Set(numbersOf(touched).map(({ number }) => number))
  return {
    instruments,
    indicators,
    questions: new Set(
      framework.questions.filter(({ indicator }) => made.has(indicator)).map(({ id }) => id),
    ),
    isHidden: (node) => {
      const [kind = '', own = ''] = (node.split('/')[0] ?? '').split(':')
      if (kind === 'part') return parts.has(own)
      return (kind === 'instrument' ? instruments : kind === 'indicator' ? indicators : new Set()).has(own)
    },
    isMade: (node) =>
      node === 'total' ||
      touched.some(({ id }) => node === `instrument:${id}`) ||
      [...made].some((number) => node === `indicator:${number}`),
  }
}

/** Whether all parts in use are withheld and several, so that the instrument's own figures tell of none of them. */
function hidesItsParts(
  instrument: Instrument,
  respondents: ScoreSheet['respondents'],
  parts: ReadonlySet<string>,
): boolean {
  const own = partIds(instrument).flatMap((id) => {
    const count = respondents[id]
    return count ? [[id, count] as const] : []
  })
  return own.length > 1 && own.every(([id]) => parts.has(id)) && peopleIn(own) >= fewestShown
}

function without<T>(record: Readonly<Record<string, T>>, keys: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.has(key)))
}

function blank(
  scores: Readonly<Record<string, string | null>>,
  isHidden: (key: string) => boolean,
): Record<string, string | null> {
  return Object.fromEntries(Object.entries(scores).map(([key, score]) => [key, isHidden(key) ? null : score]))
}

function leaveOut(
  lists: Readonly<Record<string, readonly string[]>>,
  ids: ReadonlySet<string>,
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(lists).map(([band, list]) => [band, list.filter((id) => !ids.has(id))]),
  )
}

function emptied({ reason: _reason, ...derivation }: Derivation): Derivation {
  const inputs = derivation.inputs.filter((input) => 'node' in input)
  return { ...derivation, value: null, unrounded: null, exact: null, inputs }
}

/** As shown only: the digits behind it, and its denominator, tell how many answered. */
function coarse(derivation: FigureDerivation): Derivation {
  const { value } = derivation
  return value === null
    ? derivation
    : { ...derivation, unrounded: null, exact: `${value.replace('.', '')}/100` }
}
