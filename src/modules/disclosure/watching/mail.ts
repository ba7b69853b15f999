/** The letter that tells a person which of their links no longer open, and what to do about each. */
import type { Words } from '#base/words.ts'
import type { Letter } from '#platform/mail-letter.ts'
import { en } from '#text/en.ts'
import { th } from '#text/th.ts'
import type { CheckReport } from '../check-report.ts'
import { writeFix } from '../checker/report.ts'
import type { FailingLink } from './failing-links.ts'
import type { Recipient } from './recipients.ts'

export interface FailingFacts {
  readonly fiscalYear: number
  readonly links: readonly Omit<FailingLink, 'linkId' | 'checkId' | 'ownerId' | 'agencyId'>[]
  /** Of items, by their codes. */
  readonly titles: ReadonlyMap<string, Words>
  /** Where people reach the service, without a slash at the end. */
  readonly baseUrl: string
}

export function failingLinksLetter(
  { email, name, language = 'th' }: Recipient & { readonly language?: 'th' | 'en' },
  { fiscalYear, links, titles, baseUrl }: FailingFacts,
): Letter {
  const words = (language === 'th' ? th : en).watching.letter
  const base = `${baseUrl}${language === 'en' ? '/en' : ''}/work/disclosure/${fiscalYear}`
  const listed = links.map(({ url, report, itemCode, agencyCode, ...agency }) => ({
    ...{ url, verdict: report.verdict, fix: fixOf(report, language) },
    ...{ item: itemCode.toUpperCase(), title: titles.get(itemCode)?.[language] ?? '' },
    agency: language === 'th' ? agency.agencyTh : agency.agencyEn,
    page: `${base}/${encodeURIComponent(agencyCode)}/${itemCode}`,
  }))
  const facts = { name, year: fiscalYear, links: listed }
  return { to: email, subject: words.subject(facts), text: words.text(facts) }
}

/** What stands against opening it: the rest of the page is for the item's own page to tell. */
function fixOf({ findings }: CheckReport, language: 'th' | 'en'): string {
  return writeFix(findings.find(({ element }) => element === 'opens')?.fix ?? null, language)
}
