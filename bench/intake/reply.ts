/** Reads one HTTP reply off the front of what a socket has brought: just enough for a load generator. */

export interface Reply {
  readonly status: string
  /** Bytes it takes, head and all. */
  readonly length: number
  body(): string
}

/** Undefined while it is not whole. */
export function readReply(bytes: Buffer): Reply | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const from = end + 4
  const size = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  const to = size === undefined ? endOfChunks(bytes, from, head) : from + Number(size)
  if (to === undefined || bytes.length < to) return undefined
  return { status: head.slice(9, 12), length: to, body: () => bytes.toString('utf8', from, to) }
}

function endOfChunks(bytes: Buffer, from: number, head: string): number | undefined {
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return from
  const end = bytes.indexOf('0\r\n\r\n', from)
  return end < 0 ? undefined : end + 5
}
