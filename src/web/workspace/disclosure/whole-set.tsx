/** What is done with all items at once: approve, hand in, files for others, and the public page of their state. */
import type { ItemState } from '#modules/disclosure/item-state.ts'
import { agencyPath } from '../../ui/addresses.ts'
import { Act, Confirmed } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import type { FoundBoard } from './board.tsx'
import { besideBoardPath } from './disclosure-query.ts'

interface Props {
  readonly found: FoundBoard
}

export function WholeSet({ found }: Props) {
  const { text, to } = useReader()
  const words = text.disclosureWork.whole
  const agency = { year: found.board.fiscalYear, code: found.board.agency.code }
  return (
    <section aria-labelledby="whole-set">
      <h2 id="whole-set">{words.title}</h2>
      <Approval found={found} />
      <Submission found={found} />
      <h3>{words.ways}</h3>
      <ul>
        <li>
          <a href={to(besideBoardPath(agency, 'gap'))}>{words.gap}</a>
        </li>
        <li>
          <a href={to(besideBoardPath(agency, 'export'))}>{words.export}</a>
        </li>
        <li>
          <a href={to(besideBoardPath(agency, 'page'))}>{words.fragment}</a>
        </li>
      </ul>
      <PublicStatus found={found} />
    </section>
  )
}

const inStates = (states: readonly ItemState[], ...wanted: readonly ItemState[]) =>
  states.filter((state) => wanted.includes(state)).length

function Approval({ found: { states, may } }: Props) {
  const { text } = useReader()
  const words = text.disclosureWork.whole
  const ready = inStates(states, 'ready')
  const others = states.length - ready - inStates(states, 'approved')
  const isBeyond = states.every((state) => !workBeforeApproval.includes(state))
  if (!may.approve || isBeyond) return null
  if (others > 0) return <p>{words.notReady(others)}</p>
  return (
    <Confirmed ask={words.approveAsk}>
      <form method="post">
        <p>{words.approveMeans(ready)}</p>
        <Act act="approve" name={words.approve} />
      </form>
    </Confirmed>
  )
}

const workBeforeApproval: readonly ItemState[] = [
  'open',
  'assigned',
  'drafted',
  'inReview',
  'returned',
  'ready',
]

function Submission({ found: { states, may } }: Props) {
  const { text } = useReader()
  const words = text.disclosureWork.whole
  const approved = inStates(states, 'approved')
  const before = inStates(states, ...workBeforeApproval)
  if (states.length > 0 && approved === 0 && before === 0) return <p>{words.submitted}</p>
  if (!may.submit) return null
  if (before > 0) return may.approve ? null : <p>{words.notApproved(before)}</p>
  return (
    <Confirmed ask={words.submitAsk}>
      <form method="post">
        <p>{words.submitMeans(states.length)}</p>
        <Act act="submit" name={words.submit} isGrave />
      </form>
    </Confirmed>
  )
}

function PublicStatus({ found: { board, may } }: Props) {
  const { text, to } = useReader()
  const words = text.disclosureWork.whole
  const { isStatusShown, agency, fiscalYear } = board
  return (
    <>
      <h3>{words.publicStatus}</h3>
      <p>
        {isStatusShown ? (
          <a href={to(`${agencyPath(agency.code, fiscalYear)}/items`)}>{words.isShown}</a>
        ) : (
          words.isHidden
        )}
      </p>
      {may.showStatus && (
        <form method="post">
          {isStatusShown ? (
            <Act act="hideStatus" name={words.hideStatus} />
          ) : (
            <Act act="showStatus" name={words.showStatus} />
          )}
        </form>
      )}
    </>
  )
}
