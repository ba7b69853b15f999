/** What follows from published figures is computed, and told apart from what was printed. */
import { describe, expect, test } from 'vitest'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import bangKacha from '../../../tests/golden/bang-kacha-2563/expected.json' with { type: 'json' }
import diprom from '../../../tests/golden/diprom-2567/expected.json' with { type: 'json' }
import { type ImportedResult, keptOf, printedOnly } from './imported-result.ts'

const frameworkOf = async (year: number) => (await findShippedFramework(year))?.framework
const entry = { agencyCode: 'RIVER', source: 'รายงาน' } satisfies ImportedResult

describe('instruments', () => {
  test('printed indicators give the scores of the instruments, marked as derived', async () => {
    const framework = await frameworkOf(2563)
    const { figures } = keptOf({ ...entry, rating: 'a', indicators: bangKacha.indicators }, framework)
    expect(figures.instruments).toEqual({ iit: '92.35', eit: '80.50', oit: '83.68' })
    expect(figures.derived).toEqual(['part:iit', 'part:eit', 'part:oit'])
    expect(printedOnly(figures, framework).instruments).toEqual({})
  })

  test('printed parts give the instrument they make, and a printed score is never replaced', async () => {
    const { instruments, indicators } = diprom
    const { figures } = keptOf({ ...entry, rating: 'good', instruments, indicators }, await frameworkOf(2567))
    expect(figures.instruments).toEqual({ ...instruments, eit: '90.56' })
    expect(figures.derived).toEqual(['instrument:eit'])
  })

  test('where only a total was printed, no instrument is known', async () => {
    const kept = keptOf({ ...entry, total: '90.95', rating: 'a' }, await frameworkOf(2563))
    expect(kept).toEqual({ rating: 'a', figures: { instruments: {}, indicators: {} } })
  })
})

describe('the rating', () => {
  test.each([
    [2563, '92.77', 'a'],
    [2564, '95', 'aa'],
    [2565, '79.79', 'b'],
    [2565, '49.99', 'f'],
  ])('in %i the total alone decides: %s is %s, marked as derived', async (year, total, rating) => {
    const kept = keptOf({ ...entry, total }, await frameworkOf(year))
    expect(kept).toMatchObject({ rating, figures: { derived: ['rating'] } })
  })

  test('where parts decide and are not known, there is no rating', async () => {
    expect(keptOf({ ...entry, total: '95.02' }, await frameworkOf(2566)).rating).toBeNull()
  })

  test('parts that give the printed total give its rating', async () => {
    const { instruments, total } = diprom
    expect(keptOf({ ...entry, instruments, total }, await frameworkOf(2567)).rating).toBe('good')
    expect(keptOf({ ...entry, instruments, total: '90' }, await frameworkOf(2567)).rating).toBeNull()
  })

  test('a year without rules has none, and a printed rating stays as printed', async () => {
    expect(keptOf({ ...entry, total: '88.95' }, undefined).rating).toBeNull()
    expect(keptOf({ ...entry, total: '96', rating: 'b' }, await frameworkOf(2563)).rating).toBe('b')
  })
})
