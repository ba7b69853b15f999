/**
 * Text in one way of writing, for looking for words: what documents break or vary (digits, sara am, invisible signs,
 * spaces within Thai words, marks out of order, letters set twice) is made alike, and every match leads back to the
 * words as they were written. Pure.
 */
import { LRUCache } from 'lru-cache'

/** Letters and marks that Thai fonts keep at private places, in the order of those places from U+F700. */
const privateThai = 'ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู'
const tone = '[\\u0e48-\\u0e4c]'
const vowelMark = '[\\u0e31\\u0e34-\\u0e3a\\u0e47]'

const foreign = /[^\u0020-\u007e\u0e00-\u0e4f]/g
const zeroOfNumber = /(?<=\d[\d,.o]{0,11})o(?=[\d,.o]{0,11}(?:[^a-z]|$))/g
const spaceInThai = /(?<=[\u0e01-\u0e4f]) | (?=[\u0e01-\u0e4f])/g
const toneBeforeVowel = new RegExp(`(${tone})(${vowelMark})`, 'g')
const twice = /([\u0e01-\u0e4e])\1+/g
const amInParts = new RegExp(`\\u0e4d(${tone}?)\\u0e32`, 'g')
const amBeforeTone = new RegExp(`\\u0e33(${tone})`, 'g')

/** Lines, cells and whole pages are asked for many times over while one page is judged: kept, they come out the same. */
const known = new LRUCache<string, string>({
  maxSize: 1_000_000,
  maxEntrySize: 50_000,
  sizeCalculation: (_, text) => text.length + 1,
})

export function normalise(text: string): string {
  const before = known.get(text)
  if (before !== undefined) return before
  const normal = makeAlike(text)
  known.set(text, normal)
  return normal
}

function makeAlike(text: string): string {
  const plain = text.replace(foreign, plainSign).toLowerCase().replace(zeroOfNumber, '0')
  const close = plain.replace(/ {2,}/g, ' ').replace(spaceInThai, '').trim()
  return close
    .replaceAll('เเ', 'แ')
    .replace(toneBeforeVowel, '$2$1')
    .replace(twice, '$1')
    .replace(amInParts, '$1\u0e33')
    .replace(amBeforeTone, '$1\u0e33')
}

function plainSign(sign: string): string {
  const code = sign.charCodeAt(0)
  if (code >= 0x0e50 && code <= 0x0e59) return String(code - 0x0e50)
  if (code >= 0xf700 && code < 0xf700 + privateThai.length) return privateThai.charAt(code - 0xf700)
  if (/\s/.test(sign)) return ' '
  if (/[\p{Cc}\p{Cf}\p{Co}]/u.test(sign)) return ''
  if (/[\p{Pd}−]/u.test(sign)) return '-'
  if (/[‘’]/.test(sign)) return "'"
  if (/[“”]/.test(sign)) return '"'
  return sign.normalize('NFKC')
}

export interface MatchingText {
  readonly normal: string
  /** As written. */
  readonly lines: readonly string[]
  /** Where the words of each line begin in `normal`. */
  readonly starts: readonly number[]
}

/** A place in `normal`. */
export interface Match {
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

/** Words may run over the end of a line. */
export function readForMatching(source: string): MatchingText {
  const lines = source.split('\n')
  const parts: string[] = []
  const starts: number[] = []
  let length = 0
  let last = ''
  for (const line of lines) {
    const words = normalise(line)
    const gap = isLatin(last) && isLatin(words.charAt(0)) ? ' ' : ''
    parts.push(gap, words)
    starts.push(length + gap.length)
    length += gap.length + words.length
    last = words.slice(-1) || last
  }
  return { normal: parts.join(''), lines, starts }
}

function isLatin(sign: string): boolean {
  return sign !== '' && !/[\u0e01-\u0e4f]/.test(sign)
}

const numberWords = '(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่|เอ็ด|ร้อย)+'
const anyNumber = `(?:\\(?\\d[\\d,.-]*\\)?(?: ?\\(${numberWords}\\))?|${numberWords})`
const patterns = new Map<string, RegExp>()

/** The word as it may stand in normal text; `#` is any number in digits or words. */
function patternOf(word: string): RegExp {
  const before = patterns.get(word)
  if (before) return before
  const parts = normalise(word).split('#')
  const made = new RegExp(parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join(anyNumber))
  patterns.set(word, made)
  return made
}

/** The first place where one of the words stands; null where none does. */
export function findAny(text: MatchingText, words: readonly string[]): Match | null {
  for (const word of words) {
    const found = findPattern(text, patternOf(word))
    if (found) return found
  }
  return null
}

/** A pattern for normal text, where no Thai letter stands twice in a row: ระบบ reads ระบ. */
export function normalPattern(...alternatives: readonly RegExp[]): RegExp {
  const sources = alternatives.map(({ source }) => source.replace(/([\u0e01-\u0e4e])\1/g, '$1'))
  return new RegExp(sources.join('|'), alternatives[0]?.flags)
}

/** The first match of a pattern for normal text. */
export function findPattern({ normal }: MatchingText, pattern: RegExp): Match | null {
  const found = pattern.exec(normal)
  return found && found[0] !== '' ? { from: found.index, to: found.index + found[0].length } : null
}

const longestQuote = 160

/** The passage of a match as it is written, at most 160 characters, of its own line where that is enough. */
export function quoteOf({ lines, starts }: MatchingText, { from, to }: Match): string {
  const first = lastAtMost(starts, from)
  const final = lastAtMost(starts, to - 1)
  const passage = lines.slice(first, final + 1).join(' ')
  if (passage.length <= longestQuote) return shortQuote(passage)
  const begin = writtenPlace(passage, from - (starts[first] ?? 0))
  return shortQuote(passage.slice(Math.max(0, begin - longestQuote / 3)))
}

/** The last of ascending numbers that is not above the limit. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  const after = numbers.findIndex((number) => number > limit)
  return after < 0 ? numbers.length - 1 : Math.max(0, after - 1)
}

/** Where so many signs of normal text are reached in the text as it is written. */
function writtenPlace(text: string, signs: number): number {
  let [from, to] = [0, text.length]
  while (to - from > 1) {
    const middle = (from + to) >> 1
    if (normalise(text.slice(0, middle)).length <= signs) from = middle
    else to = middle
  }
  return from
}

/** A quotation on one line, at most 160 characters. */
export function shortQuote(text: string): string {
  const line = text.slice(0, 4000).replace(/\s+/g, ' ').trim()
  const signs = [...line]
  return signs.length <= longestQuote ? line : `${signs.slice(0, longestQuote - 1).join('')}…`
}
