/** Finds the type, ministry or province that somebody wrote down by its code or its name, or the nearest to it. Pure. */
import { toArabicDigits } from '#base/thai-text.ts'
import type { Group } from './agency.ts'
import type { ReferenceKind } from './reference.ts'
import { abbreviations } from './search-term.ts'
import { tidy } from './tidy.ts'

export type FoundGroup =
  | { readonly code: string }
  /** Undefined where nothing is near. */
  | { readonly code: null; readonly suggestion: string | undefined }

/** What may stand before or after a name without changing what it means. */
const titles: Readonly<Record<ReferenceKind, RegExp>> = {
  types: /$^/,
  ministries: /^(กระทรวง|ministry of )/,
  provinces: /^(จังหวัด|จ\. ?)|( province| changwat)$/,
}

const capital = 'กรุงเทพมหานคร'

/** Other names in use, as they stand without signs and spaces. */
const shortNames: Readonly<Record<ReferenceKind, ReadonlyMap<string, string>>> = {
  types: new Map(abbreviations),
  ministries: new Map(),
  provinces: new Map(['กทม', 'กรุงเทพ', 'กรุงเทพฯ'].map((name) => [name, capital])),
}

/** A finder that answers each question once and remembers. Case, spaces, signs and the kind of digit do not matter. */
export function groupFinder(kind: ReferenceKind, groups: readonly Group[]): (typed: string) => FoundGroup {
  const bare = (text: string) => key(tidy(text).toLowerCase().replace(titles[kind], ''))
  const byKey = new Map<string, string>()
  for (const { code, name } of [...groups].reverse()) {
    for (const text of [bare(name.en), bare(name.th), key(name.en), key(name.th), key(code)]) {
      byKey.set(text, code)
    }
  }
  const find = (typed: string): FoundGroup => {
    const full = shortNames[kind].get(key(typed)) ?? typed
    const code = byKey.get(key(full)) ?? byKey.get(bare(full))
    if (code !== undefined) return { code }
    const isPatient = answers.size < mostSuggestions
    return { code: null, suggestion: isPatient ? suggest(bare(full), groups, bare) : undefined }
  }
  const answers = new Map<string, FoundGroup>()
  return (typed) => {
    const known = answers.get(typed)
    if (known) return known
    const found = find(typed)
    answers.set(typed, found)
    return found
  }
}

function key(text: string): string {
  return toArabicDigits(tidy(text))
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '')
}

/** A list with more wrong names than this is the wrong list. */
const mostSuggestions = 2000
const shortestCompared = 3
const longestCompared = 80
/** The share of its letters that a name may have wrong and still be recognised. */
const slack = 0.34

/** The name, in the script that was typed, with the fewest letters to change. */
function suggest(
  typed: string,
  groups: readonly Group[],
  bare: (text: string) => string,
): string | undefined {
  if (typed.length < shortestCompared || typed.length > longestCompared) return undefined
  const isThai = /[\u0e01-\u0e5b]/.test(typed)
  let best: { readonly name: string; readonly far: number } | undefined
  for (const { code, name } of groups) {
    const shown = isThai ? name.th : name.en
    for (const candidate of isThai ? [bare(shown)] : [bare(shown), key(code)]) {
      const far = distance(typed, candidate)
      if (!best || far < best.far) best = { name: shown, far }
    }
  }
  return best && best.far <= Math.max(1, Math.floor(typed.length * slack)) ? best.name : undefined
}

/** Letters to change, add or leave out; next to nothing where one name holds the other. */
function distance(a: string, b: string): number {
  if (a.includes(b) || b.includes(a)) return Math.abs(a.length - b.length) / longestCompared
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
