/** Where someone wanted to go before they were asked to sign in. Pure. */

const home = '/work'

/** Only a page of our own workspace, without its language: never another site, never a page that signs out. */
export function nextPage(asked: string | null | undefined): string {
  const path = asked?.replace(/^\/en(?=\/)/, '') ?? ''
  return /^\/work(?:[/?][\w\-./?=&%~:+,]*)?$/.test(path) ? path : home
}
