/** Keeps files by what is in them: the same content is kept once, and no name or path ever comes from outside. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { openBucket } from './bucket.ts'
import { openFolder } from './folder.ts'

export interface Files {
  /** The key must be `fileKey` of the bytes. Resolves once they are durable. Throws `files.unavailable`. */
  put(key: string, bytes: Uint8Array, about: { readonly contentType: string }): Promise<void>
  /** Undefined where there is no such file. Throws `files.unavailable`. */
  get(key: string): Promise<Uint8Array | undefined>
  /** As `get`, for a file that need not be in memory as a whole. */
  open(key: string): Promise<OpenedFile | undefined>
  /** Does nothing where there is no such file. Throws `files.unavailable`. */
  remove(key: string): Promise<void>
}

export interface OpenedFile {
  readonly bytes: number
  readonly stream: ReadableStream<Uint8Array>
}

/** The SHA-256 of the content in lower-case hex. */
export function fileKey(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Keeps bytes under their own key, which it gives back. */
export async function keepFile(files: Files, bytes: Uint8Array, contentType: string): Promise<string> {
  const key = fileKey(bytes)
  await files.put(key, bytes, { contentType })
  return key
}

/** In the bucket of the settings, or in the folder `files` of the data folder. */
export function openFiles({ dataDir, files }: Pick<Config, 'dataDir' | 'files'>): Files {
  return files ? openBucket(files) : openFolder(join(dataDir, 'files'))
}
