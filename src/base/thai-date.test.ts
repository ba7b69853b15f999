/** A day is the same day however a Thai office writes it. */
import { describe, expect, test } from 'vitest'
import { parseDay } from './thai-date.ts'

describe('reading a day', () => {
  test.each([
    ['2024-10-01'],
    ['2567-10-01'],
    ['1/10/2567'],
    ['01-10-2024'],
    ['1 ตุลาคม 2567'],
    ['๑ ต.ค. ๒๕๖๗'],
    ['1 ตค 2567'],
    [' วันที่ 1 ตุลาคม พ.ศ. 2567 '],
    ['1 Oct 2024'],
    ['1 october 2567'],
  ])('%s is the first of October 2024', (typed) => {
    expect(parseDay(typed)).toBe('2024-10-01')
  })

  test('the 29th of February stands in a leap year of either era, and in no other', () => {
    expect(parseDay('29/2/2567')).toBe('2024-02-29')
    expect(parseDay('29/2/2566')).toBeUndefined()
  })

  test.each([
    ['1/10/67'],
    ['2024-13-01'],
    ['0/10/2567'],
    ['32/1/2567'],
    ['1 ตุลา 2567'],
    ['2290-01-01'],
    [''],
  ])('%s is not read as a day', (typed) => {
    expect(parseDay(typed)).toBeUndefined()
  })
})
