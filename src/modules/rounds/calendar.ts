/** A round's calendar: its phases in order with their dates, and what agencies were given beyond them. */
import { Problem } from '#base/problem.ts'
import type { Words } from '#base/words.ts'
import type { Framework } from '#modules/frameworks/framework.ts'

export type PhaseId = Framework['phases'][number]['id']

export interface CalendarPhase {
  readonly phase: PhaseId
  readonly name: Words
  /** 00.00 น. in Bangkok of the opening day; null where no opening is set. */
  readonly opensAt: Date | null
  /** 24.00 น. in Bangkok of the closing day, when it is closed already; null where no closing is set. */
  readonly closesAt: Date | null
}

export interface Extension {
  readonly phase: PhaseId
  readonly agencyId: string
  /** As `closesAt`. */
  readonly until: Date
}

export interface Calendar {
  readonly phases: readonly CalendarPhase[]
  /** Those that hold now, at most one for each phase and agency. */
  readonly extensions: readonly Extension[]
}

const phasesOfAgencies: readonly PhaseId[] = [
  'register',
  'collect',
  'answer',
  'approve',
  'clarify',
  'followUp',
]

/** What agencies themselves do; in the other phases they wait for assessors or the centre. */
export function isOfAgencies(phase: PhaseId): boolean {
  return phasesOfAgencies.includes(phase)
}

/** Results may be made final, and are published and followed up, after the round was closed. */
export function isAfterTheClose(phase: string): boolean {
  return phase === 'confirm' || phase === 'publish' || phase === 'followUp'
}

const farthestYears = 3

/** Refuses a slip of the pen such as 2659: throws `round.dayFarFromYear`. */
export function requireNearYear(day: string, fiscalYear: number): void {
  const year = Number(day.slice(0, 4)) + 543
  if (Math.abs(year - fiscalYear) > farthestYears) {
    throw new Problem('invalid', 'round.dayFarFromYear', { day, year: fiscalYear, most: farthestYears })
  }
}
