/** The score of every question by part, with what it asks for. */
import type { AgencyResult, QuestionScore } from '#modules/results/result.ts'
import { Figure } from '../../ui/figure.tsx'
import { Fold } from '../../ui/fold.tsx'
import { useReader } from '../../ui/language.ts'
import { UnverifiedMark } from '../../ui/marks.tsx'
import { MeasureLevel } from '../../ui/measure-level.tsx'
import type { Explainer } from './explainer.ts'

interface Props {
  readonly result: AgencyResult
  readonly explain: Explainer
}

export function Questions({ result, explain }: Props) {
  const { text } = useReader()
  const words = text.site.agency
  const { questions } = result
  if (questions.length === 0) return null
  return (
    <Fold id="questions" title={words.questions(questions.length)}>
      {groupsOf(questions).map((group) => (
        <QuestionTable key={group.parts.join()} group={group} result={result} explain={explain} />
      ))}
    </Fold>
  )
}

interface QuestionGroup {
  readonly parts: readonly string[]
  readonly questions: readonly QuestionScore[]
}

/** Questions asked of the same parts stand in one table. */
function groupsOf(questions: readonly QuestionScore[]): QuestionGroup[] {
  const groups = Map.groupBy(questions, ({ scores }) => Object.keys(scores).join())
  return [...groups].map(([parts, own]) => ({ parts: parts.split(','), questions: own }))
}

interface TableProps extends Props {
  readonly group: QuestionGroup
}

function QuestionTable({ group, result, explain }: TableProps) {
  const { say, text } = useReader()
  const { agency: words, columns } = text.site
  const fullNameOf = (part: string) => {
    const found = result.instruments.find(({ id }) => id === part)
    return found ? say(found.name) : part
  }
  const short: Readonly<Record<string, string>> = text.site.partsShort
  const nameOf = (part: string) => short[part] ?? fullNameOf(part)
  return (
    <table className="stacking">
      <caption>{group.parts.map(fullNameOf).join(' · ')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.question}</th>
          {group.parts.map((part) => (
            <th key={part} scope="col">
              {nameOf(part)}
            </th>
          ))}
          <th scope="col">{columns.level}</th>
        </tr>
      </thead>
      <tbody>
        {group.questions.map((question) => (
          <tr key={question.id}>
            <th scope="row">
              <span className="coded-name">
                <span className="code">{question.id} </span>
                <span>
                  {say(question.text)} {question.isUnverified && <UnverifiedMark />}
                </span>
              </span>
            </th>
            {group.parts.map((part) => (
              <td key={part} data-label={nameOf(part)}>
                <Figure
                  value={question.scores[part] ?? null}
                  name={`${question.id} ${nameOf(part)}`}
                  explain={explain(`part:${part}/question:${question.id}`)}
                />
              </td>
            ))}
            <td data-label={columns.level}>
              <MeasureLevel level={question.level} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
