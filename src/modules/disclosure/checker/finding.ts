/** How findings are made: what was looked for, what came of it, in which words, and how to mend it. Pure. */
import type { checker } from '#text/th/checker.ts'
import type { CheckFinding } from '../check-report.ts'

export type FixCode = keyof typeof checker.fixes

/** What came of one look, before it is said of which element. */
export type Look = Omit<CheckFinding, 'element'>

/** General checks; every other finding bears the official words of an element of the item. */
export type GeneralCheck = 'opens' | 'mainSite' | 'fiscalYear' | 'social' | 'changed'

export function passed(quote: string): Look {
  return { result: 'pass', quote, fix: null }
}

type Missed = { readonly result: 'warn' | 'fail'; readonly quote?: string }

export function missed(
  { result, quote = '' }: Missed,
  code: FixCode,
  parameters: Readonly<Record<string, string | number>> = {},
): Look {
  return { result, quote, fix: { code, parameters } }
}

const ranks = { pass: 0, warn: 1, fail: 2 } as const

/** The look that counts for an element of which several things are asked: the worst, the first of equals. */
export function worst(looks: readonly Look[]): Look | undefined {
  return looks.reduce<Look | undefined>(
    (kept, look) => (kept && ranks[kept.result] >= ranks[look.result] ? kept : look),
    undefined,
  )
}
