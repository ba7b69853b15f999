/** The interviews that are held for review, of each assignment, and the form that sends one back. */
import { Act, Confirmed } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'
import type { Found } from './progress.tsx'

type Assignment = Found['assignments'][number]

export function Held({ found: { assignments, reviewHours, year, isOpen } }: { readonly found: Found }) {
  const words = useReader().text.interviews.progress
  const { say } = useReader()
  const holding = assignments.filter(({ held }) => held.length > 0)
  return (
    <section>
      <p className="hint">{words.heldMeans(reviewHours)}</p>
      {holding.length === 0 && <p>{words.nothingHeld}</p>}
      {holding.map(({ id, agency, enumerator, held }) => (
        <section key={id}>
          <h2>{words.held(say(agency.name), enumerator)}</h2>
          <table className="plain stacking">
            <caption className="unseen">{words.held(say(agency.name), enumerator)}</caption>
            <thead>
              <tr>
                <th scope="col">{words.reference}</th>
                <th scope="col">{words.at}</th>
                <th scope="col">{words.took}</th>
                {isOpen && <th scope="col">{words.sendBack}</th>}
              </tr>
            </thead>
            <tbody>
              {held.map((one) => (
                <Row key={one.interview} one={one} year={year} isOpen={isOpen} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </section>
  )
}

interface RowProps {
  readonly one: Assignment['held'][number]
  readonly year: number
  readonly isOpen: boolean
}

function Row({ one: { interview, reference, receivedAt, seconds, isOverQuota }, year, isOpen }: RowProps) {
  const { text } = useReader()
  const typed = useTyped()
  const words = text.interviews.progress
  const reason = `${interview}-reason`
  return (
    <tr>
      <th scope="row">
        <code>{reference}</code> {isOverQuota && <span className="beside">{words.over}</span>}
      </th>
      <td data-label={words.at}>
        <time dateTime={receivedAt}>{text.workspace.audit.writeMoment(new Date(receivedAt))}</time>
      </td>
      <td data-label={words.took}>{words.minutes(seconds)}</td>
      {isOpen && (
        <td>
          <Confirmed ask={words.sendBackAsk(reference)}>
            <form method="post" className="stacked-form">
              <input type="hidden" name="year" value={year} />
              <input type="hidden" name="interview" value={interview} />
              <p>{words.sendBackMeans}</p>
              <p className="field">
                <label htmlFor={reason}>{words.reason}</label>
                <textarea
                  id={reason}
                  name={reason}
                  rows={2}
                  required
                  maxLength={500}
                  defaultValue={typed(reason)}
                />
              </p>
              <Act act="sendBack" name={words.sendBack} isGrave />
            </form>
          </Confirmed>
        </td>
      )}
    </tr>
  )
}
