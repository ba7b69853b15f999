/** Figures of two decimals: their differences, where published and computed ones disagree, and their rating. */
import { add, compare, decimal, format, subtract } from '#base/decimal.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import type { Disagreement } from '#modules/scoring/score.ts'
import type { Figures, Rating } from './result.ts'

type Amounts = Readonly<Record<string, string | null>>

/** This year's figure less last year's, such as "-0.27"; null where either is missing. */
export function changeBetween(
  now: string | null | undefined,
  before: string | null | undefined,
): string | null {
  if (now == null || before == null) return null
  return format(subtract(decimal(now), decimal(before)), 2)
}

/** The rating level of an id in the year's framework; null where the year has none, or the id is none of its. */
export function findRating(framework: Framework | undefined, id: string | null): Rating | null {
  const level = framework?.rating.levels.find((each) => each.id === id)
  return level ? { id: level.id, name: level.name, step: level.step } : null
}

/** How the score sheet names the figure of a part or of an instrument that has several parts. */
export function instrumentNode(id: string, framework: Framework | undefined): string {
  const hasParts = framework?.instruments.some(
    (instrument) => instrument.id === id && instrument.parts.length > 1,
  )
  return `${hasParts ? 'instrument' : 'part'}:${id}`
}

type Compared = Pick<Figures, 'total' | 'instruments' | 'indicators'>

/** The figures that were published one way and come out another way here; what either lacks is not compared. */
export function disagreementsBetween(
  { published, computed }: { readonly published: Compared; readonly computed: Compared },
  framework: Framework | undefined,
): Disagreement[] {
  return [
    ...differences({ total: published.total }, { total: computed.total }, (id) => id),
    ...differences(published.instruments, computed.instruments, (id) => instrumentNode(id, framework)),
    ...differences(published.indicators, computed.indicators, (number) => `indicator:${number}`),
  ]
}

function differences(published: Amounts, computed: Amounts, nodeOf: (key: string) => string): Disagreement[] {
  return Object.entries(published).flatMap(([key, before]) => {
    const now = computed[key]
    if (before === null || now == null || compare(decimal(before), decimal(now)) === 0) return []
    return [{ node: nodeOf(key), published: before, computed: now }]
  })
}

/** Adds percents that are written as decimals: "15" and "15" make "30". */
export function addPercents(percents: readonly string[]): string {
  const sum = percents.map(decimal).reduce(add, decimal('0'))
  return format(sum, 2).replace(/\.?0+$/, '')
}
