/** The form: one question a card, whole rows to press, and all that was chosen kept when something is missing. */
import { leafQuestions } from '#modules/frameworks/lookup.ts'
import { areAllDoubtful, isDoubtful } from './doubt.ts'
import { type FormPage, inLanguage } from './page.ts'
import { QuestionCard } from './question-card.tsx'
import { useSpeech } from './speech.ts'
import { Summary } from './summary.tsx'

export function Form({ page }: { readonly page: FormPage }) {
  const { language, text, path } = useSpeech()
  const words = text.surveys.form
  const { framework, survey, agency } = page
  const columns = leafQuestions(framework, survey)
  const questions = [...new Set(columns.map(({ question }) => question))]
  const isMarked = !areAllDoubtful(framework, questions)
  return (
    <>
      <p className="soft">{words.year(framework.fiscalYear)}</p>
      <h1>{words.titles[survey]}</h1>
      <p>
        <strong>{words.contact(agency.name[language])}</strong>
        {agency.isImaginary && <span className="mark">{words.imaginary}</span>}
      </p>
      <Summary page={page} questions={questions} />
      <p>{words.whom[survey]}</p>
      <p className="promise">
        {words.promise} <a href={inLanguage('/go/privacy', language)}>{words.promiseLink}</a>
      </p>
      <p>{words.length(questions.length)}</p>
      <Doubt isAll={!isMarked} isSome={questions.some((question) => isDoubtful(framework, question))} />
      <form method="post" action={inLanguage(path, language)} autoComplete="off">
        <input type="hidden" name="key" value={page.key} />
        {page.isByCode && <CodeField page={page} />}
        {questions.map((question, index) => (
          <QuestionCard
            key={question.id}
            question={question}
            page={page}
            place={{ number: index + 1, count: questions.length, isMarked }}
          />
        ))}
        <p className="progress">{words.answered(columns.length)}</p>
        <p>
          <button type="submit">{words.send}</button>
        </p>
        <p className="soft">{words.sendOnce}</p>
      </form>
      {page.obstacle === 'flooded' && <script type="module" src="/scripts/proof.js" />}
    </>
  )
}

function Doubt({ isAll, isSome }: { readonly isAll: boolean; readonly isSome: boolean }) {
  const { form } = useSpeech().text.surveys
  if (isAll) return <p className="soft">{form.allUnverified}</p>
  return isSome ? <p className="soft">{form.unverified}</p> : null
}

function CodeField({ page }: { readonly page: FormPage }) {
  const { form } = useSpeech().text.surveys
  return (
    <div className="card">
      <label className="code" htmlFor="code">
        {form.code}
      </label>
      <p className="soft" id="code-hint">
        {form.codeHint}
      </p>
      {page.isCodeFault && (
        <p className="fault" id="code-fault">
          {form.faultCode}
        </p>
      )}
      <input
        id="code"
        name="code"
        type="text"
        maxLength={40}
        autoCapitalize="none"
        aria-describedby={page.isCodeFault ? 'code-hint code-fault' : 'code-hint'}
        aria-invalid={page.isCodeFault}
        defaultValue={page.chosen?.code}
      />
    </div>
  )
}
