/** What a check of the audit trail finds, on trails forged in every way a hand in the database could. */
import { describe, expect, test } from 'vitest'
import { type ChainedEvent, type ChainHead, checkChain, emptyHead, hashEvent } from './audit-chain.ts'

const rows = makeTrail(9)
const head = headOf(rows)

function makeTrail(length: number): ChainedEvent[] {
  const trail: ChainedEvent[] = []
  for (let number = 1; number <= length; number += 1) {
    const link = {
      number,
      at: new Date(Date.UTC(2025, 7, 15, 3, number)),
      actorKind: 'operator',
      actorName: 'somchai',
      role: null,
      event: 'scores.recorded',
      subject: 'round:2568',
      details: { agencies: number, part: 'ข้อมูลสาธารณะ' },
      previousHash: trail.at(-1)?.hash ?? emptyHead.hash,
    }
    trail.push({ ...link, hash: hashEvent(link) })
  }
  return trail
}

function headOf(trail: readonly ChainedEvent[]): ChainHead {
  return { count: trail.length, hash: trail.at(-1)?.hash ?? emptyHead.hash }
}

function row(number: number): ChainedEvent {
  const found = rows[number - 1]
  if (!found) throw new Error(`no row ${number}`)
  return found
}

/** The trail with some rows replaced, in the order of their numbers. */
function withRows(...changed: readonly ChainedEvent[]): ChainedEvent[] {
  const numbers = changed.map(({ number }) => number)
  return [...rows.filter(({ number }) => !numbers.includes(number)), ...changed].sort(
    (a, b) => a.number - b.number,
  )
}

const without = (...numbers: readonly number[]) => rows.filter(({ number }) => !numbers.includes(number))
const rehashed = (changed: ChainedEvent): ChainedEvent => ({ ...changed, hash: hashEvent(changed) })

async function faultsOf(trail: readonly ChainedEvent[], ownHead: ChainHead | null = head) {
  return (await checkChain(trail, ownHead)).faults
}

describe('a whole trail', () => {
  test('has no fault, and tells its length and last hash', async () => {
    expect(await checkChain(rows, head)).toEqual({ isWhole: true, count: 9, hash: head.hash, faults: [] })
  })

  test('may be empty', async () => {
    expect(await checkChain([], emptyHead)).toMatchObject({ isWhole: true, count: 0 })
  })

  test('is hashed in a way that anyone can repeat', () => {
    // As Python gives it: sha256 of json.dumps(row, sort_keys=True, separators=(',', ':'), ensure_ascii=False).
    expect(row(1).hash).toBe('218c9c401a3e053def47eca91ca6b44234efff02ddba09671135cb5c455beb90')
  })
})

describe('a changed row', () => {
  test.each([
    ['when', { at: new Date(0) }],
    ['when, to infinity', { at: new Date(Number.NaN) }],
    ['who', { actorName: 'somsri' }],
    ['who, to nobody', { actorName: null }],
    ['what kind of actor', { actorKind: 'system' }],
    ['as what role', { role: 'auditor' }],
    ['what', { event: 'round.closed' }],
    ['on what', { subject: 'round:2567' }],
    ['the details', { details: { agencies: 4, part: 'ข้อมูลสาธารณะ.' } }],
    ['the hash before', { previousHash: 'f'.repeat(64) }],
    ['its own hash', { hash: 'f'.repeat(64) }],
  ])('is named, whatever was changed: %s', async (_what, change) => {
    for (const number of [1, 4, 9]) {
      const faults = await faultsOf(withRows({ ...row(number), ...change }))
      expect(faults).toEqual([{ kind: 'changed', number }])
    }
  })

  test('is named also when its hash was made to fit again', async () => {
    for (const number of [1, 4, 8]) {
      const forged = rehashed({ ...row(number), subject: 'round:2567' })
      expect(await faultsOf(withRows(forged))).toEqual([{ kind: 'changed', number }])
    }
  })

  test('that was the last, its hash made to fit, is told by the head', async () => {
    const forged = rehashed({ ...row(9), subject: 'round:2567' })
    expect(await faultsOf(withRows(forged))).toEqual([{ kind: 'headDiffers', number: 9 }])
  })

  test('with all after it chained anew is told by the head', async () => {
    let previousHash = row(4).previousHash
    const forged = rows.slice(3).map((own) => {
      const link = rehashed({ ...own, actorName: 'somsri', previousHash })
      previousHash = link.hash
      return link
    })
    expect(await faultsOf(withRows(...forged))).toEqual([{ kind: 'headDiffers', number: 9 }])
  })

  test('does not hide others', async () => {
    const faults = await faultsOf(
      withRows({ ...row(2), subject: '' }, { ...row(3), subject: '' }, { ...row(7), role: 'x' }),
    )
    expect(faults.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      'changed 2',
      'changed 3',
      'changed 7',
    ])
  })
})

describe('a missing row', () => {
  test.each([1, 2, 5, 8, 9])('is named: %i', async (number) => {
    expect(await faultsOf(without(number))).toEqual([{ kind: 'missing', number }])
  })

  test('and its neighbours are told as a run', async () => {
    expect(await faultsOf(without(3, 4, 5, 8, 9))).toEqual([
      { kind: 'missing', number: 3, through: 5 },
      { kind: 'missing', number: 8, through: 9 },
    ])
    expect(await faultsOf([])).toEqual([{ kind: 'missing', number: 1, through: 9 }])
  })

  test('is found also when those after it were numbered anew', async () => {
    const closedUp = without(4).map((own, index) => ({ ...own, number: index + 1 }))
    const faults = await faultsOf(closedUp)
    expect(faults.map(({ number }) => number)).toEqual([4, 5, 6, 7, 8, 9])
    expect(faults.at(-1)).toEqual({ kind: 'missing', number: 9 })
  })
})

describe('a swapped pair', () => {
  const pairs = [
    [4, 7],
    [4, 5],
    [1, 9],
    [8, 9],
  ] as const
  const both = (a: number, b: number) => [
    { kind: 'reordered', number: a },
    { kind: 'reordered', number: b },
  ]

  test.each(pairs)('is named when %i and %i exchanged their numbers', async (a, b) => {
    const swapped = withRows({ ...row(a), number: b }, { ...row(b), number: a })
    expect(await faultsOf(swapped)).toEqual(both(a, b))
  })

  test.each(pairs)('is named when %i and %i exchanged what they tell', async (a, b) => {
    const told = ({ at, details }: ChainedEvent) => ({ at, details })
    const swapped = withRows({ ...row(a), ...told(row(b)) }, { ...row(b), ...told(row(a)) })
    expect(await faultsOf(swapped)).toEqual(both(a, b))
  })

  test.each(pairs)('is named when %i and %i exchanged what they tell and their hashes', async (a, b) => {
    const told = ({ at, details, hash }: ChainedEvent) => ({ at, details, hash })
    const swapped = withRows({ ...row(a), ...told(row(b)) }, { ...row(b), ...told(row(a)) })
    expect(await faultsOf(swapped)).toEqual(both(a, b))
  })
})

describe('the head', () => {
  test.each([
    ['is gone', null],
    ['counts fewer rows than there are', { count: 8, hash: row(8).hash }],
    ['counts more, with the hash of the last', { count: 10, hash: row(9).hash }],
    ['has another hash', { count: 9, hash: 'f'.repeat(64) }],
  ])('is told when it %s', async (_how, ownHead) => {
    expect(await faultsOf(rows, ownHead)).toEqual([{ kind: 'headDiffers', number: 9 }])
  })
})

describe('a row slipped in', () => {
  test('at the end is told by the head', async () => {
    expect(await faultsOf(makeTrail(10))).toEqual([{ kind: 'headDiffers', number: 10 }])
  })

  test('before the first is told', async () => {
    const early = rehashed({ ...row(1), number: 0 })
    expect(await faultsOf([early, ...rows])).toEqual([{ kind: 'reordered', number: 0 }])
  })
})

test('more wrong rows than are compared with each other are all named', async () => {
  const trail = makeTrail(150)
  const forged = trail.map((own) => ({ ...own, actorName: 'somsri' }))
  expect(await faultsOf(forged, headOf(trail))).toEqual(
    trail.map(({ number }) => ({ kind: 'changed', number })),
  )
})
