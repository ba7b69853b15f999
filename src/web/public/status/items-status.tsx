/** How far an agency is with each disclosure item, for everyone, where the agency wishes it shown. */
import { useLoaderData } from 'react-router'
import type { Actor } from '#base/actor.ts'
import { Problem } from '#base/problem.ts'
import { type BoardItem, getBoard, isStatusShown } from '#modules/disclosure/board.ts'
import { isAtWork } from '#modules/disclosure/item-state.ts'
import { getAgencyByCode } from '#modules/registry/queries.ts'
import { agencyPath } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { reading, readParameter, readYear } from '../reading.ts'
import { ItemLinks } from './item-links.tsx'
import stylesheet from './status.css?url'

/** Reads what the agency has let everyone see. */
const publisher: Actor = { kind: 'system', name: 'status' }

export const loader = reading(async ({ db, now, params }) => {
  const year = readYear(readParameter(params, 'year'))
  const { id, code } = await getAgencyByCode(db, readParameter(params, 'code'))
  if (!(await isStatusShown(db, id))) {
    throw new Problem('notFound', 'disclosure.notShown', { agency: code, year })
  }
  const { agency, items } = await getBoard(db, publisher, { fiscalYear: year, agencyCode: code, now })
  return { year, agency, items: items.map(showItem) }
})

const stages = ['preparing', 'approved', 'submitted', 'final'] as const
type Stage = (typeof stages)[number]

/** What the agency's people still work on is theirs: nothing of it is shown. */
function showItem({ code, title, state, has, links }: BoardItem) {
  const stage = stageOf(state)
  const isOpen = stage !== 'preparing'
  return { code, title, stage, has: isOpen ? has : null, links: isOpen ? links : [] }
}

function stageOf(state: BoardItem['state']): Stage {
  if (state === 'approved' || state === 'final') return state
  return isAtWork(state) ? 'preparing' : 'submitted'
}

export type ShownItem = ReturnType<typeof showItem>

export default function ItemsStatus() {
  const { year, agency, items } = useLoaderData<typeof loader>()
  const { say, text, to } = useReader()
  const words = text.disclosureWork.status
  const submitted = items.filter(({ stage }) => stage === 'submitted' || stage === 'final').length
  return (
    <Page
      title={words.titleOf(say(agency.name), year)}
      above={[{ name: say(agency.name), path: agencyPath(agency.code) }]}
    >
      <link rel="stylesheet" href={stylesheet} precedence="default" />
      <p className="lead">{words.submittedOf(submitted, items.length)}</p>
      <p className="hint">{words.means}</p>
      <table className="stacking items-status">
        <caption className="unseen">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.stage}</th>
            <th scope="col">{words.links}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.code}>
              <th scope="row">
                <span className="coded-name">
                  <span className="code">{item.code}</span>
                  <span>{say(item.title)}</span>
                </span>
              </th>
              <td className="item-stage" data-label={words.stage}>
                {words.stages[item.stage]}
              </td>
              <td data-label={words.links}>
                <ItemLinks item={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a href={to(agencyPath(agency.code))}>{words.toResult}</a>
      </p>
    </Page>
  )
}
