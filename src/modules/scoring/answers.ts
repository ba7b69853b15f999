/** From counted answers to question scores, and from these to an indicator as one part gives it. */
import { type Exact, fraction } from '#base/decimal.ts'
import type { PartTally } from '#modules/surveys/tally.ts'
import type { ColumnPlan, PartIndicatorPlan, QuestionPlan } from './plan.ts'
import { roundAs } from './rounding.ts'
import type { NodeInput, ScoreNode } from './score.ts'
import { meanNode } from './steps.ts'
import { keep, type Work } from './work.ts'

/** The indicator as the mean of its questions in one part. */
export function scorePartIndicator(
  work: Work,
  plan: PartIndicatorPlan,
  tally: PartTally | undefined,
): ScoreNode {
  if (!tally) return plan.absent
  const questions = plan.questions.map((question) => scoreQuestion(work, question, tally))
  return meanNode(plan.step, questions)
}

function scoreQuestion(work: Work, plan: QuestionPlan, tally: PartTally): ScoreNode {
  const { subQuestions } = plan
  if (!subQuestions || tally.counts[plan.column]) return scoreColumn(work, plan, tally)
  const { step, columns } = subQuestions
  if (!columns.some(({ column }) => tally.counts[column])) return keep(work, plan.unanswered)
  return keep(
    work,
    meanNode(
      step,
      columns.map((column) => scoreColumn(work, column, tally)),
    ),
  )
}

function scoreColumn(work: Work, plan: ColumnPlan, tally: PartTally): ScoreNode {
  const counts = tally.counts[plan.column]
  return keep(work, counts ? meanOfAnswers(plan, counts) : plan.unanswered)
}

function meanOfAnswers(plan: ColumnPlan, counts: readonly number[]): ScoreNode {
  const { options } = plan
  let sum = 0
  let answers = 0
  for (let place = 0; place < options.length; place++) {
    const count = counts[place] ?? 0
    sum += (options[place] ?? 0) * count
    answers += count
  }
  if (answers === 0) return { ...plan.unanswered, inputs: inputsOf(plan, counts) }
  return new AnsweredColumn(plan, counts, fraction(sum, answers))
}

/** What only the derivation shows is laid out when it is asked for: a nation has a third of a million of these. */
class AnsweredColumn implements ScoreNode {
  readonly rule = 'meanOfAnswers'
  readonly reason = null
  readonly id: string
  readonly unrounded: Exact
  readonly value: Exact
  readonly rounding: ScoreNode['rounding']
  readonly #plan: ColumnPlan
  readonly #counts: readonly number[]

  constructor(plan: ColumnPlan, counts: readonly number[], unrounded: Exact) {
    const { id, rounding } = plan.step
    this.id = id
    this.rounding = rounding
    this.unrounded = unrounded
    this.value = roundAs(unrounded, rounding)
    this.#plan = plan
    this.#counts = counts
  }

  get inputs(): NodeInput[] {
    return inputsOf(this.#plan, this.#counts)
  }
}

function inputsOf({ options }: ColumnPlan, counts: readonly number[]): NodeInput[] {
  return options.map((score, option) => ({ option, score, count: counts[option] ?? 0 }))
}
