/** Nobody works with the tablet: the way to sign in, and how many interviews wait for their owners. */
import { element } from './element.ts'
import type { Stage } from './stage.ts'

export function drawLocked({ words, heard, language }: Stage, waiting: number): HTMLElement[] {
  const path = language === 'en' ? '/en/sign-in' : '/sign-in'
  const href = `${path}?next=${encodeURIComponent('/work/interviews')}`
  return [
    element('h1', { tabindex: -1 }, words.signInFirst),
    element('p', {}, heard === 'refused' ? words.notEnumerator : words.signInWhy),
    ...(waiting > 0 ? [element('p', {}, words.othersWaiting(waiting))] : []),
    element('p', {}, element('a', { href, class: 'button' }, words.signIn)),
  ]
}
