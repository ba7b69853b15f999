/** Finds every fact of a framework that is not verified yet, or that its sources disagree about. */

import type { Words } from '#base/words.ts'
import type { Evidence, Framework } from '#modules/frameworks/framework.ts'

export interface Doubt {
  /** What the fact is about: a name where there is one, else its place in the framework. */
  readonly about: Words
  readonly evidence: Evidence
}

/** In the order of the framework; facts with one and the same evidence are told together, under the first. */
export function doubtsOf(framework: Framework): Doubt[] {
  const doubts: Doubt[] = []
  walk(framework, { th: '', en: '' }, doubts)
  const told = new Set<string>()
  return doubts.filter(({ evidence }) => {
    const text = JSON.stringify(evidence)
    return told.has(text) ? false : told.add(text)
  })
}

/** How many facts there are whose own evidence is unverified. */
export function countUnverified(framework: Framework): number {
  const doubts: Doubt[] = []
  walk(framework, { th: '', en: '' }, doubts)
  return doubts.filter(({ evidence }) => evidence.confidence === 'unverified').length
}

function walk(value: unknown, about: Words, doubts: Doubt[]): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, about, doubts)
    return
  }
  if (!isRecord(value)) return
  const named = nameOf(value) ?? about
  const { evidence } = value
  if (isEvidence(evidence) && (evidence.confidence === 'unverified' || evidence.conflict)) {
    doubts.push({ about: named, evidence })
  }
  for (const [key, each] of Object.entries(value)) {
    if (key !== 'evidence') walk(each, named, doubts)
  }
}

function nameOf(record: Readonly<Record<string, unknown>>): Words | undefined {
  for (const key of ['name', 'title', 'text']) {
    const words = record[key]
    if (isWords(words)) return withCode(record, words)
  }
  return undefined
}

function withCode({ code, id, number }: Readonly<Record<string, unknown>>, words: Words): Words {
  const label = code ?? number ?? (typeof id === 'string' && /\d/.test(id) ? id : undefined)
  return label === undefined ? words : { th: `${label} ${words.th}`, en: `${label} ${words.en}` }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isWords(value: unknown): value is Words {
  return isRecord(value) && typeof value.th === 'string' && typeof value.en === 'string'
}

function isEvidence(value: unknown): value is Evidence {
  return isRecord(value) && typeof value.confidence === 'string' && typeof value.source === 'string'
}
