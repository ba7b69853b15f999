/** Finds what waits for somebody in disclosure, in the rounds that are not closed, as lines with links. */

import type { Words } from '#base/words.ts'
import type { OwnAgency } from '#modules/accounts/own-agencies.ts'
import {
  type AssessorToDo,
  findAssessorToDo,
  findLeadToDo,
  type LeadToDo,
} from '#modules/disclosure/assessment/to-do.ts'
import { type AgencyToDo, listAgencyToDos } from '#modules/disclosure/to-do.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { queuePath } from './assessment/assessment-query.ts'
import { besideBoardPath, boardPath } from './disclosure/disclosure-query.ts'
import type { Working } from './working.ts'

type Line =
  | {
      readonly task: 'late' | 'soon' | 'returned' | 'review' | 'unassigned' | 'failing' | 'submit'
      readonly count: number
    }
  | { readonly task: 'free' | 'disputed' | 'explained' | 'confirm'; readonly count: number }
  | { readonly task: 'approve'; readonly count: number; readonly of: number }
  | { readonly task: 'explain'; readonly count: number; readonly days: number | null }
  | { readonly task: 'mark'; readonly count: number; readonly agencies: number }

export type ToDoLine = Line & {
  readonly year: number
  readonly path: string
  /** Null for what is done over several. */
  readonly agency: Words | null
}

/** The newest year first; nothing for those without such work. */
export async function listToDoLines(
  { db, now, signedIn: { person: viewer } }: Pick<Working, 'db' | 'now' | 'signedIn'>,
  { years, agencies }: { readonly years: readonly number[]; readonly agencies: readonly OwnAgency[] },
): Promise<ToDoLine[]> {
  const lines = years.map(async (year) => {
    const round = await getRound(db, year)
    const own = await listAgencyToDos(db, round, { viewer, now, agencies })
    const asked = { viewer, now }
    return [
      ...own.flatMap((toDo) => agencyLines(toDo, { year, viewerId: viewer.id })),
      ...assessorLines(await findAssessorToDo(db, round, asked), year),
      ...leadLines(await findLeadToDo(db, round, asked), year),
    ].filter(({ count }) => count > 0)
  })
  return (await Promise.all(lines)).flat()
}

function agencyLines(
  { agency: { code, name }, ...toDo }: AgencyToDo,
  { year, viewerId: owner }: { readonly year: number; readonly viewerId: string },
): ToDoLine[] {
  const of = { year, agency: name }
  const board = (address: Parameters<typeof boardPath>[1] = {}) => boardPath({ year, code }, address)
  const { toApprove, daysToExplain: days } = toDo
  return [
    { ...of, task: 'late', count: toDo.late, path: board({ owner, due: 'late' }) },
    { ...of, task: 'returned', count: toDo.returned, path: board({ owner, state: 'returned' }) },
    { ...of, task: 'soon', count: toDo.soon, path: board({ owner, due: 'soon' }) },
    { ...of, task: 'review', count: toDo.inReview, path: board({ state: 'inReview' }) },
    { ...of, task: 'explain', count: toDo.toExplain, days, path: board({ state: 'assessed' }) },
    { ...of, task: 'submit', count: toDo.toSubmit, path: board() },
    { ...of, task: 'approve', count: toApprove?.ready ?? 0, of: toApprove?.of ?? 0, path: board() },
    { ...of, task: 'failing', count: toDo.failing, path: besideBoardPath({ year, code }, 'gap') },
    {
      ...of,
      task: 'unassigned',
      count: toDo.unassigned,
      path: board({ owner: 'none', unit: 'none', state: 'open' }),
    },
  ]
}

function assessorLines(toDo: AssessorToDo | null, year: number): ToDoLine[] {
  if (!toDo) return []
  const { agencies, items, free } = toDo
  const of = { year, agency: null }
  return [
    { ...of, task: 'mark', count: items, agencies, path: show(year, 'mine') },
    { ...of, task: 'free', count: free, path: show(year, 'free') },
  ]
}

function leadLines(toDo: LeadToDo | null, year: number): ToDoLine[] {
  if (!toDo) return []
  const of = { year, agency: null }
  return [
    { ...of, task: 'disputed', count: toDo.disputed, path: show(year, 'disputed') },
    { ...of, task: 'explained', count: toDo.explained, path: show(year, 'explained') },
    { ...of, task: 'confirm', count: toDo.toConfirm, path: show(year, 'all') },
  ]
}

const show = (year: number, filter: string) => queuePath({ year: String(year), show: filter })
