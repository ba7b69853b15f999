/** What the commands of prongsai disclosure tell the operator. */
import { writeDay } from '../days.ts'
import type { Values } from '../text.ts'

const counted = (count: string | number | undefined, one: string, many = `${one}s`) =>
  `${count} ${Number(count) === 1 ? one : many}`
const agencies = (count: string | number | undefined) => counted(count, 'agency', 'agencies')

export const disclosureCli = {
  board: ({ agency, year, total }: Values) => `${agency} ${year}: ${counted(total, 'item')}`,
  dueOn: ({ day, late }: Values) => `due ${writeDay(String(day), 'en')}${late ? ' (late)' : ''}`,
  hasNot: 'answered: has not',
  score: ({ score }: Values) => `scored ${score}`,
  link: ({ position, url }: Values) => `link ${position}: ${url}`,
  answered: ({ item, agency }: Values) => `answered ${item} of ${agency}`,
  assigned: ({ assigned, agency }: Values) => `assigned ${counted(assigned, 'item')} of ${agency}`,
  approved: ({ approved, agency }: Values) => `approved ${counted(approved, 'item')} of ${agency}`,
  submitted: ({ items, links, agency }: Values) =>
    `handed in ${counted(items, 'item')} of ${agency}; ${counted(links, 'link')} to be kept`,
  confirmed: ({ items, zeros, agency }: Values) =>
    `confirmed ${counted(items, 'item')} of ${agency}, ${zeros} of them with 0`,
  confirmedAll: ({ confirmed, left }: Values) => `confirmed ${agencies(confirmed)}, left ${agencies(left)}`,
  confirming: ({ written, total }: Values) => `confirmed ${written} of ${agencies(total)}`,
}
