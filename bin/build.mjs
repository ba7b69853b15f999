/** Builds the web door when its sources have changed since the last build. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['src/web', 'src/text', 'src/base', 'src/modules']
const files = ['package-lock.json', 'vite.config.ts', 'react-router.config.ts']
const stamp = 'build/.sources'

const hash = createHash('sha256')
for (const file of [...files, ...sources.flatMap(listFiles)]) hash.update(file).update(readFileSync(file))
const wanted = hash.digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Building the pages …')
  const { status } = spawnSync('react-router', ['build', '--logLevel', 'warn'], { stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, wanted)
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
