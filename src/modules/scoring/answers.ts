/** From counted answers to question scores, and from these to an indicator as one part gives it. */
import type { PartTally } from '#modules/surveys/tally.ts'
import { wholeNumber } from './frequent-values.ts'
import type { ColumnPlan, PartIndicatorPlan, QuestionPlan } from './plan.ts'
import { roundedMean } from './rounding.ts'
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
  const inputs: NodeInput[] = []
  let sum = 0
  let answers = 0
  for (let place = 0; place < options.length; place++) {
    const option = options[place]
    if (!option) continue
    const count = counts[place] ?? 0
    sum += option.score * count
    answers += count
    inputs.push(option.chosenBy(count))
  }
  if (answers === 0) return { ...plan.unanswered, inputs }
  const { id, rounding } = plan.step
  const unrounded = { numerator: wholeNumber(sum), denominator: wholeNumber(answers) }
  const value = rounding ? roundedMean(sum, answers, rounding.decimals) : unrounded
  return { id, rule: 'meanOfAnswers', inputs, unrounded, value, rounding, reason: null }
}
