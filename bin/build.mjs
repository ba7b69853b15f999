/** Builds the web door, its pages and the few scripts that run in browsers, when its sources have changed. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'

const sources = ['src/web', 'src/text', 'src/base', 'src/modules']
const files = ['package-lock.json', 'vite.config.ts', 'react-router.config.ts']
const stamp = 'build/.sources'
/** An app that opens without a network brings its own. */
const fonts = ['thai-400', 'thai-700', 'latin-400', 'latin-700'].map(
  (cut) => `node_modules/@fontsource/sarabun/files/sarabun-${cut}-normal.woff2`,
)

const hash = createHash('sha256')
for (const file of [...files, ...sources.flatMap(listFiles)]) hash.update(file).update(readFileSync(file))
const wanted = hash.digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Building the pages …')
  const { status } = spawnSync('react-router', ['build', '--logLevel', 'warn'], { stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(status ?? 1)
  await buildScripts()
  writeFileSync(stamp, wanted)
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** A file of `src/web/scripts` stands by itself under `/scripts/`; a folder is an app of its own under its name. */
async function buildScripts() {
  for (const entry of readdirSync('src/web/scripts', { withFileTypes: true })) {
    if (entry.isDirectory()) await buildApp(entry.name)
    else if (!entry.name.endsWith('.test.ts')) await buildScript(`src/web/scripts/${entry.name}`, 'scripts')
  }
}

/** Its `app.ts` and its service worker, each with what it imports, beside its other files as they are. */
async function buildApp(name) {
  const folder = `src/web/scripts/${name}`
  await buildScript(`${folder}/app.ts`, name)
  await buildScript(`${folder}/sw.ts`, name)
  const others = readdirSync(folder).filter((file) => !file.endsWith('.ts'))
  for (const file of [...others.map((each) => join(folder, each)), ...fonts]) {
    copyFileSync(file, join('build/client', name, basename(file)))
  }
}

async function buildScript(entry, folder) {
  const fileName = `${basename(entry, '.ts')}.js`
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { appVersion: JSON.stringify(wanted.slice(0, 16)) },
    build: {
      outDir: `build/client/${folder}`,
      emptyOutDir: false,
      lib: { entry, formats: ['es'], fileName: () => fileName },
    },
  })
}
