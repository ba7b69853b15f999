/** The filters above the trail, as a form that asks by address. */
import { Choice, Field, type Option } from '../../ui/form.tsx'
import { useReader } from '../../ui/language.ts'
import type { AuditAddress } from './audit-query.ts'
import { eventName } from './event-name.ts'

export function AuditFilters({ asked }: { readonly asked: AuditAddress }) {
  const { text, to } = useReader()
  const words = text.workspace.audit
  const isFiltered = Object.values(asked).some((value) => value !== undefined)
  return (
    <search>
      <form
        className="filters audit-filters"
        method="get"
        action={to('/work/audit')}
        aria-label={words.filters}
      >
        <Choice
          name="event"
          label={words.event}
          value={asked.event}
          none={words.anyEvent}
          options={useEvents(asked.event)}
        />
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

/** By the alphabet of the reader, with the one of the address, though no such event be known. */
function useEvents(asked: string | undefined): Option[] {
  const { text } = useReader()
  const known = Object.keys(text.events)
  const names = asked === undefined || known.includes(asked) ? known : [asked, ...known]
  return names
    .map((value) => ({ value, name: eventName(text, value) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, text.language))
}
