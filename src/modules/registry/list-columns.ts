/** The columns that lists of one kind are kept in, and how they are headed in either language. Pure. */
import { toArabicDigits } from '#base/thai-text.ts'
import { distance, mostMisspelt } from './spelling.ts'
import { tidy } from './tidy.ts'

export interface ListColumns<F extends string> {
  readonly fields: readonly F[]
  /** Every row needs a cell of these. */
  readonly required: readonly F[]
  /** The columns by which the heading is told from a title above it. */
  readonly telling: readonly F[]
  /** The field a column is headed for; null for one that is not read; undefined for one that is not known. */
  readonly find: (heading: string) => F | null | undefined
  /** The field that a heading which is not known is a misspelling of, if any. */
  readonly resemble: (heading: string) => F | undefined
}

/** Columns that lists often have and the registry has no use for. */
const idleHeadings = ['no', 'ลำดับ', 'ลำดับที่', 'ที่', 'note', 'notes', 'remarks', 'หมายเหตุ', 'is_imaginary']
const idleKeys = new Set(idleHeadings.map(headingKey))

const longestCompared = 80

/** `headings`: what people head a column with besides its own name. Spaces, case and signs do not matter. */
export function listColumns<F extends string>(
  fields: readonly F[],
  headings: Readonly<Record<F, readonly string[]>>,
  { required, telling }: { readonly required: readonly F[]; readonly telling: readonly F[] },
): ListColumns<F> {
  const byKey = new Map(
    fields.flatMap((field) =>
      [field, ...headings[field]].map((heading): [string, F] => [headingKey(heading), field]),
    ),
  )
  const find = (heading: string) => {
    const key = headingKey(heading)
    return key === '' || idleKeys.has(key) ? null : byKey.get(key)
  }
  const resemble = (heading: string) => {
    const key = headingKey(heading).slice(0, longestCompared)
    return [...byKey].find(([known]) => distance(key, known) <= mostMisspelt(key))?.[1]
  }
  return { fields, required, telling, find, resemble }
}

function headingKey(heading: string): string {
  return toArabicDigits(tidy(heading))
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '')
}
