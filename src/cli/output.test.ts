/** Nothing from a file steers the terminal it is shown on. */
import { expect, test } from 'vitest'
import { visible } from './output.ts'

test('control characters are written out as codes', () => {
  expect(visible('\x1b[31mแดง\x1b[0m\x07\r\0\x9b')).toBe(
    '\\u001b[31mแดง\\u001b[0m\\u0007\\u000d\\u0000\\u009b',
  )
})

test('signs that turn the direction of writing are written out too', () => {
  expect(visible('a\u202egpj.exe')).toBe('a\\u202egpj.exe')
})

test('Thai with its marks, line ends, tabs and emoji stay as they are', () => {
  const text = 'น้ำ ๒๕๖๘\n\tที่นี่ ✓ 🙂'
  expect(visible(text)).toBe(text)
})
