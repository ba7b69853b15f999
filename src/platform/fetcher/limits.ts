/** How long, how much and how often the fetcher asks. */

export interface FetchLimits {
  /** For all requests of one page together, redirects and slow bodies included, waiting for one's turn left out. */
  readonly totalMilliseconds: number
  /** From the look-up of a name to an open connection. */
  readonly connectMilliseconds: number
  /** From the request to the end of the headers. */
  readonly headersMilliseconds: number
  /** Of a body after decompression, and of the length a server declares. */
  readonly bytes: number
  readonly redirects: number
  /** Requests at a time, of all hosts. Each may hold a body of `bytes` in memory. */
  readonly atOnce: number
  /** Requests at a time to one public host. */
  readonly atOncePerHost: number
  /** Between the starts of two requests to one public host. */
  readonly gapMilliseconds: number
  /** The most of a site's `Crawl-delay` that is honoured. */
  readonly crawlDelayMilliseconds: number
  /** For a robots.txt, redirects included. */
  readonly robotsMilliseconds: number
  readonly robotsBytes: number
}

export const usualLimits: FetchLimits = {
  totalMilliseconds: 20_000,
  connectMilliseconds: 10_000,
  headersMilliseconds: 15_000,
  bytes: 30 * 1024 * 1024,
  redirects: 10,
  atOnce: 32,
  atOncePerHost: 2,
  gapMilliseconds: 250,
  crawlDelayMilliseconds: 5000,
  robotsMilliseconds: 5000,
  robotsBytes: 100_000,
}
