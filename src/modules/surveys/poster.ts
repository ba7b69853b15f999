/** A link on paper: its QR code, an A4 poster, a slide, and sheets of one-time codes. In Thai, as they hang in offices. */
import { fileURLToPath } from 'node:url'
import { toBuffer, toString as toText } from 'qrcode'
import { lastDayBefore } from '#base/bangkok-day.ts'
import { renderPdf } from '#platform/documents/typst.ts'
import { th } from '#text/th.ts'
import { printCode } from './link.ts'
import type { Link } from './links.ts'

export type Paper = 'poster' | 'slide'

const templateOf = (name: string) => fileURLToPath(new URL(`./${name}.typ`, import.meta.url))
/** Read even when a corner is torn off or a sticker covers some of it. */
const sturdy = { errorCorrectionLevel: 'Q', margin: 4 } as const
const pngPixels = 1024

export function drawQrSvg(url: string): Promise<string> {
  return toText(url, { ...sturdy, type: 'svg' })
}

export async function drawQrPng(url: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await toBuffer(url, { ...sturdy, width: pngPixels }))
}

/** A4 upright, or 16:9 for a screen. `url` is where the link leads, as people type it. */
export async function renderPaper(paper: Paper, link: Link, url: string): Promise<Uint8Array<ArrayBuffer>> {
  const { poster, form } = th.surveys
  const data = {
    ...{ title: poster.title, scan: poster.scan, orType: poster.orType, url: withoutScheme(url) },
    ...{ anonymous: poster.anonymous, time: poster.time, brand: form.brand },
    agency: link.agency.name.th,
    survey: form.titles[link.survey],
    year: form.year(link.fiscalYear),
    whom: form.whom[link.survey],
    code: poster.code(printCode(link.code)),
    byCode: link.mode === 'codes' ? poster.byCode : null,
    until: link.closesAt ? poster.until(lastDayBefore(link.closesAt)) : null,
    imaginary: link.agency.isImaginary ? poster.imaginary : null,
  }
  return renderPdf(templateOf(paper), data, { 'qr.svg': await drawQrSvg(url) })
}

export interface CodeSheet {
  readonly link: Link
  readonly url: string
  /** As `makeCodes` gave them. */
  readonly codes: readonly string[]
}

/** Slips to cut apart, A4: each with the address, its QR code and one code. Nothing of it is kept. */
export async function renderCodeSheet({ link, url, codes }: CodeSheet): Promise<Uint8Array<ArrayBuffer>> {
  const { codeSheet, form } = th.surveys
  const data = {
    title: codeSheet.title(link.agency.name.th),
    advice: codeSheet.advice,
    slip: codeSheet.slip,
    survey: `${form.titles[link.survey]} ${form.year(link.fiscalYear)}`,
    url: withoutScheme(url),
    codes: codes.map(printCode),
  }
  return renderPdf(templateOf('code-sheet'), data, { 'qr.svg': await drawQrSvg(url) })
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//, '')
}
