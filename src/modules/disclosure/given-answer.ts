/** Reads an answer as it was given: what is wrong with it, or what is kept of it. Pure. */
import { type Finding, Problem } from '#base/problem.ts'
import { type Format, formats } from '#platform/reading/document.ts'
import type { GivenAnswer, GivenLink, LinkKind } from './item.ts'
import { longest, tidyText } from './words.ts'

export const mostLinks = 20

export interface TidyLink {
  readonly url: string
  readonly kind: LinkKind
  readonly format: Format | null
  readonly place: string
}

export interface TidyAnswer {
  readonly has: boolean
  readonly explanation: string
  readonly links: readonly TidyLink[]
}

/** Throws `item.answerInvalid` with a finding for everything to mend; a link's findings have its number, from 1, as `line`. */
export function readAnswer({ has, links, explanation = '' }: GivenAnswer): TidyAnswer {
  const answer = { has, explanation: tidyText(explanation), links: links.map(tidyLink) }
  const faults = [...wholeFaults(answer), ...answer.links.flatMap(linkFaults)]
  if (faults.length > 0) throw Problem.ofFindings('item.answerInvalid', faults)
  return answer
}

/** Whether both say the same. */
export function isSameAnswer(a: TidyAnswer, b: TidyAnswer): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b))
}

function comparable({ has, explanation, links }: TidyAnswer) {
  return [has, explanation, links.map(({ url, kind, format, place }) => [url, kind, format, place])]
}

function tidyLink({ url, kind, format, place = '' }: GivenLink): TidyLink {
  return { url: tidyText(url), kind, format: format ?? null, place: tidyText(place) }
}

function wholeFaults({ has, links, explanation }: TidyAnswer): Finding[] {
  const faults: Finding[] = []
  if (has && links.length === 0) faults.push({ code: 'item.linkMissing' })
  if (!has && links.length > 0) faults.push({ code: 'item.linkWithoutHas' })
  if (links.length > mostLinks) {
    faults.push({ code: 'item.tooManyLinks', parameters: { most: mostLinks, count: links.length } })
  }
  return [...faults, ...lengthFaults(explanation, longest.explanation, undefined)]
}

function linkFaults(link: TidyLink, index: number, all: readonly TidyLink[]): Finding[] {
  const line = index + 1
  const isTwice = all.findIndex(({ url, place }) => url === link.url && place === link.place) < index
  return [
    ...urlFaults(link.url, line),
    ...(isTwice ? [{ line, code: 'item.linkTwice' }] : []),
    ...(['page', 'file'].includes(link.kind) ? [] : [{ line, code: 'item.linkKindUnknown' }]),
    ...(link.format === null || formats.includes(link.format)
      ? []
      : [{ line, code: 'item.formatUnknown', parameters: { formats: formats.join(', ') } }]),
    ...lengthFaults(link.place, longest.place, line),
  ]
}

function urlFaults(url: string, line: number): Finding[] {
  if (url.length > longest.url) return lengthFaults(url, longest.url, line)
  const parsed = /\s/.test(url) ? null : URL.parse(url)
  if (parsed?.protocol !== 'http:' && parsed?.protocol !== 'https:') {
    return [{ line, code: 'item.urlInvalid', parameters: { url: url.slice(0, 100) } }]
  }
  return parsed.username || parsed.password ? [{ line, code: 'item.urlWithPassword' }] : []
}

function lengthFaults(text: string, most: number, line: number | undefined): Finding[] {
  if (text.length <= most) return []
  const parameters = { most, length: text.length }
  return [{ ...(line === undefined ? {} : { line }), code: 'item.textTooLong', parameters }]
}
