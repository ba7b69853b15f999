/** What a reader is told to doubt is exactly what the framework doubts. */
import { expect, test } from 'vitest'
import type { Evidence } from '#modules/frameworks/framework.ts'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { countUnverified, doubtsOf } from './doubts.ts'

const shipped = await findShippedFramework(2568)
if (!shipped) throw new Error('no framework of 2568')
const { framework } = shipped

test('facts with a conflict are told even where they are verified', () => {
  const conflicts = doubtsOf(framework).filter(({ evidence }) => evidence.conflict)
  expect(conflicts.map(({ about }) => about.th)).toContain('10.2 การส่งเสริมคุณธรรมและความโปร่งใส')
})

test('a fact that is verified and uncontested is not among the doubts', () => {
  const doubts = doubtsOf(framework)
  expect(doubts.length).toBeGreaterThan(0)
  for (const { evidence } of doubts) {
    expect(evidence.confidence === 'unverified' || evidence.conflict !== undefined).toBe(true)
  }
})

test('every fact marked unverified counts once', () => {
  const unverified: Evidence = { confidence: 'unverified', source: 'somewhere' }
  const [first, second, ...others] = framework.phases
  if (!first || !second) throw new Error('two phases are needed')
  const before = countUnverified({ ...framework, phases: others })
  const doubted = [first, second].map((phase) => ({ ...phase, evidence: unverified }))
  expect(countUnverified({ ...framework, phases: [...doubted, ...others] })).toBe(before + 2)
})

test('facts that rest on one source are told together', () => {
  const unverified: Evidence = { confidence: 'unverified', source: 'somewhere' }
  const phases = framework.phases.map((phase) => ({ ...phase, evidence: unverified }))
  const told = doubtsOf({ ...framework, phases }).filter(({ evidence }) => evidence.source === 'somewhere')
  expect(told.map(({ about }) => about)).toEqual([framework.phases[0]?.name])
})
