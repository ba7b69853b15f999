/** What people type when they look for an agency, and the full names they mean by it. Pure. */
import { toArabicDigits } from '#base/thai-text.ts'

/** How local authorities are shortened, and what it stands for. */
export const abbreviations: readonly (readonly [string, string])[] = [
  ['อบจ', 'องค์การบริหารส่วนจังหวัด'],
  ['อบต', 'องค์การบริหารส่วนตำบล'],
  ['จ', 'จังหวัด'],
  ['ทน', 'เทศบาลนคร'],
  ['ทม', 'เทศบาลเมือง'],
  ['ทต', 'เทศบาลตำบล'],
]

/** The term with Arabic digits, and once more with a leading abbreviation such as `อบต.` written out. */
export function searchTerms(typed: string): string[] {
  const term = toArabicDigits(typed.trim())
  const found = abbreviations.find(([short]) => term.startsWith(`${short}.`) || term.startsWith(`${short} `))
  if (!found) return [term]
  const [short, full] = found
  return [term, `${full}${term.slice(short.length + 1).trimStart()}`]
}
