/**
 * Draws the pages of a survey as plain HTML: no script, one small stylesheet, nothing from elsewhere. Strokes that HTML
 * does not need at the end of a tag are left out; in text there are none, for `>` is escaped there.
 */
import { renderToStaticMarkup } from 'react-dom/server'
import { en } from '#text/en.ts'
import { th } from '#text/th.ts'
import { Form } from './form.tsx'
import { Notice } from './notice.tsx'
import { inLanguage, type RenderRespond, type RespondPage } from './page.ts'
import { Privacy } from './privacy.tsx'
import stylesheet from './respond.css?url'
import { Speech } from './speech.ts'

export const renderRespond: RenderRespond = (page, { language, path }) => {
  const text = language === 'en' ? en : th
  const other = language === 'en' ? 'th' : 'en'
  const document = (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{titleOf(page, text.surveys)}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <header>
          <span className="brand">{text.surveys.form.brand}</span>
          <a href={inLanguage(path, other)} lang={other}>
            {text.surveys.form.other}
          </a>
        </header>
        <main>
          <Speech.Provider value={{ language, text, path }}>
            <Body page={page} />
          </Speech.Provider>
        </main>
      </body>
    </html>
  )
  return `<!DOCTYPE html>${renderToStaticMarkup(document).replaceAll('/>', '>')}`
}

function Body({ page }: { readonly page: RespondPage }) {
  if (page.kind === 'form') return <Form page={page} />
  if (page.kind === 'privacy') return <Privacy group={page.group} />
  return <Notice page={page} />
}

function titleOf(
  page: RespondPage,
  { form, thanks, notice, privacy }: typeof th.surveys | typeof en.surveys,
): string {
  if (page.kind === 'form') return form.titles[page.survey]
  if (page.kind === 'thanks') return thanks.title
  if (page.kind === 'privacy') return privacy.title
  return notice[page.kind].title
}
