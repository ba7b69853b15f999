/** How far the surveys of one's agencies are, beside what is wanted; the whole list is a page of its own. */
import type { ProgressList } from '#modules/surveys/progress-list.ts'
import { useReader } from '../ui/language.ts'
import { agencySurveysPath } from './surveys/survey-query.ts'

interface Props {
  readonly year: number
  readonly list: ProgressList
}

export function SurveyProgress({ year, list: { agencies, total } }: Props) {
  const { say, text, to } = useReader()
  const words = text.today
  const count = new Intl.NumberFormat(text.language === 'th' ? 'th-TH' : 'en-GB')
  const parts = agencies[0]?.parts ?? []
  return (
    <section>
      <h2>{words.progress(year)}</h2>
      <table className="plain">
        <caption>{words.progressMeans}</caption>
        <thead>
          <tr>
            <th scope="col">{words.agency}</th>
            {parts.map(({ part }) => (
              <th key={part} scope="col">
                {text.surveysWork.partName(part)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agencies.map((agency) => (
            <tr key={agency.code}>
              <th scope="row">
                <a href={to(agencySurveysPath(year, agency.code))}>{say(agency.name)}</a>
              </th>
              {agency.parts.map((part) => (
                <td key={part.part}>
                  <span className="while-narrow">{text.surveysWork.partName(part.part)} </span>
                  {part.minimum === null
                    ? words.noMinimum(count.format(part.count))
                    : words.ofMinimum(count.format(part.count), count.format(part.minimum))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {total > agencies.length && (
        <p>
          <a href={to('/work/surveys')}>{words.allAgencies(total)}</a>
        </p>
      )}
    </section>
  )
}
