/** Reads a day as Thai offices write it: ISO, day/month/year, or with the month in words of either language, in either era. */
import { toArabicDigits } from './thai-text.ts'

const months = [
  ['มกราคม', 'ม.ค.', 'January', 'Jan'],
  ['กุมภาพันธ์', 'ก.พ.', 'February', 'Feb'],
  ['มีนาคม', 'มี.ค.', 'March', 'Mar'],
  ['เมษายน', 'เม.ย.', 'April', 'Apr'],
  ['พฤษภาคม', 'พ.ค.', 'May'],
  ['มิถุนายน', 'มิ.ย.', 'June', 'Jun'],
  ['กรกฎาคม', 'ก.ค.', 'July', 'Jul'],
  ['สิงหาคม', 'ส.ค.', 'August', 'Aug'],
  ['กันยายน', 'ก.ย.', 'September', 'Sep'],
  ['ตุลาคม', 'ต.ค.', 'October', 'Oct'],
  ['พฤศจิกายน', 'พ.ย.', 'November', 'Nov'],
  ['ธันวาคม', 'ธ.ค.', 'December', 'Dec'],
] as const

const eraDifference = 543
/** A year from here on is of the Buddhist era; the years between the two spans are in neither. */
const buddhistFrom = 2300

/**
 * "2024-10-01", "2567-10-01", "1/10/2567", "1 ต.ค. 2567", "๑ ตุลาคม พ.ศ. ๒๕๖๗" → "2024-10-01".
 * Answers undefined for anything else: a year of two digits, a day the month does not have.
 */
export function parseDay(typed: string): string | undefined {
  const text = toArabicDigits(typed.trim())
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return toIso(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  if (slashed) return toIso(Number(slashed[3]), Number(slashed[2]), Number(slashed[1]))
  const worded = /^(?:วันที่\s*)?(\d{1,2})\s*([^\d\s]+)\s*(?:พ\.ศ\.|ค\.ศ\.)?\s*(\d{4})$/.exec(text)
  return worded ? toIso(Number(worded[3]), monthOf(worded[2] ?? ''), Number(worded[1])) : undefined
}

function monthOf(word: string): number {
  const bare = (name: string) => name.replaceAll('.', '').toLowerCase()
  return months.findIndex((names) => names.some((name) => bare(name) === bare(word))) + 1
}

function toIso(year: number, month: number, day: number): string | undefined {
  const common = year >= buddhistFrom ? year - eraDifference : year
  if (common < 1782 || common > 2257) return undefined
  const date = new Date(Date.UTC(common, month - 1, day))
  const holds = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return holds ? date.toISOString().slice(0, 10) : undefined
}
