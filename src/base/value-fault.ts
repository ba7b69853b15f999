/** Says what is wrong with a value that a schema refused, by a text code instead of the schema's own English. */
import type { z } from 'zod'
import type { Parameters } from './problem.ts'

export interface ValueFault {
  readonly code: string
  readonly parameters: Parameters
}

/** The fault of an issue. A schema's own rule gives its text code and parameters as `params: { code, … }`. */
export function valueFault(issue: z.core.$ZodIssue): ValueFault {
  const { code, ...parameters } = describe(issue)
  return { code, parameters: { name: nameOf(issue), ...parameters } }
}

/** Empty for the whole of what was given. */
function nameOf(issue: z.core.$ZodIssue): string {
  const names = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
  const path = issue.path.map(String)
  return names.map((name) => [...path, ...(name === undefined ? [] : [name])].join('.')).join(', ')
}

type Description = { readonly code: string } & Record<string, string | number>

function describe(issue: z.core.$ZodIssue): Description {
  switch (issue.code) {
    case 'invalid_type':
      return { code: describeType(issue) }
    case 'invalid_value':
      return { code: 'value.notOneOf', allowed: issue.values.map(String).join(', ') }
    case 'too_small':
      return {
        code: issue.origin === 'string' ? 'value.tooShort' : 'value.tooSmall',
        least: Number(issue.minimum),
      }
    case 'too_big':
      return {
        code: issue.origin === 'string' ? 'value.tooLong' : 'value.tooLarge',
        most: Number(issue.maximum),
      }
    case 'invalid_format':
      return { code: issue.format === 'url' ? 'value.notAddress' : 'value.invalid' }
    case 'unrecognized_keys':
      return { code: 'value.unknown' }
    case 'custom':
      return { code: 'value.invalid', ...(issue.params as Partial<Description>) }
    default:
      return { code: 'value.invalid' }
  }
}

/** Only its message says of an issue that there was no value at all. */
function describeType({ expected, message, path }: z.core.$ZodIssueInvalidType): string {
  if (expected === 'object' && path.length === 0) return 'value.notObject'
  if (message.endsWith('received undefined')) return 'value.missing'
  return expected === 'number' || expected === 'int' ? 'value.notNumber' : 'value.invalid'
}
