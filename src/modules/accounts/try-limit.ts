/** How many wrong tries are borne, and how long none is taken after them. */
import { Problem } from '#base/problem.ts'

export interface TryState {
  readonly count: number
  readonly since: Date
  readonly refusedUntil: Date | null
}

export interface TryLimit {
  readonly most: number
  /** Wrong tries are counted together for so long, and afterwards refused for as long. */
  readonly minutes: number
}

/** For passwords, codes and mailed links of one account. */
export const accountLimit: TryLimit = { most: 10, minutes: 15 }

/** For the set-up code, which is too long to guess. */
export const setUpLimit: TryLimit = { most: 50, minutes: 15 }

const minute = 60_000

/** The state after one more wrong try. */
export function afterFailure({ count, since }: TryState, { most, minutes }: TryLimit, now: Date): TryState {
  const isFresh = now.getTime() - since.getTime() >= minutes * minute
  const next = isFresh ? 1 : count + 1
  return {
    count: next,
    since: isFresh ? now : since,
    refusedUntil: next >= most ? new Date(now.getTime() + minutes * minute) : null,
  }
}

/** `account.locked` with the minutes that are left, or nothing where a try may be made. */
export function findRefusal({ refusedUntil }: TryState, now: Date): Problem | undefined {
  if (refusedUntil === null || refusedUntil <= now) return undefined
  return new Problem('tooMany', 'account.locked', {
    minutes: Math.ceil((refusedUntil.getTime() - now.getTime()) / minute),
    until: refusedUntil.toISOString(),
  })
}

/** For letters with which a password is set anew. */
export const resetLimit: TryLimit = { most: 3, minutes: 15 }
