/** How figures of agreement are worded. */
import { describe, expect, test } from 'vitest'
import { decimal } from '#base/decimal.ts'
import { bandOf, driftWord, writeDifference, writeKappa } from './agreement-words.ts'

describe('the words for κ', () => {
  test.each([
    ['-0.2', 'none'],
    ['0', 'none'],
    ['0.01', 'slight'],
    ['0.2', 'slight'],
    ['0.41', 'moderate'],
    ['0.8', 'substantial'],
    ['1', 'almostPerfect'],
  ])('of %s are those of the band it lies in, a bound belonging to the band below', (kappa, band) => {
    expect(bandOf(decimal(kappa))).toBe(band)
  })

  test('bear a true minus', () => expect(writeKappa(decimal('-0.125'))).toBe('−0.13'))
})

describe('the words for an assessor', () => {
  test('call nobody strict on a handful of marks', () => {
    expect(driftWord({ marks: 19, difference: decimal('0.5') })).toBe('tooFew')
    expect(driftWord({ marks: 20, difference: decimal('0.5') })).toBe('stricter')
  })

  test('tell looser from much alike', () => {
    expect(driftWord({ marks: 40, difference: decimal('-0.06') })).toBe('looser')
    expect(driftWord({ marks: 40, difference: decimal('0.05') })).toBe('alike')
    expect(driftWord({ marks: 0, difference: null })).toBe('tooFew')
  })

  test('sign the difference in points', () => {
    expect(writeDifference(decimal('0.125'))).toBe('+12.5')
    expect(writeDifference(decimal('0'))).toBe('0.0')
  })
})
