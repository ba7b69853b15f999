/** The events of a service worker as far as this one uses them; the types of the page know only the page's. */

export interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

export interface FetchEvent extends ExtendableEvent {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

export function isExtendable(event: Event): event is ExtendableEvent {
  return 'waitUntil' in event
}

export function isFetch(event: Event): event is FetchEvent {
  return isExtendable(event) && 'respondWith' in event
}
