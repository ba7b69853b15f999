/** Finds out how the text of a file is encoded and reads it: UTF-8, UTF-16 with a mark, or the Thai code page. */

/**
 * Reads UTF-8 with or without a byte order mark, UTF-16 with one, and Windows-874 (which holds TIS-620).
 * Answers undefined for anything else, such as bytes that are no text at all.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decodeMarked(bytes) ?? decodeWith('utf-8', bytes) ?? decodeThai(bytes)
  return text === undefined || hasControls(text) ? undefined : text
}

function decodeMarked(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeWith('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeWith('utf-16be', bytes)
  return undefined
}

function decodeWith(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Almost any bytes can be read as Windows-874, so only what looks like Thai is: nearly every letter beyond ASCII is
 * Thai, and nearly every vowel above or below and every tone mark stands on a Thai letter. A Western text fails the
 * second test (its é is a tone mark there), a Chinese or Japanese one both.
 */
function decodeThai(bytes: Uint8Array): string | undefined {
  const text = decodeWith('windows-874', bytes)
  if (text === undefined) return undefined
  const foreign = count(text, /[^\0-\x7f\u00a0\u0e01-\u0e5b\u2010-\u2026]/g)
  const thai = count(text, /[\u0e01-\u0e5b]/g)
  const marks = count(text, /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g)
  const seated = count(text, /(?<=[\u0e01-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g)
  return thai > foreign * 20 && seated >= marks * 0.95 ? text : undefined
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}

/** Signs that no table holds; a mark of the end of the file, as DOS wrote it, may stand last. */
function hasControls(text: string): boolean {
  return /(?![\t-\r\u0085])\p{Cc}(?!$)/u.test(text)
}
