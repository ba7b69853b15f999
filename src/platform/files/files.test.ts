/** Both ways to keep files, on one list of promises: a folder, and a bucket of a store on this machine. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#base/problem.ts'
import { readConfig } from '../config.ts'
import { type Files, fileKey, keepFile, openFiles } from './files.ts'

const folder = mkdtempSync(join(tmpdir(), 'prongsai-files-'))
const keys = { FILES_KEY_ID: 'S3RVER', FILES_KEY_SECRET: 'S3RVER' }
const bytesOf = (text: string) => new TextEncoder().encode(text)

interface Store {
  run(): Promise<AddressInfo>
  close(): Promise<void>
}
const S3rver: new (settings: object) => Store = createRequire(import.meta.url)('s3rver')
const store = new S3rver({
  ...{ port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 'store') },
  configureBuckets: [{ name: 'evidence', configs: [] }],
})
let endpoint: string

beforeAll(async () => {
  const { port } = await store.run()
  endpoint = `http://127.0.0.1:${port}`
})

afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const inFolder = () => openFiles(readConfig({ DATA_DIR: folder }))
const inBucket = () => openFiles(readConfig({ FILES_URL: `${endpoint}/evidence`, ...keys }))

describe.each([
  ['a folder', inFolder],
  ['a bucket', inBucket],
])('%s', (_, openStore: () => Files) => {
  test('gives back what was put, byte for byte, however often it was put', async () => {
    const files = openStore()
    const bytes = Uint8Array.from({ length: 300_000 }, (_byte, place) => (place * 7) % 256)
    const key = await keepFile(files, bytes, 'application/pdf')
    expect(await keepFile(files, bytes, 'application/pdf')).toBe(key)
    expect(Buffer.from((await files.get(key)) ?? []).equals(bytes)).toBe(true)
  })

  test('gives a file piece by piece, with its length', async () => {
    const files = openStore()
    const key = await keepFile(files, bytesOf('ประกาศ'), 'text/html')
    const opened = await files.open(key)
    expect(opened?.bytes).toBe(18)
    expect(await new Response(opened?.stream).text()).toBe('ประกาศ')
  })

  test('keeps an empty file', async () => {
    const files = openStore()
    const key = await keepFile(files, new Uint8Array(), 'text/plain')
    expect((await files.get(key))?.byteLength).toBe(0)
  })

  test('has nothing under a key that was never put or was removed, twice even', async () => {
    const files = openStore()
    const key = fileKey(bytesOf('gone'))
    expect(await files.get(key)).toBeUndefined()
    expect(await files.open(key)).toBeUndefined()
    await files.put(key, bytesOf('gone'), { contentType: 'text/plain' })
    await files.remove(key)
    await files.remove(key)
    expect(await files.get(key)).toBeUndefined()
  })

  test('refuses a key that is no hash, such as a path out of the store', async () => {
    await expect(async () => openStore().get('../../etc/passwd')).rejects.toThrow('not the key of a file')
    await expect(async () => openStore().remove('')).rejects.toThrow('not the key of a file')
  })
})

test('a file that was cut short in the folder is written anew', async () => {
  const files = inFolder()
  const key = await keepFile(files, bytesOf('whole'), 'text/plain')
  const path = join(folder, 'files', key.slice(0, 2), key.slice(2, 4))
  writeFileSync(join(path, key), 'wh')
  await keepFile(files, bytesOf('whole'), 'text/plain')
  expect(Buffer.from((await files.get(key)) ?? []).toString()).toBe('whole')
  expect(readdirSync(path)).toEqual([key])
})

test('a folder that cannot be written, and a store that refuses or is not there, are said to be unavailable', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const stores = [
    readConfig({ DATA_DIR: file }),
    readConfig({ FILES_URL: `${endpoint}/evidence`, FILES_KEY_ID: 'nobody', FILES_KEY_SECRET: 'x' }),
    readConfig({ FILES_URL: `${endpoint}/no-such-bucket`, ...keys }),
    readConfig({ FILES_URL: 'http://127.0.0.1:9/evidence', ...keys }),
  ]
  for (const config of stores) {
    const kept = keepFile(openFiles(config), bytesOf('any'), 'text/plain')
    await expect(kept).rejects.toThrow(Problem)
    await expect(kept).rejects.toMatchObject({ kind: 'unavailable', code: 'files.unavailable' })
  }
})
