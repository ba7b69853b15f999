/** Every framework that comes with the product, newest year first. */
import { earliestFiscalYear, latestFiscalYear } from '#base/fiscal-year.ts'
import type { LoadedFramework } from '#modules/frameworks/framework.ts'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'

const possibleYears = Array.from(
  { length: latestFiscalYear - earliestFiscalYear + 1 },
  (_, index) => latestFiscalYear - index,
)

export async function listShippedFrameworks(): Promise<LoadedFramework[]> {
  const found = await Promise.all(possibleYears.map(findShippedFramework))
  return found.filter((loaded) => loaded !== undefined)
}
