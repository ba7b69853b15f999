/** All rows of the access matrix that are pages of the web door, in one list: add those of a new area here. */
import type { AccessRow } from './access-row.ts'
import { webRows } from './access-rows.ts'
import { assessmentPages } from './access-rows-of-assessment.ts'
import { disclosurePages } from './access-rows-of-disclosure.ts'
import { surveyPages } from './access-rows-of-surveys.ts'

export const pageRows: readonly AccessRow[] = [
  ...webRows,
  ...surveyPages,
  ...disclosurePages,
  ...assessmentPages,
]
