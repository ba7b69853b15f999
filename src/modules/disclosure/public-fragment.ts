/** The agency's OIT page as a piece of HTML that it can put on its own site. Pure: everything in it is escaped. */
import type { Words } from '#base/words.ts'
import type { Text } from '#text/text.ts'
import type { BoardItem } from './board.ts'

type PublicItem = Pick<BoardItem, 'code' | 'title' | 'elements' | 'has' | 'links'>

export interface PublicItems {
  readonly fiscalYear: number
  readonly agency: { readonly name: Words }
  readonly items: readonly PublicItem[]
}

/** A table of items with their links, and their elements where any has some; in the language of the text; no scripts, no styles. */
export function writePublicFragment({ fiscalYear, agency, items }: PublicItems, text: Text): string {
  const { language } = text
  const words = text.itemsExport.public
  const caption = words.caption({ year: fiscalYear, agency: agency.name[language] })
  const withElements = items.some(({ elements }) => elements.length > 0)
  const headings = [
    ...[words.number, words.code, words.title],
    ...(withElements ? [words.elements] : []),
    words.links,
  ]
  return [
    `<section lang="${language}">`,
    '<table>',
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...items.map((item, index) => writeItem({ ...item, number: index + 1, withElements }, text)),
    '</tbody>',
    '</table>',
    '</section>',
    '',
  ].join('\n')
}

interface Row extends PublicItem {
  /** Of the row, from 1. */
  readonly number: number
  readonly withElements: boolean
}

function writeItem({ number, withElements, ...item }: Row, text: Text): string {
  const { language } = text
  const elements = item.elements.map((element) => `<li>${escapeHtml(element.text[language])}</li>`).join('')
  const cells = [
    `<td>${number}</td>`,
    `<th scope="row">${escapeHtml(item.code.toUpperCase())}</th>`,
    `<td>${escapeHtml(item.title[language])}</td>`,
    ...(withElements ? [`<td>${elements && `<ul>${elements}</ul>`}</td>`] : []),
    `<td>${writeLinks(item.links) || escapeHtml(text.itemsExport.public.noLink)}</td>`,
  ]
  return `<tr>${cells.join('')}</tr>`
}

function writeLinks(links: PublicItems['items'][number]['links']): string {
  const shown = links.filter(({ url }) => /^https?:\/\//i.test(url))
  if (shown.length === 0) return ''
  const lines = shown.map(({ url, place }) => {
    const said = place === '' ? url : place
    return `<li><a href="${escapeHtml(url)}">${escapeHtml(said)}</a></li>`
  })
  return `<ul>${lines.join('')}</ul>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
