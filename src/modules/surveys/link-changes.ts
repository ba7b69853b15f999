/** The acts after which something else may stand behind a link, told from the audit trail: what was read before is read anew. */
import { findLastNumber } from '#platform/audit-queries.ts'
import type { Queryable } from '#platform/database.ts'

/** Of links and parts, of rounds and their calendars, and of the agencies that a form names. */
const changing = [
  ...[
    'survey.linksOpened',
    'survey.linkReplaced',
    'survey.linkRevoked',
    'survey.modeSet',
    'survey.partClosed',
  ],
  ...['round.opened', 'round.closed', 'phase.scheduled', 'phase.extended', 'framework.pinned'],
  ...['agency.registered', 'agency.changed', 'agencies.registered', 'registry.agenciesImported'],
]

/** The number of the last such act in the trail, 0 where there was none. */
export function findLastLinkChange(db: Queryable): Promise<number> {
  return findLastNumber(db, changing)
}
