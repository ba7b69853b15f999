/** What a telephone reads off a QR code, on a screen and on paper, is the link and nothing else. */
import { describe, expect, test } from 'vitest'
import { readQrPdf, readQrPng, readQrSvg } from '../../../tests/support/qr.ts'
import type { Link } from './links.ts'
import { drawQrPng, drawQrSvg, renderPaper } from './poster.ts'

const link = {
  ...{ code: 'bcdfghjk', survey: 'iit', fiscalYear: 2569, mode: 'open', closesAt: null },
  agency: { code: 'X', name: { th: 'กรมสมมติ', en: 'A department' }, isImaginary: false },
} as unknown as Link

describe.each([
  'https://ita.example.go.th/go/iit/bcdfghjk',
  'http://127.0.0.1:3000/go/eit/zzzz9999',
  `https://${'long-name.'.repeat(6)}example.go.th/go/iit/23456789`,
])('the QR code of %s', (url) => {
  test('says so as PNG', async () => {
    expect(readQrPng(await drawQrPng(url))).toBe(url)
  })

  test('says so as SVG', async () => {
    expect(readQrSvg(await drawQrSvg(url))).toBe(url)
  })

  test('says so on the poster and on the slide', async () => {
    for (const paper of ['poster', 'slide'] as const)
      expect(await readQrPdf(await renderPaper(paper, link, url)), paper).toBe(url)
  })
})

test('a code with a wrong dot in its corner mark is not read as another link', async () => {
  const svg = await drawQrSvg('https://ita.example.go.th/go/iit/bcdfghjk')
  expect(readQrSvg(svg.replaceAll('M4 ', 'M9 '))).toBeNull()
})
