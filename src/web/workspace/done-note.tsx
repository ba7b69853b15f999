/** Says that what was asked has been done, on the page one lands on after. */
import { useReader } from '../ui/language.ts'
import { useDone } from './outcome.ts'

export function DoneNote() {
  const done = useDone()
  const { text } = useReader()
  const sentences: Readonly<Record<string, string>> = {
    ...text.signIn.done,
    ...text.workspace.done,
    ...text.surveysWork.done,
    ...text.disclosureWork.done,
    ...text.assessmentWork.done,
  }
  const sentence = done && sentences[done]
  if (!sentence) return null
  return (
    <p className="done" role="status">
      {sentence}
    </p>
  )
}
