/** A form is read the same whichever way it is read, and what is torn counts as not there. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBody } from './received.ts'

const formType = 'application/x-www-form-urlencoded'
const fieldsOf = (body: string) => ({ ...readBody(body, formType)?.chosen })

describe('the fields of a form', () => {
  test.each([
    ['key=a&i1=0', { key: 'a', i1: '0' }],
    ['i1', { i1: '' }],
    ['i1=&&=x&i2=a=b', { i1: '', '': 'x', i2: 'a=b' }],
    ['code=%E0%B9%91+2', { code: '๑ 2' }],
    ['i1=0&i1=0', { i1: '0' }],
    ['i1=0&i1=1&i2=1', { i2: '1' }],
    ['i1=0&i1=1&i1=0', {}],
    ['', {}],
  ])('of "%s" are told', (body, fields) => {
    expect(fieldsOf(body)).toEqual(fields)
  })

  test('are those a browser would read, whatever was sent', () => {
    const body = fc.string({ unit: fc.constantFrom('i', '1', '=', '&', '%', '+', 'ก', '_', 'A', '.') })
    const once = (text: string) => {
      const names = [...new URLSearchParams(text)].map(([name]) => name)
      return new Set(names).size === names.length
    }
    fc.assert(
      fc.property(body.filter(once), (text) => {
        expect(fieldsOf(text)).toEqual(Object.fromEntries(new URLSearchParams(text)))
      }),
    )
  })

  test('that bear names of the language itself are fields like others', () => {
    const fields = readBody('__proto__=1&constructor=2&toString=3', formType)?.chosen ?? {}
    expect(Object.entries(fields)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['toString', '3'],
    ])
  })
})
