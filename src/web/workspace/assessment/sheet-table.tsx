/** The items of an agency, a row each, with the way to mark it. */
import type { SheetItem } from '#modules/disclosure/assessment/agency-sheet.ts'
import { useReader } from '../../ui/language.ts'
import { StateMark } from '../disclosure/state-mark.tsx'
import type { FoundSheet } from './agency-sheet.tsx'
import { markingPath } from './assessment-query.ts'

export function SheetTable({ found }: { readonly found: FoundSheet }) {
  const { say, text, to } = useReader()
  const words = text.assessmentWork.sheet
  const agency = { year: found.round.fiscalYear, code: found.place.code }
  return (
    <table className="plain sheet">
      <caption>{words.items}</caption>
      <thead>
        <tr>
          <th scope="col">{words.item}</th>
          <th scope="col">{words.answer}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.mark}</th>
        </tr>
      </thead>
      <tbody>
        {found.items.map((item) => (
          <tr key={item.itemCode} id={item.itemCode}>
            <th scope="row">
              <a className="coded-name" href={to(markingPath(agency, item.itemCode))}>
                <span className="code">{item.itemCode}</span> <span>{say(item.title)}</span>
              </a>
            </th>
            <td>
              <AnswerOf item={item} />
            </td>
            <td>
              <StateMark state={item.state} />
            </td>
            <td>
              <MarkOf item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function AnswerOf({ item: { has, links, worst } }: { readonly item: SheetItem }) {
  const { text } = useReader()
  const words = text.assessmentWork.sheet
  if (has === null) return <span className="hint">{words.notAnswered}</span>
  if (!has) return <span>{words.hasNot}</span>
  return (
    <span>
      {words.links(links)}
      {worst && (
        <>
          {' · '}
          <span className={`result-${worst}`}>{text.checker.results[worst]}</span>
        </>
      )}
    </span>
  )
}

function MarkOf({ item }: { readonly item: SheetItem }) {
  const { text } = useReader()
  const words = text.assessmentWork.sheet
  const { own, standing, state, waitsForViewer } = item
  if (waitsForViewer) return <strong>{state === 'explained' ? words.waitsAgain : words.waits}</strong>
  if (standing) {
    const score = words.standing(standing.score)
    return standing.score === 0 ? <strong className="result-fail">{score}</strong> : <span>{score}</span>
  }
  if (own) return <span>{words.ownMark(own.score)}</span>
  return <span className="hint">{words.noMark}</span>
}
