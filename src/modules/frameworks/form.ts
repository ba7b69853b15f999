/** Faults of form: a missing or unknown key, a wrong type, a value outside what the schema allows. */
import type { z } from 'zod'
import type { Parameters } from '#base/problem.ts'
import type { Fault, Path } from './fault.ts'
import { frameworkSchema } from './framework.ts'

type Issue = z.core.$ZodIssue

/** Every fault of form in a merged document. */
export function formFaults(raw: Readonly<Record<string, unknown>>): Fault[] {
  const result = frameworkSchema.safeParse(raw)
  return result.success ? [] : result.error.issues.flatMap((issue) => faultsOf(issue, raw))
}

function faultsOf(issue: Issue, raw: unknown): Fault[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  const place = placeOf(path, raw)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      code: 'framework.unknownKey',
      parameters: { place, key },
    }))
  }
  const value = valueAt(raw, path)
  const { code, parameters } = describe(issue, value)
  return [{ path, code: `framework.${code}`, parameters: { place, found: shown(value), ...parameters } }]
}

interface Description {
  readonly code: string
  readonly parameters?: Parameters
}

function describe(issue: Issue, value: unknown): Description {
  if (value === undefined) return { code: 'missingKey', parameters: { key: String(issue.path.at(-1) ?? '') } }
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'string' && typeof value === 'number') return { code: 'needsQuotes' }
      return { code: 'wrongType', parameters: { expected: issue.expected } }
    case 'invalid_value':
      return { code: 'notOneOf', parameters: { allowed: issue.values.map(String).join(', ') } }
    case 'invalid_format':
      return { code: `format.${issue.message}` }
    case 'too_small':
    case 'too_big':
      return describeSize(issue, value)
    case 'invalid_union':
      return { code: 'unknownKind', parameters: { allowed: kindsOf(issue) } }
    default:
      return { code: 'badValue' }
  }
}

/** The kinds that would have been understood. */
function kindsOf(issue: object): string {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.join(', ') : ''
}

function describeSize(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, value: unknown): Description {
  const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum)
  if (Array.isArray(value)) {
    const code = issue.exact ? 'listLength' : 'listTooShort'
    return { code, parameters: { limit, found: value.length } }
  }
  if (typeof value === 'string') return { code: 'emptyText' }
  return { code: issue.code === 'too_small' ? 'tooSmall' : 'tooLarge', parameters: { limit } }
}

const namingKeys = ['id', 'code', 'number', 'question', 'indicator', 'instrument', 'part']

/** A path for people: list entries go by their own name, such as `questions › i4 › indicator`. */
function placeOf(path: Path, raw: unknown): string {
  const names = path.map((step, depth) => {
    if (typeof step === 'string') return step
    const entry = valueAt(raw, path.slice(0, depth + 1))
    const key = namingKeys.find(
      (name) => typeof entryValue(entry, name) === 'string' || typeof entryValue(entry, name) === 'number',
    )
    return key === undefined ? `#${step + 1}` : String(entryValue(entry, key))
  })
  return names.join(' › ')
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => entryValue(value, step), raw)
}

function entryValue(value: unknown, step: string | number): unknown {
  return value !== null && typeof value === 'object' ? Reflect.get(value, step) : undefined
}

function shown(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return '[…]'
  if (typeof value === 'object') return '{…}'
  const text = String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
