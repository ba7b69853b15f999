/** What every screen of the app is given: the words, what the tablet keeps, and the ways to other screens. */
import type { Words } from '#base/words.ts'
import type { Work } from '#modules/surveys/interview-work.ts'
import { interviews as en } from '#text/en/interviews.ts'
import { interviews as th } from '#text/th/interviews.ts'
import type { Fetched } from './fetch-work.ts'
import type { Store } from './store.ts'

export type Language = 'th' | 'en'

export type Screen =
  | { readonly kind: 'home' }
  | { readonly kind: 'interview'; readonly key: string }
  /** After an interview; the assignment to go on with. */
  | { readonly kind: 'done'; readonly assignment: string }

export type AppWords = (typeof th)['app'] | (typeof en)['app']

export interface Stage {
  readonly store: Store
  readonly language: Language
  readonly words: AppWords
  readonly say: (words: Words) => string
  /** How asking the server went last. */
  readonly heard: Fetched
  readonly go: (screen: Screen) => Promise<void>
  /** Draws the screen again as all stands now. */
  readonly draw: () => Promise<void>
  /** Sends what waits and asks for news. */
  readonly send: () => Promise<void>
}

/** As `Stage`, where somebody works with the tablet. */
export interface WorkStage extends Stage {
  readonly work: Work
}

export const wordsOf = (language: Language): AppWords => (language === 'en' ? en.app : th.app)
