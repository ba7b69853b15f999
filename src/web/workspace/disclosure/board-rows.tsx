/** The items of a board as rows: state, who is in charge, due date, and what the checker says with how to mend it. */
import type { BoardItem } from '#modules/disclosure/board.ts'
import { useReader } from '../../ui/language.ts'
import { useRefusal } from '../outcome.ts'
import { AnswerCell } from './answer-cell.tsx'
import { assignFormId } from './assign-form.tsx'
import type { FoundBoard } from './board.tsx'
import { besideBoardPath, chosenPrefix } from './disclosure-query.ts'
import { StateMark } from './state-mark.tsx'

export function BoardRows({ found: { board, may } }: { readonly found: FoundBoard }) {
  const { text } = useReader()
  const words = text.disclosureWork.board
  if (board.items.length === 0) return <p>{words.nothing}</p>
  const agency = { year: board.fiscalYear, code: board.agency.code }
  return (
    <table className="plain board">
      <caption>{words.shown(board.items.length, board.total)}</caption>
      <thead>
        <tr>
          {may.assign && (
            <th scope="col">
              <span className="unseen">{words.choose}</span>
            </th>
          )}
          <th scope="col">{words.item}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.charge}</th>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.answer}</th>
        </tr>
      </thead>
      <tbody>
        {board.items.map((item) => (
          <Row
            key={item.code}
            item={item}
            path={besideBoardPath(agency, item.code)}
            isChoosable={may.assign}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly item: BoardItem
  readonly path: string
  readonly isChoosable: boolean
}

function Row({ item, path, isChoosable }: RowProps) {
  const { say, text, to } = useReader()
  const words = text.disclosureWork.board
  const values = useRefusal()?.values ?? {}
  const { code, title, points, comments, state, score, unit, owner } = item
  const name = `${chosenPrefix}${code}`
  return (
    <tr id={code}>
      {isChoosable && (
        <td className="board-choice">
          <label>
            <input type="checkbox" name={name} form={assignFormId} defaultChecked={name in values} />
            <span className="unseen">{words.chooseItem(code)}</span>
          </label>
        </td>
      )}
      <th scope="row" className="board-item">
        <a href={to(path)}>
          <strong className="code">{code}</strong> {say(title)}
        </a>
        <span className="beside">
          {words.points(points)}
          {comments > 0 && <> · {words.comments(comments)}</>}
        </span>
      </th>
      <td className="board-state">
        <StateMark state={state} />
        {score !== null && (
          <span className={score === 0 ? 'beside late' : 'beside'}>{words.score(score.toFixed(2))}</span>
        )}
      </td>
      <td>
        <span className="while-narrow">{words.charge}: </span>
        {owner ? (owner.name ?? words.gone) : <span className="hint">{words.noOwner}</span>}
        {unit && <span className="beside">{say(unit.name)}</span>}
      </td>
      <td className="board-due">
        <span className="while-narrow">{words.due}: </span>
        <Due item={item} />
      </td>
      <td>
        <AnswerCell item={item} />
      </td>
    </tr>
  )
}

function Due({ item: { dueOn, isLate } }: { readonly item: BoardItem }) {
  const { text } = useReader()
  const words = text.disclosureWork
  if (dueOn === null) return <span className="hint">{words.board.noDue}</span>
  return (
    <>
      {words.day(dueOn)} {isLate && <strong className="late">{words.late}</strong>}
    </>
  )
}
