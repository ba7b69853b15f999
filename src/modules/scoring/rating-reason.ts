/** Says in one sentence why a rating is what it is. */
import { decimal, type Exact, format } from '#base/decimal.ts'
import type { Words } from '#base/words.ts'
import type { Framework, RatingLevel } from '#modules/frameworks/framework.ts'
import { scoring as english } from '#text/en/scoring.ts'
import { scoring as thai } from '#text/th/scoring.ts'
import { reaches } from './rating.ts'
import type { Score } from './score.ts'
import { nodeName, reasonWords } from './words.ts'

const texts = { th: thai, en: english }
type Language = keyof typeof texts

/** The sentence for a score's rating, or for why there is none yet. */
export function ratingWords(framework: Framework, score: Score): Words {
  const reason = score.nodes.get('rating')?.reason
  if (reason) return reasonWords(framework, reason)
  const total = score.nodes.get('total')?.value
  const level = framework.rating.levels.find(({ id }) => id === score.rating)
  if (!total || !level) return { th: '', en: '' }
  const better = missedLevel(framework, total, level)
  const sentence = (language: Language) =>
    better
      ? heldBack({ framework, score, level, better, total }, language)
      : reached({ level, total }, language)
  return { th: sentence('th'), en: sentence('en') }
}

/** The nearest better level whose total is reached: only its parts stand in the way. */
function missedLevel(framework: Framework, total: Exact, level: RatingLevel): RatingLevel | undefined {
  return framework.rating.levels
    .filter((each) => each.step < level.step && reaches(total, decimal(each.totalAtLeast)))
    .toSorted((a, b) => b.step - a.step)[0]
}

interface Reached {
  readonly level: RatingLevel
  readonly total: Exact
}

function reached({ level, total }: Reached, language: Language): string {
  const { why } = texts[language]
  const values = { level: level.name[language], total: format(total, 2), threshold: level.totalAtLeast }
  const parts = level.everyPartAtLeast
  return parts === undefined ? why.reached(values) : why.reachedWithParts({ ...values, parts })
}

interface HeldBack extends Reached {
  readonly framework: Framework
  readonly score: Score
  readonly better: RatingLevel
}

function heldBack({ framework, score, level, better, total }: HeldBack, language: Language): string {
  const { why } = texts[language]
  const parts = better.everyPartAtLeast ?? better.totalAtLeast
  const values = {
    level: level.name[language],
    better: better.name[language],
    total: format(total, 2),
    parts,
  }
  const list = partsBelow(framework, score, decimal(parts)).map(([id, value]) =>
    why.partBelow({ part: nodeName(framework, id)[language], score: format(value, 2) }),
  )
  return list.length > 0 ? why.heldBack({ ...values, list: list.join(' · ') }) : why.heldBackSomewhere(values)
}

function partsBelow(framework: Framework, score: Score, threshold: Exact): [string, Exact][] {
  const ids = framework.instruments.flatMap(({ parts, pooledPart }) => [
    ...parts,
    ...(pooledPart ? [pooledPart] : []),
  ])
  return ids.flatMap(({ id }): [string, Exact][] => {
    const value = score.nodes.get(`part:${id}`)?.value
    return value && !reaches(value, threshold) ? [[`part:${id}`, value]] : []
  })
}
