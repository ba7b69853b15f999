/** In which language a page of a survey speaks, and its own address. */
import { createContext, useContext } from 'react'
import type { Text } from '#text/text.ts'
import type { Language } from './page.ts'

export interface Spoken {
  readonly language: Language
  readonly text: Text
  readonly path: string
}

export const Speech = createContext<Spoken | null>(null)

/** Only within a page that `renderRespond` draws. */
export function useSpeech(): Spoken {
  const spoken = useContext(Speech)
  if (!spoken) throw new Error('no speech around this page')
  return spoken
}
