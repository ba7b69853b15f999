/** Measure levels: whether a score is to be kept up, raised, or mended at once. */
import type { BandPlan, DisclosurePlan, Plan, SurveyPlan } from './plan.ts'
import { hundredths, meanOfHundredths } from './rounding.ts'
import type { MeasureLevelId, ScoreNode } from './score.ts'

type Nodes = ReadonlyMap<string, ScoreNode>
type Levels = Record<string, MeasureLevelId>

/** The level of a score in hundredths of a point, as shown. */
export function levelOf(bands: readonly BandPlan[], score: number): MeasureLevelId | undefined {
  return bands.find(({ atLeast }) => score >= atLeast)?.id
}

/** Levels of whole questions (by the mean of their parts' shown scores) and items; unknown figures have none. */
export function measureLevels(plan: Plan, nodes: Nodes): Levels {
  const levels: Levels = {}
  for (const instrument of plan.instruments) {
    const scores =
      instrument.kind === 'survey' ? questionScores(instrument, nodes) : itemScores(instrument, nodes)
    setLevels(levels, plan.bands, scores)
  }
  return levels
}

export function indicatorMeasureLevels(plan: Plan, nodes: Nodes): Levels {
  const levels: Levels = {}
  for (const { indicators } of plan.instruments) {
    const scores: Scored[] = []
    for (const { number, step } of indicators) addScore(scores, number, nodes.get(step.id))
    setLevels(levels, plan.bands, scores)
  }
  return levels
}

/** In hundredths of a point, as shown. */
interface Scored {
  readonly id: string
  readonly score: number
}

function setLevels(levels: Levels, bands: readonly BandPlan[], scores: readonly Scored[]): void {
  for (const { id, score } of scores) {
    const level = levelOf(bands, score)
    if (level) levels[id] = level
  }
}

function addScore(scores: Scored[], id: string, node: ScoreNode | undefined): void {
  if (node?.value) scores.push({ id, score: hundredths(node.value) })
}

function itemScores({ items }: DisclosurePlan, nodes: Nodes): Scored[] {
  const scores: Scored[] = []
  for (const { code, step } of items) addScore(scores, code, nodes.get(step.id))
  return scores
}

/** Questions that every part knows; the others have no score as a whole. */
function questionScores(instrument: SurveyPlan, nodes: Nodes): Scored[] {
  const { pooled } = instrument
  const plan = pooled?.parts.some(({ step }) => nodes.has(step.id)) ? pooled : instrument
  const scores: Scored[] = []
  for (const question of plan.questions) {
    const known: number[] = []
    for (const id of question.nodes) {
      const value = nodes.get(id)?.value
      if (value) known.push(hundredths(value))
    }
    if (known.length === question.nodes.length)
      scores.push({ id: question.id, score: meanOfHundredths(known) })
  }
  return scores
}
