/** Every kind of issue a schema of ours raises has a sentence of its own. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { valueFault } from './value-fault.ts'

const schema = z.object({
  given: z.string(),
  count: z.coerce.number().int().min(1).max(9),
  name: z.string().min(2).max(3),
  level: z.enum(['low', 'high']),
  at: z.url(),
  year: z.string().refine(() => false, { params: { code: 'value.notYear' } }),
  only: z.strictObject({}).optional(),
})
const sound = { given: 'x', count: '5', name: 'ab', level: 'low', at: 'http://a.example' }

test.each([
  [{ given: undefined }, 'given', { code: 'value.missing' }],
  [{ count: 'abc' }, 'count', { code: 'value.notNumber' }],
  [{ count: '1.5' }, 'count', { code: 'value.notNumber' }],
  [{ count: '0' }, 'count', { code: 'value.tooSmall', least: 1 }],
  [{ count: '10' }, 'count', { code: 'value.tooLarge', most: 9 }],
  [{ name: 'a' }, 'name', { code: 'value.tooShort', least: 2 }],
  [{ name: 'abcd' }, 'name', { code: 'value.tooLong', most: 3 }],
  [{ level: 'mid' }, 'level', { code: 'value.notOneOf', allowed: 'low, high' }],
  [{ at: 'nowhere' }, 'at', { code: 'value.notAddress' }],
  [{ year: '2568.0' }, 'year', { code: 'value.notYear' }],
  [{ only: { more: 1, most: 2 } }, 'only.more, only.most', { code: 'value.unknown' }],
])('%o is told as what it is', (wrong, name, expected) => {
  const raw = { ...sound, year: 'x', ...wrong }
  const issues = schema.safeParse(raw).error?.issues ?? []
  const { code, ...parameters } = expected
  expect(issues.map((issue) => valueFault(issue))).toContainEqual({
    code,
    parameters: { name, ...parameters },
  })
})

test.each([[[]], [null], ['x'], [5]])('%o in the place of an object is told as a whole', (raw) => {
  const issues = schema.safeParse(raw).error?.issues ?? []
  expect(issues.map((issue) => valueFault(issue))).toEqual([
    { code: 'value.notObject', parameters: { name: '' } },
  ])
})
