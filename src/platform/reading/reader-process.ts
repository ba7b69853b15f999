/** The process that reads documents for its parent, one after the other, and may be killed at any moment. */
import { Worker } from 'node:worker_threads'
import type { Format, Reading, Source } from './document.ts'
import { readDocument } from './read-document.ts'

export interface ReadingTask {
  readonly source: Source
  readonly patienceMilliseconds: number
}

/** The format is told ahead of a reading that may end the process. */
export type ReaderMessage = 'ready' | Format | Reading

const [, , mostMegabytes] = process.argv
new Worker(new URL('./reader-guard.ts', import.meta.url), { workerData: mostMegabytes })

process.on('message', async ({ source, patienceMilliseconds }: ReadingTask) => {
  tell(await readDocument(source, { patienceMilliseconds, onFormat: tell }))
})
process.on('disconnect', () => process.exit())
/** A library may fail in a callback of its own; the document it was at is given up by the time limit. */
process.on('unhandledRejection', () => undefined)

tell('ready')

function tell(message: ReaderMessage): void {
  process.send?.(message)
}
