/**
 * Raw single-row INSERTs by 32 clients of what a form leaves behind, its mark and its sealed answers, into one table with
 * the columns and keys of both: pgbench where it is installed, else `pg`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { v4 } from 'uuid'
import type { Database } from '#platform/database.ts'

const clients = 32
const sealedBytes = 43
const newHash = 'sha256(uuid_send(gen_random_uuid()))'

export interface Inserted {
  readonly by: 'pgbench' | 'pg'
  readonly perSecond: number
}

export type Protocol = 'simple' | 'prepared'

/** `simple` is what pgbench does unless told otherwise; `prepared` spares the server the planning. */
export async function measureInserts(
  { pool, url }: Database,
  { seconds, protocol }: { readonly seconds: number; readonly protocol: Protocol },
): Promise<Inserted> {
  await pool.query('drop table if exists raw_answers')
  await pool.query('create table raw_answers (like waiting_answers including all, key_hash bytea not null)')
  await pool.query('alter table raw_answers add unique (part_id, key_hash)')
  const hasPgbench = spawnSync('pgbench', ['--version']).status === 0
  const inserted = hasPgbench ? byPgbench(url, { seconds, protocol }) : await byClients(url, seconds)
  await pool.query('drop table raw_answers')
  return inserted
}

function byPgbench(
  url: string,
  { seconds, protocol }: { readonly seconds: number; readonly protocol: Protocol },
): Inserted {
  const folder = mkdtempSync(join(tmpdir(), 'prongsai-pgbench-'))
  const script = join(folder, 'insert.sql')
  const partId = v4()
  const sealed = `decode('${'ab'.repeat(sealedBytes)}', 'hex')`
  writeFileSync(
    script,
    `insert into raw_answers (id, part_id, key_hash, sealed) values (gen_random_uuid(), '${partId}', ${newHash}, ${sealed});\n`,
  )
  const options = [
    '-n',
    '-M',
    protocol,
    '-c',
    String(clients),
    '-j',
    '2',
    '-T',
    String(seconds),
    '-f',
    script,
    url,
  ]
  const { stdout, stderr } = spawnSync('pgbench', options, { encoding: 'utf8' })
  rmSync(folder, { recursive: true, force: true })
  const tps = /tps = ([\d.]+)/.exec(stdout)?.[1]
  if (!tps) throw new Error(`pgbench: ${stderr}`)
  return { by: 'pgbench', perSecond: Number(tps) }
}

async function byClients(url: string, seconds: number): Promise<Inserted> {
  const partId = v4()
  const sealed = Buffer.alloc(sealedBytes, 0xab)
  const text = `insert into raw_answers (id, part_id, key_hash, sealed) values ($1, $2, ${newHash}, $3)`
  let count = 0
  const until = performance.now() + seconds * 1000
  const work = async () => {
    const client = new pg.Client(url)
    await client.connect()
    for (; performance.now() < until; count++)
      await client.query({ name: 'raw', text, values: [v4(), partId, sealed] })
    await client.end()
  }
  await Promise.all(Array.from({ length: clients }, work))
  return { by: 'pg', perSecond: count / seconds }
}
