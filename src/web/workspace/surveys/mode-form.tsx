/** Whether a part is answered by open link or by one-time codes; after the first answer it says why it stays. */
import type { AgencyPart } from '#modules/surveys/agency-surveys.ts'
import { Act } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'

interface Props {
  readonly part: AgencyPart
  readonly mayChange: boolean
}

export function ModeForm({ part: { part, name, mode, count }, mayChange }: Props) {
  const { say, text } = useReader()
  const words = text.surveysWork.mode
  if (mode === null) return null
  if (!mayChange || count > 0) {
    return (
      <>
        <h3>{words.heading}</h3>
        <p>
          {words.names[mode]}
          {mayChange && <span className="hint"> {words.fixed}</span>}
        </p>
      </>
    )
  }
  return (
    <>
      <h3>{words.heading}</h3>
      <form method="post" className="stacked-form">
        <input type="hidden" name="part" value={part} />
        <fieldset>
          <legend>{words.choice(say(name))}</legend>
          {(['open', 'codes'] as const).map((one) => (
            <label key={one} className="whole-line">
              <input type="radio" name="mode" value={one} defaultChecked={one === mode} /> {words.names[one]}
            </label>
          ))}
        </fieldset>
        <Act act="mode" name={words.choose} />
      </form>
    </>
  )
}
