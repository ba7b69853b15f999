/** Gives a program its database: one's own server by its address, or the embedded one, kept running while needed. */
import pg from 'pg'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { type Cluster, clusterUrl, findRunning, joinOrStart, openCluster, stopCluster } from './cluster.ts'

const databaseName = 'prongsai'
const watchEveryMilliseconds = 500

export interface ServedDatabase {
  readonly url: string
  release(): Promise<void>
}

/** For a server: starts or adopts the embedded cluster, starts it again should it die, and stops it in the end. */
export async function keepDatabase(config: Config, log: Log): Promise<ServedDatabase> {
  if (config.databaseUrl) return ownServer(config.databaseUrl)
  const cluster = await openCluster(config.dataDir)
  const { port } = await joinOrStart(cluster)
  const watch = watchOver(cluster, port, log)
  return {
    url: await ensureDatabase(cluster, port),
    release: async () => {
      await watch.stop()
      await stopCluster(cluster, 'fast')
    },
  }
}

/** For a command: joins the cluster that runs, or starts it for as long as the command works. */
export async function borrowDatabase(config: Config): Promise<ServedDatabase> {
  if (config.databaseUrl) return ownServer(config.databaseUrl)
  const cluster = await openCluster(config.dataDir)
  const { port, isOurs } = await joinOrStart(cluster)
  return {
    url: await ensureDatabase(cluster, port),
    release: async () => {
      if (isOurs) await stopCluster(cluster, 'smart')
    },
  }
}

function ownServer(url: string): ServedDatabase {
  return { url, release: async () => undefined }
}

function watchOver(cluster: Cluster, port: number, log: Log): { stop(): Promise<void> } {
  let isStopping = false
  let restart: Promise<unknown> = Promise.resolve()
  let isRestarting = false
  const timer = setInterval(() => {
    if (isStopping || isRestarting || findRunning(cluster)) return
    isRestarting = true
    log.warn('the database server is gone; starting it again')
    restart = joinOrStart(cluster, port)
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

async function ensureDatabase(cluster: Cluster, port: number): Promise<string> {
  const client = new pg.Client(clusterUrl(cluster, port, 'postgres'))
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (!rowCount) await client.query(`create database ${databaseName}`)
  } catch (error) {
    const alreadyMade =
      (error as { code?: string }).code === '42P04' || (error as { code?: string }).code === '23505'
    if (!alreadyMade) throw error
  } finally {
    await client.end()
  }
  return clusterUrl(cluster, port, databaseName)
}
