/** The forms of the progress page: to assign interviews, and to end an assignment. */
import { Act, Choice, Confirmed, Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'
import type { Found } from './progress.tsx'

export function AssignForm({ found: { agencies, enumerators, year } }: { readonly found: Found }) {
  const { text } = useReader()
  const typed = useTyped()
  const { quota, progress: words } = text.interviews
  return (
    <section>
      <h2>{words.assign}</h2>
      {enumerators.length === 0 ? (
        <p>{words.noEnumerators}</p>
      ) : (
        <form method="post" className="stacked-form">
          <input type="hidden" name="year" value={year} />
          <p className="hint">{words.assignMeans}</p>
          <AgencyField agencies={agencies} />
          <Choice
            name="enumerator"
            label={words.enumerator}
            options={enumerators.map(({ email, name }) => ({ value: email, name: `${name} · ${email}` }))}
            value={typed('enumerator')}
          />
          <Field
            name="quota"
            label={quota}
            hint={words.quotaHint}
            value={typed('quota')}
            inputMode="numeric"
            required
            maxLength={6}
          />
          <p className="field">
            <label htmlFor="callList">{words.callList}</label>
            <span className="hint" id="callList-hint">
              {words.callListHint}
            </span>
            <textarea
              id="callList"
              name="callList"
              rows={4}
              defaultValue={typed('callList')}
              aria-describedby="callList-hint"
              autoComplete="off"
            />
          </p>
          <Act act="assign" name={words.assign} />
        </form>
      )}
    </section>
  )
}

function AgencyField({ agencies }: Pick<Found, 'agencies'>) {
  const { say, text } = useReader()
  const typed = useTyped()
  if (agencies.length === 0) {
    const { agencyCode } = text.workspace.rounds
    return (
      <Field name="agency" label={agencyCode} value={typed('agency')} required autoCapitalize="characters" />
    )
  }
  return (
    <Choice
      name="agency"
      label={text.interviews.agency}
      options={agencies.map(({ code, name }) => ({ value: code, name: `${code} · ${say(name)}` }))}
      value={typed('agency')}
    />
  )
}

interface EndProps {
  readonly assignment: Found['assignments'][number]
  readonly year: number
}

export function EndForm({ assignment, year }: EndProps) {
  const words = useReader().text.interviews.progress
  return (
    <Confirmed ask={words.endAsk}>
      <form method="post" className="stacked-form">
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="assignment" value={assignment.id} />
        <p>{words.endMeans}</p>
        <Act act="end" name={words.end} isGrave />
      </form>
    </Confirmed>
  )
}
