/** The language a command speaks: Thai, unless English is asked for. */
import { Option } from 'commander'
import { en } from '#text/en.ts'
import type { Text } from '#text/text.ts'
import { th } from '#text/th.ts'

export type Language = 'th' | 'en'

export function languageOption(): Option {
  return new Option('--lang <language>', 'th | en').choices(['th', 'en']).default('th')
}

export function textOf(language: Language): Text {
  return language === 'en' ? en : th
}

/** Reads `--lang` ahead of parsing, so that even a mistake in the other options is told in the language asked for. */
export function languageOf(args: readonly string[]): Language {
  const at = args.indexOf('--lang')
  return (args[at + 1] === 'en' && at >= 0) || args.includes('--lang=en') ? 'en' : 'th'
}
