/** Files in a folder: a file that is there is whole, whenever the machine stopped. */
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { newId } from '#base/id.ts'
import { Problem } from '#base/problem.ts'
import { filePath } from './file-path.ts'
import type { Files } from './files.ts'

/** The folder is made with the first file. */
export function openFolder(folder: string): Files {
  const pathOf = (key: string) => join(folder, filePath(key))
  return {
    put: async (key, bytes) => {
      const path = pathOf(key)
      const kept = await orUndefined(stat(path))
      if (kept?.size !== bytes.byteLength) await write(path, bytes).catch(unavailable)
    },
    get: (key) => orUndefined(readFile(pathOf(key))),
    open: async (key) => {
      const path = pathOf(key)
      const kept = await orUndefined(stat(path))
      if (!kept) return undefined
      const stream = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
      return { bytes: kept.size, stream }
    },
    remove: (key) => rm(pathOf(key), { force: true }).catch(unavailable),
  }
}

/** Written beside its place and moved there when it is on the disk; the folder is told too, so that the name lasts. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const unfinished = `${path}.${newId()}.part`
  try {
    await withSync(unfinished, 'wx', (file) => file.writeFile(bytes))
    await rename(unfinished, path)
    await withSync(folder, 'r', async () => undefined)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

type Handle = Awaited<ReturnType<typeof open>>

async function withSync(path: string, flags: string, work: (file: Handle) => Promise<void>): Promise<void> {
  const file = await open(path, flags)
  try {
    await work(file)
    await file.sync()
  } finally {
    await file.close()
  }
}

function orUndefined<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? undefined : unavailable(error),
  )
}

function unavailable({ code = '' }: NodeJS.ErrnoException): never {
  throw new Problem('unavailable', 'files.unavailable', { reason: code })
}
