/** What may leave the house once a part is closed, as files. */
import { queryString } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import type { FoundSurveys } from './agency-surveys.tsx'
import { agencySurveysPath } from './survey-query.ts'

const formats = ['csv', 'json'] as const

export function ExportLinks({ found }: { readonly found: FoundSurveys }) {
  const { text, to } = useReader()
  const words = text.surveysWork.exports
  const { may, surveys, agency, year, isRoundClosed } = found
  if (!may.counts) return null
  const isReady = isRoundClosed || surveys.parts.some(({ isClosed }) => isClosed)
  const pathOf = (format: string, of?: string) =>
    to(`${agencySurveysPath(year, agency.code, 'export')}${queryString({ format, of })}`)
  return (
    <section>
      <h2>{words.heading}</h2>
      {!isReady && <p>{words.afterClose}</p>}
      {isReady && (
        <ul className="ways-on">
          {formats.map((format) => (
            <li key={format}>
              <a href={pathOf(format)}>{words.counts(format.toUpperCase())}</a>
            </li>
          ))}
          {may.answers &&
            formats.map((format) => (
              <li key={`answers-${format}`}>
                <a href={pathOf(format, 'answers')}>{words.answers(format.toUpperCase())}</a>
              </li>
            ))}
        </ul>
      )}
      {isReady && may.answers && <p className="hint">{words.answersMean}</p>}
    </section>
  )
}
