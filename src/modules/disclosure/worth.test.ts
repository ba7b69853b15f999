/** What an item is worth follows the year's way of adding up the disclosure instrument. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { add, format, zero } from '#base/decimal.ts'
import { readFramework } from '#modules/frameworks/load.ts'
import { frameworksRoot } from '#platform/paths.ts'
import { mapWorth, writePoints } from './worth.ts'

const years = ['2563', '2564', '2565', '2566', '2567', '2568', '2569']

describe('what an item is worth', () => {
  test.each(years)('the items of %s add up to a hundred points', async (year) => {
    const { framework } = await readFramework(join(frameworksRoot, year))
    const worths = mapWorth(framework)
    expect(worths.size).toBe(framework.disclosureItems.length)
    expect(
      format(
        [...worths.values()].reduce((sum, { points }) => add(sum, points), zero),
        6,
      ),
    ).toBe('100.000000')
  })

  test('in 2568 an item is a share of its sub-indicator, or its points of indicator 10', async () => {
    const { framework } = await readFramework(join(frameworksRoot, '2568'))
    const worths = mapWorth(framework)
    const written = (code: string) => writePoints(worths.get(code)?.points ?? zero)
    // Indicator 9 is half of the hundred, 9.1 a fifth of that, with four items.
    expect(written('o1')).toBe('2.50')
    expect(written('o21')).toBe('7.50')
    expect(writePoints(worths.get('o1')?.ofTotal ?? zero)).toBe('1.00')
  })
})
