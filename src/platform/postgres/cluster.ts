/** One embedded cluster in a folder: make it, start it, see whether it runs, stop it. */
import { execFile, spawn } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Problem } from '#base/problem.ts'
import { makeDataFolder } from '../data-folder.ts'
import { newSecret } from '../secret.ts'
import { type Account, chooseAccount, underAccount } from './account.ts'
import { findBinaries } from './binaries.ts'

const run = promisify(execFile)
const superuser = 'prongsai'
const startLimitSeconds = 60

export interface Cluster {
  readonly folder: string
  readonly account: Account
  readonly binaries: string
  readonly logFile: string
  readonly password: string
}

export interface Running {
  readonly pid: number
  readonly port: number
}

export const passwordFileOf = (dataDir: string): string => join(dataDir, 'postgres.password')

/** Opens the cluster under `dataDir/postgres`, making it first when there is none. Call it while holding the claim. */
export async function openCluster(dataDir: string): Promise<Cluster> {
  makeDataFolder(dataDir)
  const folder = join(dataDir, 'postgres')
  const binaries = findBinaries()
  const account = chooseAccount(folder, binaries)
  const passwordFile = passwordFileOf(dataDir)
  const logFile = join(dataDir, 'postgres.log')
  if (!existsSync(folder)) {
    writeFileSync(passwordFile, newSecret(), { mode: 0o600 })
    await makeCluster({ folder, account, binaries, passwordFile, logFile })
  }
  return { folder, account, binaries, logFile, password: readPassword(passwordFile) }
}

function readPassword(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Problem('unavailable', 'postgres.noPassword', { file })
  }
}

/** Makes the cluster beside its place and moves it there when whole, so that a kill half-way leaves nothing in the way. */
async function makeCluster(made: {
  folder: string
  account: Account
  binaries: string
  passwordFile: string
  logFile: string
}) {
  const { folder, account, binaries, passwordFile, logFile } = made
  const draft = `${folder}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const draftPassword = join(draft, '..', 'postgres.password.new')
  writeFileSync(draftPassword, readFileSync(passwordFile), { mode: 0o600 })
  if (account.kind === 'lent') {
    chownSync(draft, account.uid, account.gid)
    chownSync(draftPassword, account.uid, account.gid)
  }
  const { command, args, ids } = underAccount(account, join(binaries, 'bin', 'initdb'), [
    ...['-D', draft, '-U', superuser, '--encoding=UTF8', '--locale=C', '--auth=scram-sha-256'],
    ...['--pwfile', draftPassword, '--no-instructions'],
  ])
  await run(command, args, ids).catch((error: Error & { stderr?: string }) => {
    writeFileSync(logFile, error.stderr ?? error.message, { flag: 'a' })
    throw new Problem('unavailable', 'postgres.notMade', { folder, log: logFile })
  })
  rmSync(draftPassword)
  renameSync(draft, folder)
}

/** The running postmaster of the cluster, if there is one and it accepts connections. */
export function findRunning(cluster: Cluster): (Running & { isReady: boolean }) | undefined {
  const file = join(cluster.folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!isPostgres(pid)) return undefined
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

/** A number in a left-over file may by now be another program's, or a dead process that nobody has buried. */
function isPostgres(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    const [, name = '', state = ''] =
      /^\d+ \((.*)\) (.)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return name.startsWith('postgres') && state !== 'Z'
  } catch (error) {
    return !existsSync('/proc/self') && (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/**
 * Joins the postmaster that runs on the cluster, or starts one. Waits through a start, a recovery or a shutdown in
 * progress. Call it while holding the claim: two at once could start two postmasters on one folder.
 */
export async function joinOrStart(cluster: Cluster, port?: number): Promise<Running> {
  for (let waited = 0; waited < startLimitSeconds * 10; waited++) {
    const running = findRunning(cluster)
    if (running?.isReady) return { pid: running.pid, port: running.port }
    if (!running && waited % 10 === 0) {
      rmSync(join(cluster.folder, 'postmaster.pid'), { force: true })
      launch(cluster, port ?? (await freePort()))
    }
    await pause(100)
  }
  throw new Problem('unavailable', 'postgres.noStart', { log: cluster.logFile })
}

function launch(cluster: Cluster, port: number): void {
  const { command, args, ids } = underAccount(cluster.account, join(cluster.binaries, 'bin', 'postgres'), [
    ...['-D', cluster.folder, '-p', String(port)],
    ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    ...['-c', 'max_connections=100', '-c', 'shared_buffers=256MB', '-c', 'jit=off', '-c', 'max_wal_size=2GB'],
  ])
  const log = openSync(cluster.logFile, 'a')
  const child = spawn(command, args, { ...ids, detached: true, stdio: ['ignore', log, log] })
  child.on('error', () => undefined)
  child.unref()
}

const politeMilliseconds = 5000

/** Stops the cluster and waits until it is gone: `fast` cuts connections off, `smart` lets them end for some seconds. */
export async function stopCluster(cluster: Cluster, how: 'fast' | 'smart'): Promise<void> {
  const running = findRunning(cluster)
  if (!running) return
  const isThere = () => isPostgres(running.pid)
  if (how === 'smart') {
    process.kill(running.pid, 'SIGTERM')
    for (let waited = 0; waited < politeMilliseconds && isThere(); waited += 50) await pause(50)
  }
  if (isThere()) process.kill(running.pid, 'SIGINT')
  while (isThere()) await pause(50)
}

export function clusterUrl(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${superuser}:${cluster.password}@127.0.0.1:${port}/${database}`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
