/** What a rule on frameworks is, and what several rules share. */
import type { Parameters } from '#base/problem.ts'
import type { Draft } from './draft.ts'
import type { Fault, Path } from './fault.ts'
import type { Framework } from './framework.ts'

export interface Rule {
  /** Sections that must be free of faults of form before the rule can judge. */
  readonly needs: readonly (keyof Framework)[]
  readonly faults: (draft: Draft) => Fault[]
}

/** A fault; `code` is written without its `framework.` prefix. */
export function fault(path: Path, code: string, parameters: Parameters = {}): Fault {
  return { path, code: `framework.${code}`, parameters }
}

/** The entries whose key came before, each with that key. */
export function repeated<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string | number,
): { readonly entry: Entry; readonly key: string | number }[] {
  const seen = new Set<string | number>()
  return entries.flatMap((entry) => {
    const key = keyOf(entry)
    if (seen.has(key)) return [{ entry, key }]
    seen.add(key)
    return []
  })
}

/**
 * Faults of a numbered list such as i1, i2, i3: the first place where the next number does not follow.
 * Doubles are left to the rule against doubles.
 */
export function firstOutOfOrder(
  codes: readonly string[],
  prefix: string,
): { code: string; expected: string } | undefined {
  const unique = [...new Set(codes)]
  const index = unique.findIndex((code, position) => code !== `${prefix}${position + 1}`)
  const code = unique[index]
  return code === undefined ? undefined : { code, expected: `${prefix}${index + 1}` }
}
