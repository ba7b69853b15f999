/** The language of the page being read, told by its address: Thai, or English under `/en`. */
import { useLocation } from 'react-router'
import type { Words } from '#base/words.ts'
import { en } from '#text/en.ts'
import type { Text } from '#text/text.ts'
import { th } from '#text/th.ts'
import { inLanguage, type Language, languageOf } from './addresses.ts'

export interface Reader {
  readonly language: Language
  readonly text: Text
  /** Picks the reader's language. */
  readonly say: (words: Words) => string
  /** Turns a path such as `/results` into the address in the reader's language. */
  readonly to: (path: string) => string
}

const texts: Readonly<Record<Language, Text>> = { th, en }

export function readerOf(language: Language): Reader {
  return {
    language,
    text: texts[language],
    say: (words) => words[language],
    to: (path) => inLanguage(language, path),
  }
}

const readers: Readonly<Record<Language, Reader>> = { th: readerOf('th'), en: readerOf('en') }

export function useReader(): Reader {
  return readers[languageOf(useLocation().pathname)]
}
