/** Finds the type, ministry or province that somebody wrote down by its code or its name, or the nearest to it. Pure. */
import { toArabicDigits } from '#base/thai-text.ts'
import type { Group } from './agency.ts'
import { otherNames } from './other-names.ts'
import type { ReferenceKind } from './reference.ts'
import { distance, mostMisspelt } from './spelling.ts'
import { tidy } from './tidy.ts'

export type FoundGroup =
  | { readonly code: string }
  /** Undefined where nothing is near. */
  | { readonly code: null; readonly suggestion: string | undefined }

/** What may stand before or after a name without changing what it means. */
const titles: Readonly<Record<ReferenceKind, RegExp>> = {
  types: /$^/,
  ministries: /^(กระทรวง|ก\. ?|ministry of (the )?)/,
  provinces: /^(จังหวัด|จ\. ?)|( province| changwat)$/,
}

/** A province's number, without the country before it, is the one that registration forms use. */
const isoCountry = /^TH-/

const shortNames: Readonly<Record<ReferenceKind, ReadonlyMap<string, string>>> = {
  types: byBareName('types'),
  ministries: byBareName('ministries'),
  provinces: byBareName('provinces'),
}

function byBareName(kind: ReferenceKind): ReadonlyMap<string, string> {
  return new Map(otherNames[kind].map(([name, official]) => [key(name), official]))
}

/** A finder that answers each question once and remembers. Case, spaces, signs and the kind of digit do not matter. */
export function groupFinder(kind: ReferenceKind, groups: readonly Group[]): (typed: string) => FoundGroup {
  const bare = (text: string) => key(tidy(text).toLowerCase().replace(titles[kind], ''))
  const byKey = new Map<string, string>()
  for (const { code, name } of [...groups].reverse()) {
    const number = kind === 'provinces' ? [key(code.replace(isoCountry, ''))] : []
    for (const text of [...number, bare(name.en), bare(name.th), key(name.en), key(name.th), key(code)]) {
      byKey.set(text, code)
    }
  }
  const find = (typed: string): FoundGroup => {
    const names = shortNames[kind]
    const official = names.get(key(typed)) ?? names.get(bare(typed)) ?? typed
    const code = byKey.get(key(typed)) ?? byKey.get(bare(typed)) ?? byKey.get(key(official))
    if (code !== undefined) return { code }
    const isPatient = answers.size < mostSuggestions
    return { code: null, suggestion: isPatient ? suggest(bare(typed), groups, bare) : undefined }
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
      const far = isPart(typed, candidate) ? nextToNothing(typed, candidate) : distance(typed, candidate)
      if (!best || far < best.far) best = { name: shown, far }
    }
  }
  return best && best.far <= mostMisspelt(typed) ? best.name : undefined
}

/** One name holds the other. */
function isPart(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a)
}

function nextToNothing(a: string, b: string): number {
  return Math.abs(a.length - b.length) / longestCompared
}
