/** The master secret stays the same once made, and what is sealed with its keys cannot be altered unseen. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { open, readSecret, seal } from './secret.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-secret-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const given = 'a master secret of 32 characters or more'
const keyOf = (purpose: string, secret?: string) => readSecret({ secret, dataDir }).deriveKey(purpose)

describe('the master secret', () => {
  test('is made once, kept where only its owner may read it, and read again', () => {
    const first = keyOf('session')
    const file = join(dataDir, 'secret')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8').trim()).toMatch(/^[0-9a-f]{48}$/)
    expect(keyOf('session')).toEqual(first)
  })

  test('is the setting where one is given, and then nothing is kept', () => {
    expect(keyOf('session', given)).toEqual(keyOf('session', given))
    expect(statSync(join(dataDir, 'secret'), { throwIfNoEntry: false })).toBeUndefined()
  })

  test('gives each purpose a key of 32 bytes of its own', () => {
    expect(keyOf('session', given)).toHaveLength(32)
    expect(keyOf('session', given)).not.toEqual(keyOf('letters', given))
    expect(keyOf('session', given)).not.toEqual(keyOf('session', `${given}!`))
  })

  test('made by several programs at the same moment is one secret', async () => {
    const program = `import { readSecret } from '#platform/secret.ts'
      process.stdout.write(readSecret({ secret: undefined, dataDir: process.argv[1] }).deriveKey('x').toString('hex'))`
    const run = () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, join(dataDir, 'fresh')])
    const keys = await Promise.all(Array.from({ length: 4 }, run))
    expect(new Set(keys.map(({ stdout }) => stdout)).size).toBe(1)
  })

  test('cut short on disk is refused, not used', () => {
    writeFileSync(join(dataDir, 'secret'), 'short\n')
    expect(() => keyOf('session')).toThrow(expect.objectContaining({ code: 'secret.unreadable' }))
  })

  test('that cannot be read is told, not made anew', () => {
    mkdirSync(join(dataDir, 'secret'))
    expect(() => keyOf('session')).toThrow(expect.objectContaining({ code: 'secret.unreadable' }))
  })

  test('of fewer than 32 characters is not accepted as a setting', () => {
    expect(() => readConfig({ SECRET: 'x'.repeat(31) })).toThrow(
      expect.objectContaining({ code: 'config.invalid' }),
    )
    expect(readConfig({ SECRET: 'x'.repeat(32) }).secret).toBe('x'.repeat(32))
  })
})

describe('what is sealed', () => {
  const key = () => keyOf('letters', given)
  const plaintext = 'สมหญิง ใจซื่อ'

  test('opens to what it was, and looks different each time', () => {
    const [once, again] = [seal(key(), plaintext), seal(key(), plaintext)]
    expect(open(key(), once)).toBe(plaintext)
    expect(open(key(), again)).toBe(plaintext)
    expect(once).not.toEqual(again)
    expect(once).toHaveLength(Buffer.byteLength(plaintext) + 28)
    expect(open(key(), seal(key(), ''))).toBe('')
  })

  test('does not open when any one byte of it was changed', () => {
    const sealed = seal(key(), plaintext)
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => open(key(), changed)).toThrow(expect.objectContaining({ code: 'secret.cannotOpen' }))
    }
  })

  test.each([0, 11, 12, 27, 28, 40])('does not open when cut to %i bytes', (length) => {
    const cut = seal(key(), plaintext).subarray(0, length)
    expect(() => open(key(), cut)).toThrow(expect.objectContaining({ code: 'secret.cannotOpen' }))
  })

  test('does not open with the key of another purpose or another secret', () => {
    const sealed = seal(key(), plaintext)
    expect(() => open(keyOf('session', given), sealed)).toThrow()
    expect(() => open(keyOf('letters', `${given}!`), sealed)).toThrow()
  })
})
