/** Secrets: made by the machine, the server's own master secret, the keys that come of it, and what they seal. */
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '#base/problem.ts'
import { randomBytes } from './chance.ts'
import type { Config } from './config.ts'
import { makeDataFolder } from './data-folder.ts'

/** The shortest master secret that is accepted, in characters. */
const shortestSecret = 32

const cipher = 'aes-256-gcm'
const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** 192 random bits in hex. */
export function newSecret(): string {
  return randomBytes(24).toString('hex')
}

/** The server's master secret, of which only keys for a named purpose are given out. */
export interface Secret {
  /** The 32-byte key of one purpose, such as `session`: the same each time, and no help in finding another's. */
  deriveKey(purpose: string): Buffer
}

/**
 * The master secret: the setting SECRET, or else the one kept in `dataDir/secret`, made there when first needed.
 * Servers that share one database must be given the same SECRET. Throws Problem('unavailable', 'secret.unreadable').
 */
export function readSecret(config: Pick<Config, 'secret' | 'dataDir'>): Secret {
  const master = config.secret ?? keptSecret(config.dataDir)
  return {
    deriveKey: (purpose) =>
      Buffer.from(hkdfSync('sha256', master, 'prongsai', `prongsai:${purpose}`, keyBytes)),
  }
}

/** The 32 bytes of a key made ready once, for one who seals thousands a second: several times as fast. */
export function prepareKey(key: Buffer): KeyObject {
  return createSecretKey(key)
}

/** AES-256-GCM of a text in UTF-8: a fresh nonce (12 bytes), the encrypted bytes, the tag (16 bytes). The key has 32 bytes. */
export function seal(key: Buffer | KeyObject, plaintext: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes })
  return Buffer.concat([nonce, sealing.update(plaintext, 'utf8'), sealing.final(), sealing.getAuthTag()])
}

/** What was sealed with the key. Throws Problem('invalid', 'secret.cannotOpen') when it was altered or the key differs. */
export function open(key: Buffer | KeyObject, sealed: Buffer): string {
  try {
    const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    opening.setAuthTag(sealed.subarray(-tagBytes))
    return opening.update(sealed.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + opening.final('utf8')
  } catch {
    throw new Problem('invalid', 'secret.cannotOpen')
  }
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  makeDataFolder(dataDir)
  const kept = readKept(file) ?? keepNew(file)
  if (kept.length < shortestSecret) throw new Problem('unavailable', 'secret.unreadable', { file })
  return kept
}

function readKept(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Problem('unavailable', 'secret.unreadable', { file })
  }
}

/** Written in full beside its place and then linked there, so that of several programs one wins and all read the same. */
function keepNew(file: string): string {
  const draft = `${file}.${newSecret()}`
  try {
    writeFileSync(draft, `${newSecret()}\n`, { mode: 0o600, flag: 'wx', flush: true })
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new Problem('unavailable', 'secret.unreadable', { file })
  } finally {
    rmSync(draft, { force: true })
  }
  return readKept(file) ?? ''
}
