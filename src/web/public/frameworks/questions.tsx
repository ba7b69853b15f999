/** The questions of a year with their options and what each option scores. */
import type { Framework, OptionSet, Question } from '#modules/frameworks/framework.ts'
import { evidenceOf, findOptionSet, questionsOf } from '#modules/frameworks/lookup.ts'
import { Fold } from '../../ui/fold.tsx'
import { useReader } from '../../ui/language.ts'
import { EvidenceNote } from '../../ui/marks.tsx'

interface Props {
  readonly framework: Framework
}

export function Questions({ framework }: Props) {
  const { say, text } = useReader()
  const words = text.site.frameworks
  const indicators = framework.indicators
    .map((indicator) => ({ indicator, questions: questionsOf(framework, indicator.number) }))
    .filter(({ questions }) => questions.length > 0)
  return (
    <Fold id="questions" title={words.questions} hint={text.site.many(framework.questions.length)}>
      {indicators.length === 0 && <p>{words.noQuestions}</p>}
      {indicators.map(({ indicator, questions }) => (
        <section key={indicator.number}>
          <h3>{text.site.agency.indicatorName(indicator.number, say(indicator.name))}</h3>
          {questions.map((question) => (
            <QuestionCard key={question.id} question={question} framework={framework} />
          ))}
        </section>
      ))}
    </Fold>
  )
}

function QuestionCard({ question, framework }: Props & { readonly question: Question }) {
  const { say, text } = useReader()
  const optionSet = findOptionSet(framework, question.optionSet)
  return (
    <article className="question" id={question.id}>
      <h4>
        <span className="code">{question.id}</span> {say(question.text)}
      </h4>
      {question.note && <p className="hint">{say(question.note)}</p>}
      {question.polarity === 'negative' && <p className="hint">{text.site.frameworks.negative}</p>}
      {question.subQuestions ? (
        <ul>
          {question.subQuestions.map((sub) => (
            <li key={sub.id}>
              <span className="code">{sub.id}</span> {say(sub.text)}
            </li>
          ))}
        </ul>
      ) : null}
      {optionSet && <Options optionSet={optionSet} />}
      <p className="beside">
        <EvidenceNote evidence={evidenceOf(question, framework)} />
      </p>
      {optionSet?.evidence && (
        <p className="beside">
          {text.site.explain.evidenceOf.options}: <EvidenceNote evidence={optionSet.evidence} />
        </p>
      )}
    </article>
  )
}

function Options({ optionSet }: { readonly optionSet: OptionSet }) {
  const { say, text } = useReader()
  return (
    <ul className="options" aria-label={text.site.frameworks.optionScores}>
      {optionSet.options.map(({ label, score }) => (
        <li key={score}>
          {say(label)} <span className="figure">{score}</span>
        </li>
      ))}
    </ul>
  )
}
