/** Codes can be said aloud and typed any way; each link leads to the part people answer by themselves. */
import { describe, expect, test } from 'vitest'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { codeAlphabet, linkedPart, printCode, surveyOfPart, tidyCode } from './link.ts'

describe('a code', () => {
  test('has no vowel and nothing that is read as something else', () => {
    expect(codeAlphabet).not.toMatch(/[aeiouyl01]/)
    expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length)
  })

  test('is the same however it was typed', () => {
    expect(printCode('bcd2fgh3jk')).toBe('bcd2f-gh3jk')
    for (const typed of ['bcd2f-gh3jk', 'BCD2F GH3JK', ' bcd2fgh3jk\n', 'bcd๒fgh๓jk']) {
      expect(tidyCode(typed)).toBe('bcd2fgh3jk')
    }
  })
})

describe('a link', () => {
  test.each([
    [2563, 'eit', 'eit'],
    [2566, 'eit', 'eitPublic'],
    [2569, 'eit', 'eitPublic'],
    [2569, 'iit', 'iit'],
  ] as const)('of %i for %s leads to %s', async (year, survey, part) => {
    const loaded = await findShippedFramework(year)
    if (!loaded) throw new Error('no framework')
    expect(linkedPart(loaded.framework, survey)).toBe(part)
    expect(surveyOfPart(loaded.framework, part)).toBe(survey)
  })
})
