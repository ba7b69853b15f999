/** Runs a Chromium that reaches no network of its own, and speaks with it over a pipe. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'

type Values = Readonly<Record<string, unknown>>

export interface Browser {
  /** A command of the Chrome DevTools Protocol, and what it answers. Rejects when the browser refuses or has ended. */
  send(method: string, parameters?: Values, session?: string): Promise<Values>
  /** Every event from now on. */
  listen(listener: (method: string, parameters: Values) => void): void
  /** Ends it with all processes it started, and removes what it wrote. */
  close(): Promise<void>
}

/** No name resolves and the only way out is a proxy that is not there: what the pipe does not answer stays unanswered. */
const flags = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-first-run',
]

export async function startBrowser(program: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'prongsai-picture-'))
  // Chromium refuses its sandbox to root.
  const rootFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(program, [...flags, ...rootFlags, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    env: { HOME: profile, PATH: '/usr/bin:/bin', LANG: 'th_TH.UTF-8' },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('close', () => resolve())
  })
  return {
    ...converse(child, ended),
    close: async () => {
      killGroup(child)
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It had ended by itself.
  }
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Values
  readonly result?: Values
  readonly error?: { readonly message: string }
}

interface Waiting {
  readonly resolve: (values: Values) => void
  readonly reject: (error: Error) => void
}

/** Messages are JSON with a zero byte after each. */
function converse({ stdio }: ChildProcess, ended: Promise<void>): Pick<Browser, 'send' | 'listen'> {
  const [, , , output, input] = stdio
  if (!(output instanceof Writable && input instanceof Readable)) throw new Error('the browser has no pipe')
  const waiting = new Map<number, Waiting>()
  const listeners: Parameters<Browser['listen']>[0][] = []
  let lastId = 0
  let isOver = false
  const settle = ({ id, method, params = {}, result = {}, error }: Message) => {
    if (method !== undefined) for (const listener of listeners) listener(method, params)
    const caller = waiting.get(id ?? 0)
    waiting.delete(id ?? 0)
    if (error) caller?.reject(new Error(error.message))
    else caller?.resolve(result)
  }
  readMessages(input, settle)
  output.on('error', () => undefined)
  void ended.then(() => {
    isOver = true
    for (const { reject } of waiting.values()) reject(new Error('the browser has ended'))
  })
  return {
    listen: (listener) => void listeners.push(listener),
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (isOver) return reject(new Error('the browser has ended'))
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        output.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`)
      }),
  }
}

function readMessages(input: Readable, settle: (message: Message) => void): void {
  let pieces: string[] = []
  input.setEncoding('utf8')
  input.on('error', () => undefined)
  input.on('data', (chunk: string) => {
    const [end = '', ...starts] = chunk.split('\0')
    pieces.push(end)
    for (const start of starts) {
      settle(JSON.parse(pieces.join('')) as Message)
      pieces = [start]
    }
  })
}
