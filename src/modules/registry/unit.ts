/** A unit of an agency: what kinds there are, and the rules of the tree they stand in. Pure. */
import type { Words } from '#base/words.ts'

/** กอง division · ศูนย์ centre · กลุ่ม group · สำนัก bureau · ฝ่าย section. */
export const unitKinds = ['bureau', 'division', 'centre', 'group', 'section', 'other'] as const
export type UnitKind = (typeof unitKinds)[number]

/** Letters of any script, digits, dots, hyphens and low lines; it stands in addresses. */
export const unitCodePattern = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,39}$/u

const kindsByFirstWord: readonly (readonly [string, UnitKind])[] = [
  ['สำนัก', 'bureau'],
  ['กอง', 'division'],
  ['ศูนย์', 'centre'],
  ['กลุ่ม', 'group'],
  ['ฝ่าย', 'section'],
]

/** What a unit is by the word its Thai name begins with. */
export function kindOfName(nameTh: string): UnitKind {
  return kindsByFirstWord.find(([word]) => nameTh.startsWith(word))?.[1] ?? 'other'
}

export interface Unit {
  readonly id: string
  readonly code: string
  readonly name: Words
  readonly kind: UnitKind
  /** The code of the unit it belongs to; null at the top. */
  readonly parent: string | null
  /** 1 at the top. */
  readonly depth: number
  /** The last day it was there; null while it is. */
  readonly closedOn: string | null
}

/** From the unit at the top to the one at the bottom. */
export const deepest = 6

export type TreeFault = 'registry.noSuchParent' | 'registry.unitCycle' | 'registry.unitTooDeep'

/**
 * What is wrong with the way from a unit to the top, `parents` giving for each unit the one it belongs to;
 * undefined where nothing is.
 */
export function findTreeFault<Key>(key: Key, parents: ReadonlyMap<Key, Key | null>): TreeFault | undefined {
  const passed = new Set([key])
  for (let above = parents.get(key) ?? null; above !== null; above = parents.get(above) ?? null) {
    if (!parents.has(above)) return 'registry.noSuchParent'
    if (passed.has(above)) return 'registry.unitCycle'
    passed.add(above)
    if (passed.size > deepest) return findLoop(above, parents) ? 'registry.unitCycle' : 'registry.unitTooDeep'
  }
  return undefined
}

/** Whether the way up never ends: walked at two paces, which meet in a loop. */
function findLoop<Key>(from: Key, parents: ReadonlyMap<Key, Key | null>): boolean {
  const up = (key: Key | null) => (key === null ? null : (parents.get(key) ?? null))
  let slow: Key | null = from
  let fast: Key | null = up(from)
  while (fast !== null) {
    if (fast === slow) return true
    slow = up(slow)
    fast = up(up(fast))
  }
  return false
}

/** How the audit log names a unit. */
export function unitSubject(agencyCode: string, code: string): string {
  return `unit:${agencyCode}/${code}`
}
