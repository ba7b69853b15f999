/** Only figures that can be opened are links. */
import { expect, test } from 'vitest'
import type { AgencyResult } from '#modules/results/result.ts'
import { explainer, explainInstrument } from './explainer.ts'

const agency: AgencyResult['agency'] = {
  id: '1',
  code: 'A-1',
  name: { th: 'ก', en: 'A' },
  type: { code: 't', name: { th: 'ก', en: 'A' } },
  ministry: null,
  province: null,
  website: null,
  isImaginary: true,
}
const explain = explainer({ agency, fiscalYear: 2568 }, ['total', 'part:iit', 'instrument:eit'])

test('a figure that the sheet derives leads to its explanation', () => {
  expect(explain('total')).toBe('/agencies/A-1/2568/explain/total')
})

test('a figure that the sheet does not know is not a link', () => {
  expect(explain('item:o1')).toBeUndefined()
})

test('an instrument of several parts is explained by its own figure, another by its only part', () => {
  expect(explainInstrument(explain, 'eit')).toBe('/agencies/A-1/2568/explain/instrument:eit')
  expect(explainInstrument(explain, 'iit')).toBe('/agencies/A-1/2568/explain/part:iit')
  expect(explainInstrument(explain, 'oit')).toBeUndefined()
})
