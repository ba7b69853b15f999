/** The letter that tells a coordinator how far their surveys are behind. */
import type { Words } from '#base/words.ts'
import type { Letter } from '#platform/mail-letter.ts'
import { en } from '#text/en.ts'
import { th } from '#text/th.ts'
import type { ListedPart, ListedProgress } from './progress-list.ts'

/** Who coordinates an agency, and the language they read; Thai where left out. */
export interface PaceRecipient {
  readonly agencyId: string
  readonly email: string
  readonly name: string
  readonly language?: 'th' | 'en'
}

export interface PaceFacts {
  readonly fiscalYear: number
  readonly agency: Pick<ListedProgress, 'code' | 'name' | 'closesOn'>
  /** Those below the pace. */
  readonly behind: readonly ListedPart[]
  readonly names: ReadonlyMap<string, Words>
  /** Where people reach the service, without a slash at the end. */
  readonly baseUrl: string
}

export function paceLetter(
  { email, name, language = 'th' }: PaceRecipient,
  { fiscalYear, agency, behind, names, baseUrl }: PaceFacts,
): Letter {
  const words = (language === 'th' ? th : en).surveysWork.paceLetter
  const parts = behind.map(({ part, count, expected, minimum }) => ({
    ...{ part: names.get(part)?.[language] ?? part, count },
    ...{ expected: expected ?? 0, minimum: minimum ?? 0 },
  }))
  const facts = {
    ...{ name, agency: agency.name[language], year: fiscalYear, parts, closesOn: agency.closesOn ?? '' },
    page: `${baseUrl}${language === 'en' ? '/en' : ''}/work/surveys/${fiscalYear}/${encodeURIComponent(agency.code)}`,
  }
  return { to: email, subject: words.subject(facts), text: words.text(facts) }
}
