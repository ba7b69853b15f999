/** How many people there are to ask, stated by those who may. */
import type { Headcount } from '#modules/surveys/headcount.ts'
import { Act, Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import { useTyped } from '../outcome.ts'

interface Props {
  readonly headcount: Headcount
  readonly mayState: boolean
}

export function HeadcountForm({ headcount, mayState }: Props) {
  const { text } = useReader()
  const typed = useTyped()
  const words = text.surveysWork.headcount
  const { staff, serviceUsers } = headcount
  if (!mayState) {
    return (
      <dl className="said">
        <dt>{words.staff}</dt>
        <dd>{words.people(staff)}</dd>
        <dt>{words.serviceUsers}</dt>
        <dd>{words.people(serviceUsers)}</dd>
      </dl>
    )
  }
  const shown = (count: number | null) => (count === null ? undefined : String(count))
  return (
    <form method="post" className="stacked-form">
      <p className="hint">{words.lead}</p>
      <Field name="staff" label={words.staff} inputMode="numeric" value={typed('staff', shown(staff))} />
      <Field
        name="serviceUsers"
        label={words.serviceUsers}
        inputMode="numeric"
        value={typed('serviceUsers', shown(serviceUsers))}
      />
      <Act act="headcount" name={words.state} />
    </form>
  )
}
