/** A page is read in the encoding it is in, whatever its server and its own mark say. */
import { describe, expect, test } from 'vitest'
import { decodePage } from './page-encoding.ts'

const words = 'ประกาศแผนปฏิบัติการ ปี ๒๕๖๘'

/** The Thai block of Windows-874 lies in one run from 0xA1. */
const toThaiPage = (text: string) =>
  Buffer.from(
    [...text].map((sign) =>
      (sign.codePointAt(0) ?? 0) < 0x80 ? sign.charCodeAt(0) : sign.charCodeAt(0) - 0xe01 + 0xa1,
    ),
  )
const marked = (charset: string) => `<meta charset="${charset}"><p>${words}</p>`

describe('the encoding of a page', () => {
  test.each([
    ['UTF-8 that nobody names', Buffer.from(words), ''],
    ['UTF-8 that the server calls Latin', Buffer.from(words), 'text/html; charset=ISO-8859-1'],
    ['UTF-8 whose own mark says TIS-620', Buffer.from(marked('tis-620')), 'text/html'],
    ['TIS-620 by the header', toThaiPage(words), 'text/html; charset=TIS-620'],
    ['Windows-874 by the mark of the page', toThaiPage(marked('windows-874')), 'text/html'],
    ['Thai that the server calls UTF-8', toThaiPage(marked('windows-874')), 'text/html; charset=utf-8'],
    ['Thai that nobody names', toThaiPage(words), ''],
    ['Thai that the server calls Latin', toThaiPage(words), 'text/html; charset=iso-8859-1'],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${words}`, 'utf16le'), ''],
  ])('%s is read', (_, bytes, contentType) => {
    expect(decodePage(bytes, contentType)).toContain(words)
  })

  test('one broken letter does not turn a UTF-8 page into another encoding', () => {
    const bytes = Buffer.concat([
      Buffer.from(words.repeat(10)),
      Buffer.from([0xe0, 0xb8]),
      Buffer.from('<p>จบ'),
    ])
    const text = decodePage(bytes, 'text/html; charset=utf-8')
    expect(text).toContain(words)
    expect(text).toContain('จบ')
  })

  test('what is no text is not taken for any', () => {
    expect(decodePage(Uint8Array.from([0, 1, 2, 0xff, 0xfe, 0x80]), '')).toBeUndefined()
  })
})
