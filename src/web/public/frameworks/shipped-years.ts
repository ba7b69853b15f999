/** The frameworks that come with the product, each with a page of its own: newest year first. */
import { earliestFiscalYear, latestFiscalYear } from '#base/fiscal-year.ts'
import type { LoadedFramework } from '#modules/frameworks/framework.ts'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'

const possibleYears = Array.from(
  { length: latestFiscalYear - earliestFiscalYear + 1 },
  (_, index) => latestFiscalYear - index,
)

/** Whether the year has a framework page to link to. */
export async function hasFrameworkPage(fiscalYear: number): Promise<boolean> {
  return (await findShippedFramework(fiscalYear)) !== undefined
}

export async function listShippedFrameworks(): Promise<LoadedFramework[]> {
  const found = await Promise.all(possibleYears.map(findShippedFramework))
  return found.filter((loaded) => loaded !== undefined)
}
