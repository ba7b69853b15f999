/** The trail of acts for auditors: who, as what, did what, to what, when; never what anyone answered or wrote. */
import { useLoaderData } from 'react-router'
import type { Person } from '#base/actor.ts'
import { canReadAudit } from '#modules/accounts/access.ts'
import { listPeople } from '#modules/accounts/people.ts'
import { mapAccountNames } from '#modules/accounts/queries.ts'
import type { ChainedEvent } from '#platform/audit-chain.ts'
import { listEvents } from '#platform/audit-queries.ts'
import type { Queryable } from '#platform/database.ts'
import { queryString } from '../../ui/addresses.ts'
import { useReader } from '../../ui/language.ts'
import { Page } from '../../ui/page.tsx'
import { working } from '../working.ts'
import { AuditFilters } from './audit-filters.tsx'
import { pageSize, readAuditQuery } from './audit-query.ts'
import { eventName } from './event-name.ts'

export const loader = working(canReadAudit, async ({ db, url, signedIn }) => {
  const { asked, query } = readAuditQuery(url.searchParams)
  const events = await listEvents(db, {
    ...query,
    actors: await findActors(db, signedIn.person, asked.actor),
    limit: pageSize + 1,
  })
  const shown = events.slice(0, pageSize)
  const people = shown.flatMap(({ actorKind, actorName }) =>
    actorKind === 'person' && actorName ? [actorName] : [],
  )
  return {
    asked,
    events: shown,
    names: await mapAccountNames(db, people),
    older: events.length > pageSize ? (shown.at(-1)?.number ?? null) : null,
  }
})

const mostNamesakes = 100

/** Whoever bears the name or the e-mail that was typed, in whole or in part; else the id or the program itself. */
async function findActors(db: Queryable, reader: Person, typed: string | undefined) {
  if (typed === undefined) return undefined
  const page = { number: 1, size: mostNamesakes }
  const { people } = await listPeople(db, reader, { search: typed, page })
  return [typed, ...people.map(({ id }) => id)]
}

export default function Audit() {
  const { asked, events, names, older } = useLoaderData<typeof loader>()
  const { text, to } = useReader()
  const words = text.workspace.audit
  return (
    <Page title={words.title}>
      <p className="lead">{words.lead}</p>
      <AuditFilters asked={asked} />
      {events.length === 0 ? <p>{words.none}</p> : <Trail events={events} names={names} />}
      <nav className="pagination" aria-label={words.title}>
        {asked.before && (
          <a href={to(`/work/audit${queryString({ ...asked, before: undefined })}`)}>{words.newest}</a>
        )}
        {older !== null && (
          <a rel="next" href={to(`/work/audit${queryString({ ...asked, before: older })}`)}>
            {words.older}
          </a>
        )}
      </nav>
    </Page>
  )
}

interface TrailProps {
  readonly events: readonly ChainedEvent[]
  readonly names: Readonly<Record<string, string>>
}

function Trail({ events, names }: TrailProps) {
  const { text } = useReader()
  const words = text.workspace.audit
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="wide-table" aria-label={words.title} tabIndex={0}>
      <table className="plain">
        <caption className="unseen">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {words.number}
            </th>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.actor}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.event}</th>
            <th scope="col">{words.subject}</th>
            <th scope="col">{words.details}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.number}>
              <td className="number">{event.number}</td>
              <td>
                <time dateTime={event.at.toISOString()}>{words.writeMoment(event.at)}</time>
              </td>
              <td>{whoDid(event, names, words.actors)}</td>
              <td>{event.role && (text.roles as Readonly<Record<string, string>>)[event.role]}</td>
              <td>
                {eventName(text, event.event)}
                <span className="beside">
                  <code>{event.event}</code>
                </span>
              </td>
              <td>
                <code>{event.subject}</code>
              </td>
              <td className="evidence">{detailsOf(event)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function whoDid(
  { actorKind, actorName }: ChainedEvent,
  names: TrailProps['names'],
  kinds: Readonly<Record<string, string>>,
): string {
  if (actorKind === 'person') return names[actorName ?? ''] ?? actorName ?? ''
  return [kinds[actorKind] ?? actorKind, actorName].filter(Boolean).join(' ')
}

function detailsOf({ details }: ChainedEvent): string {
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(', ')
}
