/** A page of agencies with the counts of each part against its minimum. */
import type { ListedPart, ProgressList } from '#modules/surveys/progress-list.ts'
import { useReader } from '../../ui/language.ts'
import { ImaginaryMark } from '../../ui/marks.tsx'
import { agencySurveysPath } from './survey-query.ts'

interface Props {
  readonly year: number
  readonly list: ProgressList
}

export function AgencyCounts({ year, list }: Props) {
  const { say, text, to } = useReader()
  const words = text.surveysWork
  const parts = list.agencies[0]?.parts.map(({ part }) => part) ?? []
  return (
    <table className="plain">
      <caption>{words.count(list.total)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.agency}</th>
          {parts.map((part) => (
            <th scope="col" key={part}>
              {words.partName(part)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.agencies.map(({ code, name, isImaginary, parts: own }) => (
          <tr key={code}>
            <th scope="row">
              <a href={to(agencySurveysPath(year, code))}>{say(name)}</a>{' '}
              <ImaginaryMark isImaginary={isImaginary} />
            </th>
            {own.map((part) => (
              <td key={part.part}>
                <PartCell part={part} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PartCell({
  part: { part, count, minimum, standing, isUnderMinimum },
}: {
  readonly part: ListedPart
}) {
  const { text } = useReader()
  const words = text.surveysWork
  return (
    <>
      <span className="beside-narrow">{words.partName(part)} </span>
      <span className="figure-of">{words.ofMinimum(count, minimum)}</span>{' '}
      <span className={standing === 'below' || isUnderMinimum ? 'standing standing-below' : 'standing'}>
        {isUnderMinimum ? words.underMinimum : words.standings[standing]}
      </span>
    </>
  )
}
