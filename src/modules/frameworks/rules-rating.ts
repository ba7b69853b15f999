/** Rules on rating levels and measure bands: from best to last, without a gap. */
import { compare, decimal } from '#base/decimal.ts'
import { type Draft, present } from './draft.ts'
import type { Fault, Path } from './fault.ts'
import type { RatingLevel } from './framework.ts'
import { fault, type Rule, repeated } from './rule.ts'

export const ratingRules: readonly Rule[] = [
  { needs: [], faults: levelsAreDistinct },
  { needs: [], faults: levelsDescend },
  { needs: [], faults: lastLevelTakesTheRest },
  { needs: [], faults: stepsFollowTheLevels },
  { needs: [], faults: thresholdsAreScores },
  { needs: ['measureBands'], faults: bandsDescend },
]

/** Each sound level with its place and the sound level before it. */
function levelsOf(draft: Draft): { index: number; level: RatingLevel; better: RatingLevel | undefined }[] {
  return present(draft.ratingLevels).map(({ index, value }) => {
    return { index, level: value, better: draft.ratingLevels[index - 1] }
  })
}

const levelPath = (index: number, key: string): Path => ['rating', 'levels', index, key]

function levelsAreDistinct(draft: Draft): Fault[] {
  return repeated(levelsOf(draft), ({ level }) => level.id).map(({ entry, key }) =>
    fault(levelPath(entry.index, 'id'), 'duplicateLevel', { level: key }),
  )
}

/** Two levels may begin at one total when the better one also asks something of every part. */
function levelsDescend(draft: Draft): Fault[] {
  return levelsOf(draft).flatMap(({ index, level, better }) => {
    if (!better) return []
    const difference = compare(decimal(better.totalAtLeast), decimal(level.totalAtLeast))
    if (difference > 0) return []
    const isSplitByParts =
      better.everyPartAtLeast !== undefined && better.everyPartAtLeast !== level.everyPartAtLeast
    if (difference === 0 && isSplitByParts) return []
    const about = {
      level: level.id,
      total: level.totalAtLeast,
      better: better.id,
      betterTotal: better.totalAtLeast,
    }
    return [fault(levelPath(index, 'totalAtLeast'), 'levelOrder', about)]
  })
}

function lastLevelTakesTheRest(draft: Draft): Fault[] {
  const last = draft.ratingLevels.at(-1)
  if (!last) return []
  const index = draft.ratingLevels.length - 1
  if (last.everyPartAtLeast !== undefined) {
    return [fault(levelPath(index, 'everyPartAtLeast'), 'lastLevelCondition', { level: last.id })]
  }
  if (compare(decimal(last.totalAtLeast), decimal(0)) === 0) return []
  const about = { level: last.id, found: last.totalAtLeast }
  return [fault(levelPath(index, 'totalAtLeast'), 'lastLevelNotZero', about)]
}

function stepsFollowTheLevels(draft: Draft): Fault[] {
  return levelsOf(draft).flatMap(({ index, level, better }) => {
    if (!better || level.step >= better.step) return []
    const about = { level: level.id, step: level.step, better: better.id, betterStep: better.step }
    return [fault(levelPath(index, 'step'), 'levelStep', about)]
  })
}

function thresholdsAreScores(draft: Draft): Fault[] {
  const thresholds: { path: Path; value: string | undefined }[] = [
    ...levelsOf(draft).flatMap(({ index, level }) => [
      { path: levelPath(index, 'totalAtLeast'), value: level.totalAtLeast },
      { path: levelPath(index, 'everyPartAtLeast'), value: level.everyPartAtLeast },
    ]),
    ...present(draft.measureBands).map(({ index, value }) => ({
      path: ['measureBands', index, 'atLeast'],
      value: value.atLeast,
    })),
  ]
  return thresholds.flatMap(({ path, value }) => {
    if (value === undefined || compare(decimal(value), decimal(100)) <= 0) return []
    return [fault(path, 'aboveHundred', { found: value })]
  })
}

const bandOrder = ['maintain', 'improve', 'urgent']

function bandsDescend(draft: Draft): Fault[] {
  const bands = present(draft.measureBands)
  return bands.flatMap(({ index, value }) => {
    const expected = bandOrder[index] ?? ''
    if (value.id !== expected) {
      return [fault(['measureBands', index, 'id'], 'bandOrder', { found: value.id, expected })]
    }
    const path = ['measureBands', index, 'atLeast']
    const isLast = index === bandOrder.length - 1
    if (isLast && compare(decimal(value.atLeast), decimal(0)) !== 0) {
      return [fault(path, 'lastBandNotZero', { band: value.id, found: value.atLeast })]
    }
    const better = bands[index - 1]?.value
    if (!better || compare(decimal(better.atLeast), decimal(value.atLeast)) > 0) return []
    const about = { band: value.id, found: value.atLeast, better: better.id, betterAtLeast: better.atLeast }
    return [fault(path, 'bandThreshold', about)]
  })
}
