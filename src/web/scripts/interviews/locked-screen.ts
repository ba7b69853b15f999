/** Nobody works with the tablet: the way to sign in, and how many interviews wait for their owners. */
import { element } from './element.ts'
import { fetchWork } from './fetch-work.ts'
import type { Stage } from './stage.ts'

export function drawLocked({ words, heard, language, store }: Stage, waiting: number): HTMLElement[] {
  const path = language === 'en' ? '/en/sign-in' : '/sign-in'
  const href = `${path}?next=${encodeURIComponent('/work/interviews')}`
  /** Whoever handed the tablet over is signed out first: the page to sign in would let the next person in as them. */
  const signIn = async (event: Event) => {
    event.preventDefault()
    if ((await store.get('settings', 'signOut')) !== undefined) await fetchWork(store)
    location.assign(href)
  }
  return [
    element('h1', { tabindex: -1 }, words.signInFirst),
    element('p', {}, heard === 'refused' ? words.notEnumerator : words.signInWhy),
    ...(waiting > 0 ? [element('p', {}, words.othersWaiting(waiting))] : []),
    element(
      'p',
      {},
      element('a', { href, class: 'button', onclick: (event) => void signIn(event) }, words.signIn),
    ),
  ]
}
