/** What an agency is told an item is worth is what scoring takes away when it is lost. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decimal, format, subtract } from '#base/decimal.ts'
import { mapWorth } from '#modules/disclosure/worth.ts'
import { readFramework } from '#modules/frameworks/load.ts'
import { computeScore } from '#modules/scoring/compute.ts'
import { frameworksRoot } from '#platform/paths.ts'

const years = ['2563', '2564', '2565', '2566', '2567', '2568', '2569']

test.each(years)('each item of %s that is lost costs the instrument what it is worth', async (year) => {
  const { framework } = await readFramework(join(frameworksRoot, year))
  const all = Object.fromEntries(framework.disclosureItems.map(({ code }) => [code, 100]))
  for (const [code, { points }] of mapWorth(framework)) {
    const left = computeScore(framework, { items: { ...all, [code]: 0 } }).nodes.get('part:oit')?.value
    expect(left && format(left, 2), code).toBe(format(subtract(decimal('100'), points), 2))
  }
})
