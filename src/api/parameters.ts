/** The parameters that several REST routes take, in Arabic or Thai digits. */
import { z } from '@hono/zod-openapi'
import { earliestFiscalYear, isFiscalYear, latestFiscalYear } from '#base/fiscal-year.ts'
import { toArabicDigits } from '#base/thai-text.ts'

/** A fiscal year of the Buddhist era: four digits. */
export function yearParameter(example: number) {
  return z
    .string()
    .transform((text) => toArabicDigits(text.trim()))
    .refine((digits) => /^\d{4}$/.test(digits) && isFiscalYear(Number(digits)), {
      params: { code: 'value.notYear' },
    })
    .transform(Number)
    .openapi({ type: 'integer', minimum: earliestFiscalYear, maximum: latestFiscalYear, example })
}

/** A whole number from `least` to `most`, digits only. */
export function countParameter(least: number, most: number) {
  return z
    .string()
    .transform((text) => toArabicDigits(text.trim()))
    .refine((digits) => /^\d+$/.test(digits), { params: { code: 'value.notNumber' } })
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .openapi({ type: 'integer', minimum: least, maximum: most })
}
