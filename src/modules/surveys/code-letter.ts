/** The letter that brings one person a one-time code: in Thai and English, and the same for everybody but for the code. */
import { lastDayBefore } from '#base/bangkok-day.ts'
import type { Letter } from '#platform/mail-letter.ts'
import { en } from '#text/en.ts'
import { th } from '#text/th.ts'
import { linkPath, printCode } from './link.ts'
import type { Link } from './links.ts'

export interface CodeLetterFacts {
  readonly link: Link
  /** Where people reach the service, without a slash at the end. */
  readonly baseUrl: string
}

/** `code` is not part of the address of the form: addresses stand in histories and in logs of proxies. */
export function codeLetter(to: string, code: string, { link, baseUrl }: CodeLetterFacts): Letter {
  const { survey, fiscalYear, agency, closesAt } = link
  const url = `${baseUrl}${linkPath(survey, link.code)}`
  const facts = {
    ...{ year: fiscalYear, code: printCode(code) },
    closesOn: closesAt && lastDayBefore(closesAt),
  }
  const inThai = {
    ...{ ...facts, agency: agency.name.th, survey: th.surveys.form.titles[survey] },
    ...{ url, privacy: `${baseUrl}/go/privacy` },
  }
  const inEnglish = {
    ...{ ...facts, agency: agency.name.en || agency.name.th, survey: en.surveys.form.titles[survey] },
    ...{ url: `${url}?lang=en`, privacy: `${baseUrl}/go/privacy?lang=en` },
  }
  return {
    to,
    subject: `${th.mailCodes.letter.subject(inThai)} / ${en.mailCodes.letter.subject(inEnglish)}`,
    text: `${th.mailCodes.letter.text(inThai)}\n— — —\n\n${en.mailCodes.letter.text(inEnglish)}`,
  }
}
