/** The daily watch over OIT links, the letter about links that fail, and links as they were kept. */
import type { Values } from '../text.ts'
import { checker } from './checker.ts'

interface FailingLink {
  readonly item: string
  readonly title: string
  readonly agency: string
  readonly url: string
  readonly verdict: keyof typeof checker.verdicts
  readonly fix: string
  readonly page: string
}

interface LetterFacts {
  readonly name: string
  readonly year: number
  readonly links: readonly FailingLink[]
}

const number = new Intl.NumberFormat('en-GB')
const many = (count: string | number | undefined) => number.format(Number(count))
const linksOf = (count: string | number | undefined) =>
  Number(count) === 1 ? '1 link' : `${many(count)} links`

export const watching = {
  letter: {
    subject: ({ links, year }: LetterFacts) =>
      `${linksOf(links.length)} of OIT ${year} ${links.length === 1 ? 'does' : 'do'} not open`,
    text: ({ name, year, links }: LetterFacts) => `Dear ${name},

The checker could not open these links twice in a row. They are answers to OIT of fiscal year ${year} in your care.

${links
  .map(
    ({ item, title, agency, url, verdict, fix, page }) => `• ${item} ${title} (${agency})
  Link: ${url}
  Found: ${checker.verdicts[verdict]}
  To mend it: ${fix}
  The answer: ${page}`,
  )
  .join('\n\n')}

Please open each link in a browser before you change anything. You are not told of a link again until it has opened and failed once more.

This letter was sent by the system, to whoever is in charge of the item, or to those who coordinate the agency where nobody is.
`,
  },
  cli: {
    progress: ({ written, total }: Values) => `Checked ${many(written)} of ${linksOf(total)}`,
    finished: ({ year, links, failing }: Values) =>
      `Checked all of ${year}: ${linksOf(links)}, ${many(failing)} of them failing`,
    nothing: ({ year }: Values) => `There are no links to check in ${year} yet.`,
    busy: ({ year }: Values) => `Another program is checking the links of ${year}; waiting.`,
    stopped: ({ year }: Values) =>
      `Stopped checking the links of ${year}; the same command goes on from here.`,
  },
}

export const watchingProblems = {
  'snapshot.notFound': () =>
    'Nothing was kept of this link: links are kept when an agency hands in its answers.',
}
