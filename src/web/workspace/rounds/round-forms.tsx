/** The forms of a round's page. */
import type { Group } from '#modules/registry/agency.ts'
import type { TimetableEntry } from '#modules/rounds/timetable.ts'
import { Act, Choice, Confirmed, Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'

export function ScheduleForm({ entry }: { readonly entry: TimetableEntry }) {
  const { say, text } = useReader()
  const typed = useTyped()
  const words = text.workspace.rounds
  const { phase, name, opensOn, closesOn } = entry
  const shown = (day: string | null) => (day === null ? undefined : text.rounds.day(day))
  return (
    <Confirmed ask={words.changeDays}>
      <form method="post" className="stacked-form" aria-label={`${words.changeDays} ${say(name)}`}>
        <input type="hidden" name="phase" value={phase} />
        <Field
          name={`${phase}-opensOn`}
          label={words.opensOn}
          hint={words.dayHint}
          value={typed(`${phase}-opensOn`, shown(opensOn))}
          required
        />
        <Field
          name={`${phase}-closesOn`}
          label={words.closesOn}
          value={typed(`${phase}-closesOn`, shown(closesOn))}
          required
        />
        <Field name={`${phase}-reason`} label={words.reasonMaybe} value={typed(`${phase}-reason`)} />
        <Act act="schedule" name={words.setDays} />
      </form>
    </Confirmed>
  )
}

export function ExtendForm({ phases }: { readonly phases: readonly TimetableEntry[] }) {
  const { say, text } = useReader()
  const typed = useTyped()
  const words = text.workspace.rounds
  const closing = phases.filter(({ closesOn }) => closesOn !== null)
  if (closing.length === 0) return <p className="hint">{words.nothingToExtend}</p>
  return (
    <section>
      <h3>{words.giveTime}</h3>
      <form method="post" className="stacked-form">
        <Field
          name="agency"
          label={words.agencyCode}
          value={typed('agency')}
          required
          autoCapitalize="characters"
        />
        <Choice
          name="phase"
          label={words.phase}
          options={closing.map(({ phase, name }) => ({ value: phase, name: say(name) }))}
          value={typed('phase')}
        />
        <Field name="until" label={words.until} hint={words.dayHint} value={typed('until')} required />
        <Field name="reason" label={words.reason} value={typed('reason')} required maxLength={500} />
        <Act act="extend" name={words.giveTime} />
      </form>
    </section>
  )
}

export function EnrolForm({ types }: { readonly types: readonly Group[] }) {
  const { say, text } = useReader()
  const typed = useTyped()
  const words = text.workspace.rounds
  return (
    <section>
      <h2>{words.enrolTitle}</h2>
      <form method="post" className="stacked-form">
        <fieldset>
          <legend>{words.byType}</legend>
          <ul className="choices">
            {types.map(({ code, name }) => (
              <li key={code}>
                <label>
                  <input type="checkbox" name="types" value={code} /> {say(name)}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <p className="field">
          <label htmlFor="codes">{words.byCode}</label>
          <span className="hint" id="codes-hint">
            {words.byCodeHint}
          </span>
          <textarea
            id="codes"
            name="codes"
            rows={3}
            defaultValue={typed('codes')}
            aria-describedby="codes-hint"
          />
        </p>
        <Act act="enrol" name={words.enrol} />
      </form>
    </section>
  )
}

/** Where one agency uses the instance on its own. */
export function EnrolOwnForm({ code }: { readonly code: string }) {
  const { text } = useReader()
  return (
    <form method="post">
      <input type="hidden" name="codes" value={code} />
      <Act act="enrol" name={text.ownAgency.enrol} />
    </form>
  )
}

export function CloseForm({ year }: { readonly year: number }) {
  const { text } = useReader()
  const words = text.workspace.rounds
  return (
    <section>
      <h2>{words.closeTitle}</h2>
      <Confirmed ask={words.closeAsk}>
        <form method="post">
          <p>{words.closeMeans(year)}</p>
          <Act act="close" name={words.close(year)} isGrave />
        </form>
      </Confirmed>
    </section>
  )
}
