/** Lets a caller who has an answer already ask whether it still holds: a weak ETag of the body, and 304 where it does. */
import { etag } from 'hono/etag'

/** A middleware for routes that are read. */
export const conditional = etag({ weak: true })

/** For lists that anyone may read and keep for a minute. */
export const publicCache = 'public, max-age=60'
/** For what only some may read: kept by nobody else, and asked again each time. */
export const privateCache = 'private, no-cache'
