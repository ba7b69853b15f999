/** A process that sends forms as fast as they are taken, over plain sockets that are kept open, and times the replies. */
import { randomFillSync } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { readReply } from './reply.ts'

export interface SenderJob {
  readonly port: number
  readonly paths: readonly string[]
  readonly connections: number
  /** How many requests each connection has under way. */
  readonly inFlight: number
  readonly seconds: number
  /** `form+submit` reads the form first and sends with the key found there. */
  readonly what: 'submit' | 'form' | 'form+submit'
}

export interface SenderReport {
  /** Replies a second by status. */
  readonly perSecond: Readonly<Record<string, number>>
  readonly counts: Readonly<Record<string, number>>
  /** Milliseconds; of submissions that were taken, or of forms where nothing else is asked for. */
  readonly median: number
  readonly p99: number
}

const questions = 15
/** What the server does in its first moments is not measured. */
const warmUpMilliseconds = 1000
const keyBytes = 16
const pool = Buffer.alloc(4096)
let used = pool.length

function newKey(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += keyBytes
  return pool.toString('hex', used - keyBytes, used)
}

function formRequest(path: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: bench\r\n\r\n`
}

/** Everything but the key, of forms that differ in what was chosen: as pgbench does, it is laid out once. */
const chosen = Array.from({ length: 64 }, (_, person) =>
  Array.from({ length: questions }, (_, index) => `&i${index + 1}=${(person >> (index % 6)) % 2}`).join(''),
)
const bodyLength = 'key='.length + 2 * keyBytes + (chosen[0]?.length ?? 0)

let sent = 0

function submitRequest(path: string, key: string): string {
  sent += 1
  return `POST ${path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${bodyLength}\r\n\r\nkey=${key}${chosen[sent % chosen.length]}`
}

interface Tally {
  readonly counts: Record<string, number>
  readonly times: number[]
  isOver: boolean
  startsAt: number
}

/** Keeps `inFlight` requests under way on one connection; replies come in the order of the requests. */
function run(job: SenderJob, path: string, tally: Tally): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: job.port, host: '127.0.0.1', noDelay: true })
    const sentAt: number[] = []
    let rest: Buffer = Buffer.alloc(0)
    const write = (request: string) => {
      sentAt.push(performance.now())
      socket.write(request, 'latin1')
    }
    const next = (form: string | null) => {
      if (job.what === 'form' || (job.what === 'form+submit' && form === null))
        return write(formRequest(path))
      write(submitRequest(path, form?.match(/name="key" value="([0-9a-f]{32})"/)?.[1] ?? newKey()))
    }
    socket.on('error', reject)
    socket.on('connect', () => {
      for (let request = 0; request < job.inFlight; request++) next(null)
    })
    socket.on('data', (chunk) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      for (let reply = readReply(rest); reply; reply = readReply(rest)) {
        rest = rest.subarray(reply.length)
        const isForm = reply.status === '200'
        note(tally, sentAt.shift() ?? 0, {
          status: reply.status,
          isTimed: job.what === 'form' || reply.status === '303',
        })
        if (tally.isOver) end(socket, resolve, sentAt)
        else next(isForm && job.what === 'form+submit' ? reply.body() : null)
      }
    })
  })
}

function end(socket: Socket, resolve: () => void, sentAt: readonly number[]): void {
  if (sentAt.length > 0) return
  socket.end()
  resolve()
}

function note(
  tally: Tally,
  sentAt: number,
  reply: { readonly status: string; readonly isTimed: boolean },
): void {
  if (sentAt < tally.startsAt || tally.isOver) return
  tally.counts[reply.status] = (tally.counts[reply.status] ?? 0) + 1
  if (reply.isTimed) tally.times.push(performance.now() - sentAt)
}

async function main(job: SenderJob): Promise<SenderReport> {
  const tally: Tally = {
    counts: {},
    times: [],
    isOver: false,
    startsAt: performance.now() + warmUpMilliseconds,
  }
  setTimeout(
    () => {
      tally.isOver = true
    },
    warmUpMilliseconds + job.seconds * 1000,
  )
  const running = Array.from({ length: job.connections }, (_, index) =>
    run(job, job.paths[index % job.paths.length] ?? '/', tally),
  )
  await Promise.all(running)
  const sorted = Float64Array.from(tally.times).sort()
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  const perSecond = Object.fromEntries(
    Object.entries(tally.counts).map(([status, count]) => [status, count / job.seconds]),
  )
  return { perSecond, counts: tally.counts, median: at(0.5), p99: at(0.99) }
}

const given = process.argv[2]
if (given && process.send) {
  process.send(await main(JSON.parse(given) as SenderJob))
  process.exit()
}
