/** Before the browser tests: one demo server for all of them, on a data folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServer, stopServer } from './program.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    baseUrl: string
  }
}

export default async function serveDemo(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'prongsai-browser-'))
  const server = await startServer(dataDir, ['--demo'])
  project.provide('baseUrl', server.address)
  return async () => {
    await stopServer(server)
    rmSync(dataDir, { recursive: true, force: true })
  }
}
