/** Mends in a copy what no rule reads, so that a slip of form in one entry does not hide the breaches of others. */
import type { z } from 'zod'
import { frameworkSchema } from './framework.ts'

type Issue = z.core.$ZodIssue

const words = { th: '–', en: '–' }

/** What stands in for values that rules never look at, by their key. */
const neutral: Readonly<Record<string, unknown>> = {
  ...words,
  name: words,
  text: words,
  label: words,
  title: words,
  note: words,
  description: words,
  finding: words,
  advice: words,
  whenPassed: words,
  whenBelow: words,
  evidence: { confidence: 'unverified', source: '–' },
  elements: [],
  rule: { kind: 'unknown' },
}

/** The document without unknown keys, with a stand-in for every broken text or source, and numbers as they are meant. */
export function mend(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const copy = structuredClone(raw)
  for (const issue of frameworkSchema.safeParse(copy).error?.issues ?? []) mendIssue(copy, issue)
  return copy
}

function mendIssue(document: unknown, issue: Issue): void {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    const holder = valueAt(document, path)
    for (const key of issue.keys) if (isHolder(holder)) Reflect.deleteProperty(holder, key)
    return
  }
  const depth = path.includes('evidence') ? path.indexOf('evidence') : path.findLastIndex(isNeutral)
  const meant = depth < 0 ? asMeant(issue, valueAt(document, path)) : neutral[String(path[depth])]
  if (meant !== undefined) put(document, depth < 0 ? path : path.slice(0, depth + 1), meant)
}

function isNeutral(key: PropertyKey): boolean {
  return typeof key === 'string' && Object.hasOwn(neutral, key)
}

/** A number that lacks its quotes, or has some too many. */
function asMeant({ code, ...issue }: Issue, value: unknown): unknown {
  if (code !== 'invalid_type' || !('expected' in issue)) return undefined
  if (issue.expected === 'string' && typeof value === 'number') return String(value)
  if (typeof value === 'string' && /^\d+$/.test(value)) return Number(value)
  return undefined
}

function put(document: unknown, path: readonly PropertyKey[], value: unknown): void {
  const key = path.at(-1)
  const holder = valueAt(document, path.slice(0, -1))
  if (key !== undefined && isHolder(holder)) Reflect.set(holder, key, structuredClone(value))
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (isHolder(value) ? Reflect.get(value, key) : undefined),
    document,
  )
}

function isHolder(value: unknown): value is object {
  return value !== null && typeof value === 'object'
}
