/** Thai digits and Thai order: read both kinds of digit, write the one asked for, sort as a Thai dictionary does. */

const thaiZero = '๐'.charCodeAt(0)

/** Turns ๐–๙ into 0–9 and leaves everything else as it is. */
export function toArabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - thaiZero))
}

/** Turns 0–9 into ๐–๙ and leaves everything else as it is. */
export function toThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(thaiZero + Number(digit)))
}

const thaiOrder = new Intl.Collator('th')

export function compareThai(a: string, b: string): number {
  return thaiOrder.compare(a, b)
}
