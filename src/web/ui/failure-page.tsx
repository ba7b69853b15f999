/** The page shown instead of the one asked for: what happened, that nothing was lost, and what to do. */
import { isRouteErrorResponse, useLocation } from 'react-router'
import { type Failure, sentenceFor } from './failure.ts'
import { useReader } from './language.ts'
import { NoteBox } from './note-box.tsx'
import { Page } from './page.tsx'

const kinds = {
  400: 'invalid',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  413: 'tooLarge',
  429: 'tooMany',
  503: 'unavailable',
} as const

type Kind = (typeof kinds)[keyof typeof kinds] | 'other'

export function FailurePage({ error }: { readonly error: unknown }) {
  const { pathname, search } = useLocation()
  const { text, to } = useReader()
  const words = text.site.failure
  const status = isRouteErrorResponse(error) ? error.status : 500
  const kind = kindOf(status)
  const failure = failureOf(error)
  return (
    <Page title={words.titles[kind]}>
      {failure && (
        <NoteBox title={sentenceFor(text, failure)}>
          {failure.findings.length > 0 && (
            <ul>
              {failure.findings.map((finding) => (
                <li key={JSON.stringify(finding)}>{sentenceFor(text, finding)}</li>
              ))}
            </ul>
          )}
        </NoteBox>
      )}
      <p className="lead">{words.advice[kind]}</p>
      <ul className="ways-on">
        {status >= 500 && (
          <li>
            <a href={pathname + search}>{words.retry}</a>
          </li>
        )}
        <li>
          <a href={to('/')}>{words.home}</a>
        </li>
        <li>
          <a href={to('/results')}>{words.results}</a>
        </li>
      </ul>
    </Page>
  )
}

const kindOf = (status: number): Kind => (kinds as Readonly<Record<number, Kind>>)[status] ?? 'other'

function failureOf(error: unknown): Failure | null {
  if (!isRouteErrorResponse(error)) return null
  const { data } = error
  return typeof data === 'object' && data !== null && 'code' in data ? (data as Failure) : null
}
