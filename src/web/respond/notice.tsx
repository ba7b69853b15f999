/** A page that only says something: thanks, or why a survey cannot be answered here and now. */
import { type FormPage, inLanguage, type RespondPage } from './page.ts'
import { useSpeech } from './speech.ts'

type Noticed = Exclude<RespondPage, FormPage | { readonly kind: 'privacy' }>

export function Notice({ page }: { readonly page: Noticed }) {
  const { text, language } = useSpeech()
  if (page.kind === 'thanks') {
    const { title, body, safe, again } = text.surveys.thanks
    return (
      <>
        <h1>{title}</h1>
        <p>{body}</p>
        <p>{safe}</p>
        <p>{again}</p>
        <p>
          <a href={inLanguage('/go/privacy', language)}>{text.surveys.form.promiseLink}</a>
        </p>
      </>
    )
  }
  return (
    <>
      <h1>{text.surveys.notice[page.kind].title}</h1>
      <p>
        {page.kind === 'upcoming' || page.kind === 'closed'
          ? text.surveys.notice[page.kind].body(page.day)
          : text.surveys.notice[page.kind].body}
      </p>
    </>
  )
}
