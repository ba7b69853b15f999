/** What stood in the way of sending, at the top of the form, with a link to each question that has no answer. */
import type { Question } from '#modules/frameworks/framework.ts'
import type { FormPage } from './page.ts'
import { useSpeech } from './speech.ts'

interface Summarised {
  readonly page: FormPage
  readonly questions: readonly Question[]
}

export function Summary({ page, questions }: Summarised) {
  const { form, notice } = useSpeech().text.surveys
  if (page.obstacle) {
    const { title, body } = notice[page.obstacle]
    return (
      <div className="summary" role="alert">
        <h2>{title}</h2>
        <p>{body}</p>
        {page.obstacle === 'flooded' && (
          <p id="proof" role="status" hidden data-ready={notice.flooded.ready}>
            {notice.flooded.working}
          </p>
        )}
      </div>
    )
  }
  const faults = page.faults ?? []
  if (faults.length === 0 && !page.isCodeFault) return null
  return (
    <div className="summary" role="alert">
      <h2>{form.faultTitle}</h2>
      <p>{form.faultKept}</p>
      <ul>
        {page.isCodeFault && (
          <li>
            <a href="#code">{form.faultCode}</a>
          </li>
        )}
        {faults.map((id) => (
          <li key={id}>
            <a href={`#${id}-0`}>{form.faultAt(placeOf(id, questions))}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** `i1.2` stands in question i1. */
function placeOf(column: string, questions: readonly Question[]): number {
  return questions.findIndex(({ id }) => id === column.split('.')[0]) + 1
}
