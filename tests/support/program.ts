/** Starts the real server as its own process, the way a person would, and waits until it serves. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface RunningServer {
  readonly address: string
  readonly process: ChildProcess
  /** Everything it has printed so far. */
  output(): string
  /** Resolves with the exit code once the process is gone. */
  readonly ended: Promise<number | null>
}

const patienceMilliseconds = 90_000

export async function startServer(
  dataDir: string,
  options: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const started = run(['bin/server.ts', ...options], { ...settingsOf(dataDir), ...settings })
  const record = join(dataDir, 'server.json')
  const limit = Date.now() + patienceMilliseconds
  while (Date.now() < limit) {
    if (started.process.exitCode !== null) throw new Error(`the server ended early:\n${started.output()}`)
    const address = existsSync(record) ? readAddress(record, started.process.pid) : null
    if (address && (await isHealthy(address))) return { ...started, address }
    await pause(50)
  }
  throw new Error(`the server did not start in time:\n${started.output()}`)
}

export type RunningProgram = Omit<RunningServer, 'address'>

/** Starts the server without waiting, for starts that are meant to fail; `port` 0 is any free one. */
export function launch(dataDir: string, options: readonly string[] = [], port = '0'): RunningProgram {
  return run(['bin/server.ts', ...options], { ...settingsOf(dataDir), PORT: port })
}

const settingsOf = (dataDir: string) => ({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' })

/** Starts a command of the operator's without waiting. */
export function command(dataDir: string, options: readonly string[]): RunningProgram {
  return run(['bin/prongsai.ts', ...options], { DATA_DIR: dataDir })
}

function run(options: readonly string[], settings: Readonly<Record<string, string>>): RunningProgram {
  const child = spawn(process.execPath, options, {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return { process: child, output: () => printed, ended }
}

export async function stopServer(server: RunningServer): Promise<number | null> {
  server.process.kill('SIGINT')
  return server.ended
}

export async function isHealthy(address: string): Promise<boolean> {
  return fetch(`${address}/healthz`).then(
    (response) => response.ok,
    () => false,
  )
}

/** The postmaster of a data folder. */
export function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** A process that ended but was not yet buried by the machine does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

function readAddress(file: string, pid: number | undefined): string | null {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; address: string | null }
    return record.pid === pid ? record.address : null
  } catch {
    return null
  }
}
