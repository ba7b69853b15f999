/** Gives a program its database: one's own server by its address, or the embedded one, kept running while needed. */
import pg from 'pg'
import { Problem } from '#base/problem.ts'
import { withClaim } from '../claim.ts'
import type { Config } from '../config.ts'
import { findInstance } from '../instance.ts'
import type { Log } from '../log.ts'
import {
  type Cluster,
  clusterUrl,
  findRunning,
  joinOrStart,
  openCluster,
  passwordFileOf,
  stopCluster,
} from './cluster.ts'

const databaseName = 'prongsai'
const watchEveryMilliseconds = 500

/** Held while the cluster is made, started or stopped, so that programs on one data folder take turns at it. */
const claimName = 'database'

export interface ServedDatabase {
  readonly url: string
  release(): Promise<void>
}

/** For a server: starts or adopts the embedded cluster, starts it again should it die, and stops it in the end. */
export async function keepDatabase(config: Config, log: Log): Promise<ServedDatabase> {
  if (config.databaseUrl) return ownServer(config.databaseUrl)
  const { dataDir } = config
  const { cluster, port, seat } = await takeSeat(dataDir)
  const watch = watchOver({ cluster, port, log, dataDir })
  return {
    url: clusterUrl(cluster, port, databaseName),
    release: async () => {
      await watch.stop()
      await withClaim(dataDir, claimName, async () => {
        await seat.end()
        await stopCluster(cluster, 'fast')
      })
    },
  }
}

/** For a command: joins the cluster that runs, or starts it; the last to leave stops it. */
export async function borrowDatabase(config: Config): Promise<ServedDatabase> {
  if (config.databaseUrl) return ownServer(config.databaseUrl)
  const { dataDir } = config
  const { cluster, port, seat } = await takeSeat(dataDir)
  return {
    url: clusterUrl(cluster, port, databaseName),
    release: () =>
      withClaim(dataDir, claimName, async () => {
        const isLast = !findInstance(dataDir) && (await seat.isLast())
        await seat.end()
        if (isLast) await stopCluster(cluster, 'smart')
      }),
  }
}

function ownServer(url: string): ServedDatabase {
  return { url, release: async () => undefined }
}

interface Watched {
  readonly cluster: Cluster
  readonly port: number
  readonly log: Log
  readonly dataDir: string
}

function watchOver({ cluster, port, log, dataDir }: Watched): { stop(): Promise<void> } {
  let isStopping = false
  let restart: Promise<unknown> = Promise.resolve()
  let isRestarting = false
  const timer = setInterval(() => {
    if (isStopping || isRestarting || findRunning(cluster)) return
    isRestarting = true
    log.warn('the database server is gone; starting it again')
    restart = withClaim(dataDir, claimName, () => joinOrStart(cluster, port))
      .catch((error: Error) => log.error({ reason: error.message }, 'the database server did not start'))
      .finally(() => {
        isRestarting = false
      })
  }, watchEveryMilliseconds)
  timer.unref()
  return {
    stop: async () => {
      isStopping = true
      clearInterval(timer)
      await restart
    },
  }
}

/** Joins or starts the cluster, makes sure of the database, and takes a seat before anybody else may stop it. */
function takeSeat(dataDir: string): Promise<{ cluster: Cluster; port: number; seat: Seat }> {
  return withClaim(dataDir, claimName, async () => {
    const cluster = await openCluster(dataDir)
    const { port } = await joinOrStart(cluster)
    const seat = await openSeat(clusterUrl(cluster, port, 'postgres'), dataDir)
    return { cluster, port, seat }
  })
}

const seatName = 'prongsai-seat'

/** A connection kept for as long as a program needs the cluster: it shows the others that somebody is there. */
interface Seat {
  /** Whether no other program has a seat; no when it cannot be told. */
  isLast(): Promise<boolean>
  end(): Promise<void>
}

async function openSeat(url: string, dataDir: string): Promise<Seat> {
  const client = new pg.Client({ connectionString: url, application_name: seatName })
  client.on('error', () => undefined)
  await client.connect().catch((error: { code?: string }) => {
    if (error.code !== '28P01') throw error
    throw new Problem('unavailable', 'postgres.noPassword', { file: passwordFileOf(dataDir) })
  })
  await ensureDatabase(client)
  return {
    isLast: async () => {
      const others = `select 1 from pg_stat_activity where application_name = '${seatName}' and pid <> pg_backend_pid()`
      return client.query(others).then(
        ({ rowCount }) => rowCount === 0,
        () => false,
      )
    },
    end: () => client.end().catch(() => undefined),
  }
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName])
  if (!rowCount) await client.query(`create database ${databaseName}`)
}
