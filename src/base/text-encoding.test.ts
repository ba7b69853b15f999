/** Text is read in the encodings that files come in here, and what is no text is not taken for any. */
import { describe, expect, test } from 'vitest'
import { decodeText } from './text-encoding.ts'

const sentence = 'รหัส,ชื่อ\nA1,กรมที่ดินและน้ำ ๒\n'

/** TIS-620 as an old program writes it: the Thai block lies in one run from 0xA1. */
function toTis620(text: string): Uint8Array {
  return Uint8Array.from([...text], (sign) => {
    const point = sign.codePointAt(0) ?? 0
    return point < 0x80 ? point : point - 0x0e01 + 0xa1
  })
}

function toUtf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}

describe('reading text', () => {
  test.each([
    ['UTF-8', Buffer.from(sentence)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${sentence}`)],
    ['UTF-16 little-endian', toUtf16(sentence, false)],
    ['UTF-16 big-endian', toUtf16(sentence, true)],
    ['TIS-620', toTis620(sentence)],
  ])('%s gives the same sentence', (_, bytes) => {
    expect(decodeText(bytes)).toBe(sentence)
  })

  test('the signs that Windows-874 adds to TIS-620 are read', () => {
    expect(decodeText(Uint8Array.from([0xa1, 0xc3, 0xc1, 0x93, 0x94]))).toBe('กรม“”')
  })

  test.each([
    [
      'a Western text',
      Buffer.from('Universit\u00e9 de Chiang Mai, caf\u00e9, na\u00efve, \u00e9t\u00e9', 'latin1'),
    ],
    ['a Japanese text in Shift-JIS', Uint8Array.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc])],
    ['the bytes of a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xa1])],
    ['text with a null in it', Buffer.from('A1,\0กรม')],
  ])('%s is not taken for Thai', (_, bytes) => {
    expect(decodeText(bytes)).toBeUndefined()
  })

  test('the end mark of an old DOS file is no fault', () => {
    expect(decodeText(Buffer.from('A1\u001a'))).toBe('A1\u001a')
  })
})
