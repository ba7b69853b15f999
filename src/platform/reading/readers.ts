/** Reads remote documents in processes of their own: a hostile file ends its process and nothing else. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Format, type Reading, type Source, unread } from './document.ts'
import type { ReaderMessage, ReadingTask } from './reader-process.ts'

export interface ReadersSettings {
  /** How many processes read at the same time; 2 where not said. */
  readonly processes?: number
  /** How long one document may take; 20 seconds where not said. */
  readonly limitMilliseconds?: number
  /** What the objects of one process may take, 512 where not said; twice that with all else it holds. */
  readonly heapMegabytes?: number
}

export interface Readers {
  /** Answers for every file; fails only after `close`, or where no reading process can be started. */
  read(source: Source): Promise<Reading>
  /** Ends the processes; what is being read fails. */
  close(): void
}

interface Job {
  readonly source: Source
  readonly resolve: (reading: Reading) => void
  readonly reject: (error: Error) => void
  isSecondTry: boolean
}

interface Reader {
  readonly child: ChildProcess
  job: Job | undefined
  /** What the document at hand is, as far as it is known. */
  format: Format
  timer: NodeJS.Timeout | undefined
  isReady: boolean
  hasRead: boolean
}

interface Pool {
  readonly settings: Required<ReadersSettings>
  readonly readers: Set<Reader>
  readonly queue: Job[]
  isClosed: boolean
}

const usual: Required<ReadersSettings> = { processes: 2, limitMilliseconds: 20_000, heapMegabytes: 512 }
const program = fileURLToPath(new URL('./reader-process.ts', import.meta.url))
/** The part of the time after which a long document is read no further, so that there is time left to answer. */
const patientPart = 0.6

/** Processes are started when there is something to read, and keep the program alive only while they read. */
export function openReaders(settings: ReadersSettings = {}): Readers {
  const pool: Pool = { settings: { ...usual, ...settings }, readers: new Set(), queue: [], isClosed: false }
  return {
    read: (source) =>
      new Promise((resolve, reject) => {
        if (pool.isClosed) return reject(new Error('the readers are closed'))
        pool.queue.push({ source, resolve, reject, isSecondTry: false })
        assign(pool)
      }),
    close: () => close(pool),
  }
}

function assign(pool: Pool): void {
  while (pool.queue.length > 0) {
    const idle = [...pool.readers].find(({ job }) => !job)
    if (!idle && pool.readers.size >= pool.settings.processes) return
    const job = pool.queue.shift()
    if (job) begin(pool, idle ?? startReader(pool), job)
  }
}

function begin(pool: Pool, reader: Reader, job: Job): void {
  const { limitMilliseconds } = pool.settings
  reader.job = job
  reader.format = 'unknown'
  reader.child.ref()
  reader.child.channel?.ref()
  reader.timer = setTimeout(() => abandon(pool, reader, 'tooSlow'), limitMilliseconds)
  const task: ReadingTask = {
    source: job.source,
    patienceMilliseconds: limitMilliseconds * patientPart,
  }
  reader.child.send(task, (error) => {
    if (error) abandon(pool, reader, 'tooBig')
  })
}

/** The process gets no environment, may write nothing and start nothing. */
function startReader(pool: Pool): Reader {
  const { heapMegabytes } = pool.settings
  const child = fork(program, [String(heapMegabytes * 2)], {
    env: {},
    execArgv: [
      `--max-old-space-size=${heapMegabytes}`,
      '--permission',
      '--allow-fs-read=*',
      '--allow-worker',
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const reader: Reader = {
    child,
    job: undefined,
    format: 'unknown',
    timer: undefined,
    isReady: false,
    hasRead: false,
  }
  pool.readers.add(reader)
  child.on('message', (message: ReaderMessage) => {
    if (message === 'ready') reader.isReady = true
    else if (typeof message === 'string') reader.format = message
    else finish(pool, reader, message)
  })
  child.on('error', () => abandon(pool, reader, 'tooBig'))
  child.on('exit', () => abandon(pool, reader, 'tooBig'))
  return reader
}

function finish(pool: Pool, reader: Reader, reading: Reading): void {
  const { job } = reader
  clearTimeout(reader.timer)
  reader.job = undefined
  reader.hasRead = true
  reader.child.unref()
  reader.child.channel?.unref()
  job?.resolve(reading)
  assign(pool)
}

/** A process that has read before may have died of what it read then: its document is given to a fresh one. */
function abandon(pool: Pool, reader: Reader, state: 'tooSlow' | 'tooBig'): void {
  if (!pool.readers.delete(reader)) return
  clearTimeout(reader.timer)
  reader.child.kill('SIGKILL')
  const { job } = reader
  if (job && !reader.isReady && state === 'tooBig') job.reject(new Error('no reading process can be started'))
  else if (job && state === 'tooBig' && reader.hasRead && !job.isSecondTry) {
    job.isSecondTry = true
    pool.queue.unshift(job)
  } else job?.resolve(unread(reader.format, state))
  if (!pool.isClosed) assign(pool)
}

function close(pool: Pool): void {
  pool.isClosed = true
  for (const job of pool.queue.splice(0)) job.reject(new Error('the readers are closed'))
  for (const reader of [...pool.readers]) {
    reader.job?.reject(new Error('the readers are closed'))
    reader.job = undefined
    abandon(pool, reader, 'tooBig')
  }
}
