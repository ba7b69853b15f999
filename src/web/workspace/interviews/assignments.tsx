/** The assignments of a round as a table: how many interviews came, out of how many, and how calling goes. */
import { useReader } from '../../ui/language.ts'
import { EndForm } from './interview-forms.tsx'
import type { Found } from './progress.tsx'

export function Assignments({ found }: { readonly found: Found }) {
  const { text } = useReader()
  const { agency, received, quota, sentBack, progress: words } = text.interviews
  return (
    <table className="plain stacking">
      <caption className="unseen">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{agency}</th>
          <th scope="col">{words.enumerator}</th>
          {[received, quota, sentBack, words.calls].map((name) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      <tbody>
        {found.assignments.map((one) => (
          <Row key={one.id} one={one} found={found} />
        ))}
        <Totals totals={found.totals} />
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly one: Found['assignments'][number]
  readonly found: Found
}

function Row({ one, found: { year, isOpen } }: RowProps) {
  const { say, text } = useReader()
  const { received, quota, sentBack, progress: words } = text.interviews
  return (
    <tr>
      <th scope="row">{say(one.agency.name)}</th>
      <td>{one.enumerator}</td>
      <td className="number" data-label={received}>
        {one.count}
        {one.overQuota > 0 && <span className="beside"> {words.overQuota(one.overQuota)}</span>}
      </td>
      <td className="number" data-label={quota}>
        {one.quota}
      </td>
      <td className="number" data-label={sentBack}>
        {one.sentBack}
      </td>
      <td className="number" data-label={words.calls}>
        {words.callsOf(one.calls.reached, one.calls.all)}
      </td>
      <td>
        {words[one.isClosed ? 'closed' : one.isEnded ? 'ended' : 'active']}
        {isOpen && !one.isEnded && !one.isClosed && <EndForm assignment={one} year={year} />}
      </td>
    </tr>
  )
}

/** Of all pages. */
function Totals({ totals: { count, quota, sentBack } }: Pick<Found, 'totals'>) {
  const { interviews: words } = useReader().text
  const figures = [
    [words.received, count],
    [words.quota, quota],
    [words.sentBack, sentBack],
  ] as const
  return (
    <tr>
      <th scope="row" colSpan={2}>
        {words.progress.total}
      </th>
      {figures.map(([name, figure]) => (
        <td key={name} className="number" data-label={name}>
          {figure}
        </td>
      ))}
      <td colSpan={2} />
    </tr>
  )
}
