/** A part that is being collected, and whether it takes answers at a moment. Pure. */
import { dayOf, lastDayBefore } from '#base/bangkok-day.ts'
import { Problem } from '#base/problem.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import type { LeafQuestion } from '#modules/frameworks/lookup.ts'
import type { Mode } from './link.ts'

/** All that must be known of a part of an agency's survey to take answers for it. */
export interface Collecting {
  readonly partId: string
  /** iit, eitPublic, eitSurvey or eit. */
  readonly part: string
  readonly mode: Mode
  readonly framework: Framework
  /** The questions of the part, in order. */
  readonly columns: readonly LeafQuestion[]
  readonly frameworkHash: string
  /** The `collect` phase as it holds for the agency; null where no day is set. */
  readonly opensAt: Date | null
  readonly closesAt: Date | null
  /** The part was closed, or its round. */
  readonly isClosed: boolean
}

export interface Standing {
  readonly state: 'upcoming' | 'open' | 'closed'
  /** Days such as "2026-01-29"; the last one holds to its end. */
  readonly opensOn: string | null
  readonly closesOn: string | null
}

type State = Standing['state']

/** A phase without days is open, as everywhere in a round. */
export function standingAt(collecting: Collecting, now: Date): Standing {
  const { opensAt, closesAt } = collecting
  const days = { opensOn: opensAt && dayOf(opensAt), closesOn: closesAt && lastDayBefore(closesAt) }
  return { state: stateAt(collecting, now), ...days }
}

/** Throws `survey.notOpenYet` or `survey.partClosed`. */
export function requireTakingAnswers(collecting: Collecting, now: Date): void {
  if (stateAt(collecting, now) === 'open') return
  const { state, opensOn, closesOn } = standingAt(collecting, now)
  if (state === 'upcoming') throw new Problem('closed', 'survey.notOpenYet', { opens: opensOn ?? '' })
  throw new Problem('closed', 'survey.partClosed', { closes: closesOn ?? '' })
}

export function stateAt({ opensAt, closesAt, isClosed }: Collecting, now: Date): State {
  if (isClosed || (closesAt !== null && now >= closesAt)) return 'closed'
  return opensAt !== null && now < opensAt ? 'upcoming' : 'open'
}
