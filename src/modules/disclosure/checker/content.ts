/** What of a reading is the agency's answer: its words without the menus of the site. Pure. */
import type { Link, Reading } from '#platform/reading/document.ts'
import { type MatchingText, normalise, readForMatching } from './matching-text.ts'

export interface Content {
  readonly reading: Reading
  readonly words: MatchingText
  /** Title and first lines. */
  readonly heading: MatchingText
}

const linesOfHeading = 6

/** `home` is the home page of the site, whose menus are known by standing there too. */
export function contentOf(reading: Reading, home: Reading | null): Content {
  const lines = reading.text.split('\n')
  const menus = home ? menusOf(reading, home) : new Set<string>()
  const own = lines.filter((line) => !menus.has(line))
  const names = reading.tables
    .map(({ name }) => name)
    .filter((name) => name !== '' && !reading.text.includes(name))
  const cells =
    reading.text.trim() === '' ? reading.tables.flatMap(({ rows }) => rows.map((row) => row.join('\t'))) : []
  const heading = [reading.title, ...own.filter((line) => line.trim() !== '').slice(0, linesOfHeading)]
  return {
    reading,
    words: readForMatching([reading.title, ...own, ...names, ...cells].join('\n')),
    heading: readForMatching([...heading, ...names].join('\n')),
  }
}

/** Lines made of nothing but links that stand on the home page as well. */
function menusOf(reading: Reading, home: Reading): Set<string> {
  if (reading.text === home.text) return new Set()
  const known = new Set(home.text.split('\n'))
  const labels = labelsOf(reading.links)
  return new Set(reading.text.split('\n').filter((line) => known.has(line) && isOfLinks(line, labels)))
}

function labelsOf(links: readonly Link[]): readonly string[] {
  const labels = new Set(links.map(({ text }) => normalise(text)).filter((label) => label !== ''))
  return [...labels].sort((a, b) => b.length - a.length)
}

function isOfLinks(line: string, labels: readonly string[]): boolean {
  const words = normalise(line)
  if (labels.includes(words)) return true
  const rest = labels.reduce((left, label) => left.replaceAll(label, ' '), words)
  return !/[\p{L}\p{N}]/u.test(rest)
}
