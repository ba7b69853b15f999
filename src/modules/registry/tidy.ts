/** Makes one text of what looks the same on the screen: unseen signs, odd spaces and Thai typed in another order. */

/** Thai: a split sara am is put together, two sara e become sara ae. A mark that keeps formulas asleep is taken off. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/([\u0e48-\u0e4b]?)\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '$1$2\u0e33')
    .replace(/\u0e40\u0e40/g, '\u0e41')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
}
