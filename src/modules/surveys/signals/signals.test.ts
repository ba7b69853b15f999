/** Each signal is raised by the case planted for it, is silent on ordinary answers, and says nothing of fewer than ten. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dayOf } from '#base/bangkok-day.ts'
import { readFramework } from '#modules/frameworks/load.ts'
import { leafQuestions } from '#modules/frameworks/lookup.ts'
import { frameworksRoot } from '#platform/paths.ts'
import { generateAnswers } from '../../../../seeds/demo/generate.ts'
import { findBursts } from './bursts.ts'
import { findCrowding } from './crowding.ts'
import { findAgainstPeers, findPublicAgainstSurvey, partMean } from './differences.ts'
import { findIdenticalVectors } from './identical-vectors.ts'
import type { PartAnswers, Signal } from './signal.ts'
import { findStraightLining } from './straight-lining.ts'

const { framework } = await readFramework(join(frameworksRoot, '2569'))
const [iit, eit] = [leafQuestions(framework, 'iit'), leafQuestions(framework, 'eit')]
const collect = { opensOn: '2026-01-01', closesOn: '2026-01-30' }
const dayIn = (place: number) => dayOf(new Date(Date.UTC(2026, 0, 1 + place)))

interface Made {
  readonly seed: number
  readonly respondents: number
  readonly aim?: number
  readonly columns?: typeof iit
}

/** Answers as they come in ordinarily: opinions around a mood, over thirty days, more of them on some. */
function ordinary({ seed, respondents, aim = 82, columns = iit }: Made): PartAnswers {
  const scores = columns.map(({ optionSet }) => optionSet.options.map(({ score }) => score))
  const rows = generateAnswers(scores, { seed, respondents, aim }).map((row) => [...row].join(''))
  const random = randomNumbers(seed + 1)
  const weights = Array.from({ length: 30 }, () => 0.3 + random() * (random() < 0.1 ? 3 : 1))
  const days = new Map<string, number>()
  for (let made = 0; made < respondents; made++) {
    let rest = random() * weights.reduce((sum, weight) => sum + weight, 0)
    const place = weights.findIndex((weight) => {
      rest -= weight
      return rest < 0
    })
    const day = dayIn(Math.max(place, 0))
    days.set(day, (days.get(day) ?? 0) + 1)
  }
  return { part: 'iit', columns, rows, days }
}

const base = ordinary({ seed: 7, respondents: 120 })
const peersStraight = [0.02, 0.05, 0.1, 0.04, 0.07, 0.03]
const peersMeans = [80, 82, 84, 81, 83, 86, 79]

function allOf(answers: PartAnswers, other: PartAnswers): (Signal | null)[] {
  const mean = partMean('iit', answers)
  return [
    findStraightLining(answers, peersStraight),
    findIdenticalVectors(answers),
    findBursts(answers),
    findCrowding(answers, collect),
    findPublicAgainstSurvey(mean, partMean('eitSurvey', other)),
    findAgainstPeers(mean, peersMeans),
  ]
}

/** Numbers from 0 to 1 that the seed decides. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const repeat = (row: string, times: number) => Array.from({ length: times }, () => row)

describe('a planted case raises its signal', () => {
  test('most respondents ticking one column', () => {
    const rows = [...base.rows.slice(0, 40), ...repeat(straightRow('5'), 80)]
    const signal = findStraightLining({ ...base, rows }, peersStraight)
    expect(signal).toMatchObject({ isRaised: true, evidence: { answers: 120, peers: 6 } })
    expect(signal?.statistic).toBeGreaterThanOrEqual(80 / 120)
    expect(signal?.bars.find(({ isMarked }) => isMarked)?.label.en).toBe('Option 6 throughout')
  })

  test('the same where peers do it too is silent', () => {
    const rows = [...base.rows.slice(0, 40), ...repeat(straightRow('5'), 80)]
    expect(findStraightLining({ ...base, rows }, [0.6, 0.7, 0.65, 0.6, 0.62])?.isRaised).toBe(false)
  })

  test('thirty answers alike in every question', () => {
    const [copied = ''] = base.rows
    const signal = findIdenticalVectors({ ...base, rows: [...base.rows, ...repeat(copied, 30)] })
    expect(signal).toMatchObject({ isRaised: true, evidence: { answers: 150, questions: 15 } })
    expect(signal?.evidence.group).toBeGreaterThanOrEqual(30)
  })

  test('honest praise is no copy: everything best is left out', () => {
    const best = iit
      .map(({ optionSet }) => optionSet.options.findIndex(({ score }) => score === 100))
      .join('')
    expect(findIdenticalVectors({ ...base, rows: [...base.rows, ...repeat(best, 60)] })?.isRaised).toBe(false)
  })

  test('one day that holds more than half', () => {
    const days = new Map(Array.from({ length: 20 }, (_, place) => [dayIn(place), 3] as [string, number]))
    days.set(dayIn(9), 63)
    const signal = findBursts({ ...base, days })
    expect(signal).toMatchObject({ isRaised: true, statistic: 21, evidence: { most: 63, rate: 3, days: 20 } })
    expect(signal?.bars.filter(({ isMarked }) => isMarked)).toMatchObject([{ value: 63 }])
  })

  test('all of a month within two days', () => {
    const days = new Map([
      [dayIn(3), 60],
      [dayIn(4), 60],
    ])
    expect(findCrowding({ ...base, days }, collect)).toMatchObject({
      isRaised: true,
      evidence: { held: 120, crowded: 2, open: 30 },
    })
  })

  test('interviews far above what came by link', () => {
    const signal = findPublicAgainstSurvey(
      partMean('eitPublic', ordinary({ seed: 1, respondents: 60, aim: 60, columns: eit })),
      partMean('eitSurvey', ordinary({ seed: 2, respondents: 60, aim: 95, columns: eit })),
    )
    expect(signal).toMatchObject({ isRaised: true, part: 'eitSurvey' })
    expect(signal?.statistic).toBeGreaterThan(25)
  })

  test('an agency far from its peers', () => {
    const mean = partMean('iit', ordinary({ seed: 3, respondents: 60, aim: 40 }))
    expect(findAgainstPeers(mean, peersMeans)?.isRaised).toBe(true)
  })
})

/** One option place wherever there are six of them, the first where there are two. */
function straightRow(place: string): string {
  return iit.map(({ optionSet }) => (optionSet.options.length > 2 ? place : '0')).join('')
}

describe('ordinary answers', () => {
  test('of three hundred parts of many sizes raise nothing', () => {
    const raised: string[] = []
    for (let seed = 1; seed <= 300; seed++) {
      const respondents = [12, 35, 70, 150, 400][seed % 5] ?? 12
      const aim = 76 + (seed % 13)
      const own = ordinary({ seed: seed * 977, respondents, aim })
      const other = ordinary({ seed: seed * 983, respondents: 90, aim: aim - 3 })
      for (const signal of allOf(own, other)) if (signal?.isRaised) raised.push(`${seed} ${signal.kind}`)
    }
    expect(raised).toEqual([])
  })
})

describe('too few', () => {
  const days = new Map([
    [dayIn(0), 1],
    [dayIn(9), 8],
  ])
  const few = { ...base, rows: repeat(straightRow('5'), 9), days }

  test('answers, fewer than ten, have no signal at all', () => {
    expect(allOf(few, few)).toEqual([null, null, null, null, null, null])
  })

  test('peers, fewer than five, are not compared with', () => {
    expect(findAgainstPeers(partMean('iit', base), [10, 10, 10, 10])).toBeNull()
    expect(findStraightLining(base, [0, 0, 0, 0])?.evidence).toEqual({ answers: 120, peers: 4 })
  })

  test('people, fewer than five, stand behind no bar', () => {
    const rows = [...base.rows, ...repeat(straightRow('1'), 4), ...repeat(straightRow('2'), 6)]
    const uneven = new Map([
      [dayIn(0), 4],
      [dayIn(1), 116],
    ])
    const drawn = [...allOf({ ...base, rows, days: uneven }, base)].flatMap((signal) =>
      signal && !['publicAgainstSurvey', 'againstPeers'].includes(signal.kind) ? signal.bars : [],
    )
    expect(drawn.length).toBeGreaterThan(6)
    expect(drawn.filter(({ value }) => value !== null && value > 0 && value < 5)).toEqual([])
    expect(drawn.some(({ value }) => value === null)).toBe(true)
  })
})
