/** How a page learns who reads it: the server hands over a question that is asked of the database at most once. */
import { createContext } from 'react-router'
import type { SignedIn } from '#modules/accounts/session.ts'

export const sessionContext = createContext<() => Promise<SignedIn | null>>()

export interface OnePerRequest<T> {
  readonly ask: () => Promise<T>
  /** The answer, where the question was put at all. */
  readonly asked: () => Promise<T | undefined>
}

export function onePerRequest<T>(question: () => Promise<T>): OnePerRequest<T> {
  let answer: Promise<T> | undefined
  return {
    ask: () => {
      answer ??= question()
      return answer
    },
    asked: async () => answer,
  }
}
