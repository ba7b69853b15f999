/** Draws an agency's recommendations from its result by the rules of the year, saying nothing of what is not known. */
import { compare, decimal } from '#base/decimal.ts'
import type { Words } from '#base/words.ts'
import type { Framework, Instrument } from '#modules/frameworks/framework.ts'
import { indicatorsOf } from '#modules/frameworks/lookup.ts'
import type { AgencyResult } from '#modules/results/result.ts'
import { findLowQuestions } from './question-findings.ts'
import type {
  IndicatorAdvice,
  IndicatorFigure,
  InstrumentRecommendation,
  NotKnown,
  PartStanding,
  Recommendations,
  Standing,
} from './recommendation.ts'

export function recommend(framework: Framework, result: AgencyResult): Recommendations {
  const { target } = framework.recommendations
  return {
    target,
    total: againstTarget(result.total, target),
    instruments: framework.instruments.map((instrument) => recommendFor(framework, result, instrument)),
    lostItems: result.items
      .filter(({ score }) => score !== null && compare(decimal(score), decimal(0)) === 0)
      .map(({ code, title, subIndicator }) => ({ code, title, subIndicator })),
    notKnown: findNotKnown(result),
  }
}

function recommendFor(
  framework: Framework,
  result: AgencyResult,
  instrument: Instrument,
): InstrumentRecommendation {
  const rule = framework.recommendations.instruments.find((each) => each.instrument === instrument.id)
  const scores = new Map(result.instruments.map(({ id, score }) => [id, score]))
  const published = result.instruments.find(({ id }) => id === instrument.id)?.publishedStanding
  const { target } = framework.recommendations
  const parts = partsOf(instrument, scores, target)
  const score = scores.get(instrument.id) ?? null
  const own = score === null && published ? published : againstTarget(score, target)
  const standing = standingOf(own, parts)
  const figures = indicatorFigures(framework, result, instrument)
  const isMended = standing === 'below' || standing === 'partBelow'
  return {
    id: instrument.id,
    name: instrument.name,
    score,
    standing,
    parts,
    words: rule ? wordsFor(rule, standing, score) : null,
    ...extremesOf(figures),
    advice: rule && isMended ? adviseOn(framework, rule.indicators, figures) : [],
    questions: findLowQuestions(framework, result, instrument),
  }
}

function againstTarget(score: string | null, target: string): Exclude<Standing, 'partBelow'> {
  if (score === null) return 'notKnown'
  return compare(decimal(score), decimal(target)) >= 0 ? 'passed' : 'below'
}

function partsOf(
  { parts }: Instrument,
  scores: ReadonlyMap<string, string | null>,
  target: string,
): PartStanding[] {
  if (parts.length === 1) return []
  return parts.map(({ id, name }) => {
    const score = scores.get(id) ?? null
    return { id, name, score, standing: againstTarget(score, target) }
  })
}

/** Where only the parts are known, one below is below, and all that pass make the whole pass. */
function standingOf(whole: PartStanding['standing'], parts: readonly PartStanding[]): Standing {
  const hasPartBelow = parts.some(({ standing }) => standing === 'below')
  if (whole === 'below') return 'below'
  if (whole === 'passed') return hasPartBelow ? 'partBelow' : 'passed'
  if (hasPartBelow) return parts.every(({ standing }) => standing === 'below') ? 'below' : 'partBelow'
  return parts.length > 0 && parts.every(({ standing }) => standing === 'passed') ? 'passed' : 'notKnown'
}

/** The known indicators of an instrument, lowest first. */
function indicatorFigures(framework: Framework, result: AgencyResult, { id }: Instrument): IndicatorFigure[] {
  const numbers = new Set(indicatorsOf(framework, id).map(({ number }) => number))
  return result.indicators
    .flatMap(({ number, name, score }) =>
      score !== null && numbers.has(number) ? [{ number, name, score }] : [],
    )
    .sort((a, b) => compare(decimal(a.score), decimal(b.score)) || a.number - b.number)
}

function extremesOf(
  figures: readonly IndicatorFigure[],
): Pick<InstrumentRecommendation, 'highest' | 'lowest'> {
  const lowest = figures[0]
  const highest = figures.at(-1)
  if (!lowest || !highest || compare(decimal(lowest.score), decimal(highest.score)) === 0) {
    return { highest: null, lowest: null }
  }
  return { highest, lowest }
}

type InstrumentRule = Framework['recommendations']['instruments'][number]

function wordsFor(rule: InstrumentRule, standing: Standing, score: string | null): Words | null {
  if (standing === 'below') return rule.whenBelow
  if (standing === 'passed') return rule.whenPassed
  return standing === 'partBelow' && score !== null ? rule.whenPassed : null
}

/** Lowest indicator first; those without a score come last, by number. */
function adviseOn(
  framework: Framework,
  rules: InstrumentRule['indicators'],
  figures: readonly IndicatorFigure[],
): IndicatorAdvice[] {
  const place = new Map(figures.map(({ number }, index) => [number, index]))
  return rules
    .flatMap(({ indicator, advice }) => {
      const name = framework.indicators.find(({ number }) => number === indicator)?.name
      const score = figures.find(({ number }) => number === indicator)?.score ?? null
      return name ? [{ number: indicator, name, score, advice }] : []
    })
    .sort(
      (a, b) =>
        (place.get(a.number) ?? figures.length) - (place.get(b.number) ?? figures.length) ||
        a.number - b.number,
    )
}

function findNotKnown(result: AgencyResult): NotKnown[] {
  const lacks: Readonly<Record<NotKnown, boolean>> = {
    total: result.total === null,
    instruments: !result.instruments.some(
      ({ score, publishedStanding }) => score !== null || publishedStanding !== null,
    ),
    indicators: !result.indicators.some(({ score }) => score !== null),
    questions: result.questions.length === 0,
    items: result.items.length === 0,
  }
  return (Object.keys(lacks) as NotKnown[]).filter((what) => lacks[what])
}
