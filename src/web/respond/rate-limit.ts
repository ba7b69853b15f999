/** Token buckets in memory: enough for everybody behind one address, too little for a script. Nothing is written down. */
import { LRUCache } from 'lru-cache'

export interface Rate {
  /** How many may come at once. */
  readonly burst: number
  /** How many more each second. */
  readonly perSecond: number
}

/** 500 people behind one address within ten minutes and twice as many again; a script is soon at one a second. */
export const perAddress: Rate = { burst: 600, perSecond: 1 }

/** A large ministry on its last evening, and still an end to what one link can be flooded with. */
const perLink: Rate = { burst: 3000, perSecond: 50 }

/** Of proofs, at all links together: looking at one takes most of a millisecond of some processor. */
const ofProofs: Rate = { burst: 400, perSecond: 200 }

interface Bucket {
  tokens: number
  at: number
}

const mostBuckets = 50_000

/** Answers 0 where one may pass, else after how many seconds to come again. `now` is in milliseconds. */
export type Limiter = (who: string, now: number) => number

export function makeLimiter({ burst, perSecond }: Rate): Limiter {
  const buckets = new LRUCache<string, Bucket>({ max: mostBuckets })
  const fill = (who: string, now: number): Bucket => {
    const bucket = { tokens: burst, at: now }
    buckets.set(who, bucket)
    return bucket
  }
  return (who, now) => {
    const bucket = buckets.get(who) ?? fill(who, now)
    const gained = (Math.max(0, now - bucket.at) / 1000) * perSecond
    bucket.tokens = Math.min(burst, bucket.tokens + gained)
    bucket.at = now
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perSecond)
    bucket.tokens -= 1
    return 0
  }
}

export interface Rates {
  readonly address: Rate
  readonly link: Rate
}

export interface Limits {
  readonly address: Limiter
  readonly link: Limiter
  readonly proofs: Limiter
}

export function makeLimits({ address, link }: Rates = { address: perAddress, link: perLink }): Limits {
  return { address: makeLimiter(address), link: makeLimiter(link), proofs: makeLimiter(ofProofs) }
}
