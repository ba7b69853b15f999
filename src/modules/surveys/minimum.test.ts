/** The least number of respondents follows the year's rule, at its edges too. */
import { describe, expect, test } from 'vitest'
import { minimumOf, type SamplingRule } from './minimum.ts'

const share: SamplingRule = {
  kind: 'shareOfPopulation',
  percent: '10',
  atLeast: 30,
  capAbove: 4000,
  capMinimum: 400,
}
const groups: SamplingRule = {
  kind: 'byGroup',
  groups: [
    { agencyType: 'subdistrictMunicipality', size: 'M', name: { th: 'ก', en: 'a' }, minimum: 70 },
    { agencyType: 'department', mission: 'policy', name: { th: 'ค', en: 'c' }, minimum: 100 },
    { agencyType: 'department', mission: 'service', name: { th: 'ง', en: 'd' }, minimum: 400 },
    { agencyType: 'university', name: { th: 'ข', en: 'b' }, minimum: 400 },
  ],
}
const of = (headcount: number | null, agencyType = 'department', size: string | null = null) => ({
  headcount,
  agencyType,
  size,
})

describe('the least number of respondents', () => {
  test.each([
    [0, 0],
    [12, 12],
    [29, 29],
    [30, 30],
    [300, 30],
    [301, 31],
    [4000, 400],
    [4001, 400],
    [90_000, 400],
  ])('of %i people is %i', (headcount, minimum) => {
    expect(minimumOf(share, of(headcount))).toEqual({ minimum, reason: null })
  })

  test('a share with decimals is rounded up exactly', () => {
    const rule: SamplingRule = { kind: 'shareOfPopulation', percent: '12.5', atLeast: 0 }
    expect(minimumOf(rule, of(8)).minimum).toBe(1)
    expect(minimumOf(rule, of(9)).minimum).toBe(2)
  })

  test('of a group is the number of the group, whatever the headcount', () => {
    expect(minimumOf(groups, of(null, 'subdistrictMunicipality', 'M')).minimum).toBe(70)
    expect(minimumOf(groups, of(9, 'university', 'L')).minimum).toBe(400)
  })

  test.each([
    [groups, of(100, 'subdistrictMunicipality', 'S'), 'groupUnknown'],
    [groups, of(100, 'department'), 'missionUnknown'],
    [share, of(null), 'headcountUnknown'],
    [{ kind: 'unknown' } as SamplingRule, of(100), 'ruleUnknown'],
    [undefined, of(100), 'ruleUnknown'],
  ] as const)('is not made up where it cannot be told (%#)', (rule, population, reason) => {
    expect(minimumOf(rule, population)).toEqual({ minimum: null, reason })
  })
})
