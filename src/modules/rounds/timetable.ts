/** A round's calendar as people and programs read it: days, the state of each phase, and how long it still is. Pure. */
import { dayOf, daysBetween, lastDayBefore } from '#base/bangkok-day.ts'
import type { Words } from '#base/words.ts'
import { type Calendar, isAfterTheClose, type PhaseId } from './calendar.ts'
import { type PhaseState, phaseState } from './phase.ts'

export interface TimetableEntry {
  readonly phase: PhaseId
  readonly name: Words
  readonly state: PhaseState
  /** Days in Bangkok, such as "2026-01-29"; the phase ends with its closing day, at 24.00 น. */
  readonly opensOn: string | null
  readonly closesOn: string | null
  /** Days until it opens, 1 for tomorrow; null unless it is upcoming. */
  readonly daysToOpening: number | null
  /** Days after today that it is still open, 0 on its last day; null unless it is open and will close. */
  readonly daysLeft: number | null
}

/** The calendar as it holds for an agency without an extension. In a closed round only what comes after is open. */
export function makeTimetable(
  calendar: Calendar,
  { isClosed, now }: { readonly isClosed: boolean; readonly now: Date },
): TimetableEntry[] {
  const today = dayOf(now)
  return calendar.phases.map(({ phase, name }) => {
    const standing = phaseState(calendar, { phase, now })
    const isOver = isClosed && standing.state !== 'notScheduled' && !isAfterTheClose(phase)
    const state = isOver ? 'closed' : standing.state
    const opensOn = standing.opensAt && dayOf(standing.opensAt)
    const closesOn = standing.closesAt && lastDayBefore(standing.closesAt)
    return {
      ...{ phase, name, state, opensOn, closesOn },
      daysToOpening: state === 'upcoming' && opensOn ? daysBetween(today, opensOn) : null,
      daysLeft: state === 'open' && closesOn ? daysBetween(today, closesOn) : null,
    }
  })
}

/** Those that run beside each other stand together: IIT and EIT are collected while OIT is answered. */
export function groupByStep(entries: readonly TimetableEntry[]): TimetableEntry[][] {
  const steps: TimetableEntry[][] = []
  for (const entry of entries) {
    const last = steps.at(-1)
    if (last && isBeside(last.at(-1), entry)) last.push(entry)
    else steps.push([entry])
  }
  return steps
}

const besideEachOther: readonly PhaseId[] = ['collect', 'answer']

function isBeside(before: TimetableEntry | undefined, after: TimetableEntry): boolean {
  return before !== undefined && [before, after].every(({ phase }) => besideEachOther.includes(phase))
}
