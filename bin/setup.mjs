/** Brings a fresh clone to where it can run: packages, and for tests a browser. Plain JavaScript: it runs on any Node. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'

const stamp = 'node_modules/.installed'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''

if (installed !== wanted) {
  console.error('Installing packages …')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  linkNode()
  writeFileSync(stamp, wanted)
}
if (process.argv.includes('--browser')) installBrowser()

/** Two platform packages bring a `node`; some npm versions drop the link when they drop the other platform's. */
function linkNode() {
  const program = `node-${process.platform}-${process.arch}/bin/node`
  if (!existsSync(`node_modules/${program}`)) return
  rmSync('node_modules/.bin/node', { force: true })
  symlinkSync(`../${program}`, 'node_modules/.bin/node')
}

function installBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  const isThere = process.env.CHROMIUM || names.some((name) => spawnSync('which', [name]).status === 0)
  if (isThere) return
  const mayInstall = process.getuid?.() === 0 && spawnSync('which', ['apt-get']).status === 0
  if (!mayInstall) {
    console.error(
      'The browser tests need Chromium. Install it (Debian: sudo apt-get install chromium), or set CHROMIUM to its path.',
    )
    process.exit(1)
  }
  console.error("Installing Debian's chromium for the browser tests …")
  run('apt-get', ['update', '-qq'])
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
}

function run(command, options) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status } = spawnSync(command, options, { stdio: ['ignore', 2, 2], env: environment })
  if (status !== 0) {
    console.error(
      `"${command} ${options.join(' ')}" did not succeed; mend what it says above and start again.`,
    )
    process.exit(status ?? 1)
  }
}
