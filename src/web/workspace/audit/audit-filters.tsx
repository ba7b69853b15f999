/** The filters above the trail, as a form that asks by address. */
import { Field } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import type { AuditAddress } from './audit-query.ts'

export function AuditFilters({ asked }: { readonly asked: AuditAddress }) {
  const { text, to } = useReader()
  const words = text.workspace.audit
  const isFiltered = Object.values(asked).some((value) => value !== undefined)
  return (
    <search>
      <form className="filters" method="get" action={to('/work/audit')} aria-label={words.filters}>
        <Field name="event" label={words.event} value={asked.event} placeholder="round.opened" />
        <Field name="subject" label={words.subject} value={asked.subject} placeholder="round:2568" />
        <Field name="actor" label={words.actorId} value={asked.actor} />
        <Field name="from" label={words.from} value={asked.from} />
        <Field name="to" label={words.to} value={asked.to} />
        <p className="field-actions">
          <button type="submit">{words.show}</button>
          {isFiltered && <a href={to('/work/audit')}>{words.clear}</a>}
        </p>
      </form>
    </search>
  )
}
