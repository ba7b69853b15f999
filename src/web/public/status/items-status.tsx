/** How far an agency is with each disclosure item, for everyone, where the agency wishes it shown. */
import { useLoaderData } from 'react-router'
import { getPublicStatus } from '#modules/disclosure/public-status.ts'
import { agencyPath } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { reading, readParameter, readYear } from '../reading.ts'
import { ItemLinks } from './item-links.tsx'
import stylesheet from './status.css?url'

export const loader = reading(({ db, now, params }) =>
  getPublicStatus(db, {
    fiscalYear: readYear(readParameter(params, 'year')),
    agencyCode: readParameter(params, 'code'),
    now,
  }),
)

export default function ItemsStatus() {
  const { fiscalYear, agency, items } = useLoaderData<typeof loader>()
  const { say, text, to } = useReader()
  const words = text.disclosureWork.status
  const submitted = items.filter(({ stage }) => stage === 'submitted' || stage === 'final').length
  return (
    <Page
      title={words.titleOf(say(agency.name), fiscalYear)}
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
