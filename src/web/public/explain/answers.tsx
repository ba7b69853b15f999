/** The answers to a question: a stacked bar of their shares, and the counts in a table. */
import { useReader } from '../../ui/language.ts'
import type { Answer, Explanation } from './explanation.ts'

export function Answers({ explanation }: { readonly explanation: Explanation }) {
  const { text } = useReader()
  const words = text.site.explain
  const { answers, outcome } = explanation
  const everyone = answers.reduce((sum, { count }) => sum + count, 0)
  const points = answers.reduce((sum, { count, score }) => sum + count * score, 0)
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{words.answers}</h2>
      <StackedBar answers={answers} everyone={everyone} />
      <table className="answers">
        <caption>{words.answersCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.option}</th>
            <th scope="col">{words.optionScore}</th>
            <th scope="col">{words.optionCount}</th>
            <th scope="col">{words.optionProduct}</th>
          </tr>
        </thead>
        <tbody>
          {answers.map((answer) => (
            <AnswerRow key={answer.score} {...answer} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.sum}</th>
            <td />
            <td data-label={words.optionCount}>{text.site.many(everyone)}</td>
            <td data-label={words.optionProduct}>{text.site.many(points)}</td>
          </tr>
        </tfoot>
      </table>
      {outcome && <p className="sum">{outcome}</p>}
    </section>
  )
}

function AnswerRow({ label, score, count }: Answer) {
  const { text } = useReader()
  const words = text.site.explain
  return (
    <tr>
      <th scope="row">
        <svg className="swatch" width="14" height="14" aria-hidden="true" focusable="false">
          <rect className={toneOf(score)} width="100%" height="100%" />
        </svg>
        {words.optionLine(label, score, count)}
      </th>
      <td data-label={words.optionScore}>{score}</td>
      <td data-label={words.optionCount}>{text.site.many(count)}</td>
      <td data-label={words.optionProduct}>{text.site.many(score * count)}</td>
    </tr>
  )
}

interface StackedBarProps {
  readonly answers: readonly Answer[]
  readonly everyone: number
}

/** Best answer first, so that more colour from the left is better; the table beside it says the same. */
function StackedBar({ answers, everyone }: StackedBarProps) {
  if (everyone === 0) return null
  const best = answers.toSorted((a, b) => b.score - a.score)
  return (
    <svg className="stacked" width="100%" height="28" aria-hidden="true" focusable="false">
      {best.map(({ score, count }, index) => {
        const before = best.slice(0, index).reduce((sum, answer) => sum + answer.count, 0)
        return (
          <rect
            key={score}
            className={toneOf(score)}
            x={`${(before / everyone) * 100}%`}
            width={`${(count / everyone) * 100}%`}
            height="100%"
          />
        )
      })}
    </svg>
  )
}

/** Six tones from 0 to 100, so that the same score always looks the same. */
function toneOf(score: number): string {
  return `tone-${Math.round(score / 20)}`
}
