/** From which network a request comes, for counting alone: it is never written down. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

export interface Caller {
  /** The header `X-Forwarded-For` as it came. */
  readonly forwarded: string | undefined
  /** The other end of the connection. */
  readonly remote: string | undefined
}

/**
 * The caller's address, or the network of one where a household has many (IPv6, /64). Behind `proxies` of one's own
 * it is the address that the outermost of them saw; what a caller writes there itself is not believed.
 */
export function addressOf({ forwarded = '', remote }: Caller, proxies: number): string {
  const seen = proxies > 0 ? forwarded.split(',').at(-proxies)?.trim() : undefined
  return networkOf(seen || remote || 'unknown')
}

export function callerOf(c: Context): Caller {
  const hasSocket = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env
  return {
    forwarded: c.req.header('X-Forwarded-For'),
    remote: hasSocket ? getConnInfo(c).remote.address : undefined,
  }
}

export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':').filter((group) => group !== '')
  const last = (tail ?? '').split(':').filter((group) => group !== '')
  const zeros = tail === undefined ? 0 : 8 - groups.length - last.length
  return [...groups, ...Array.from({ length: zeros }, () => '0'), ...last].slice(0, 4).join(':')
}
