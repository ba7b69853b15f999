/** Readers who ask for pages as fast as they are answered: in a thread of their own, so as not to slow the server. */
import { Agent, get } from 'node:http'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

export interface Reading {
  /** Such as http://127.0.0.1:3000. */
  readonly address: string
  readonly paths: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly readers: number
  readonly milliseconds: number
}

export interface Answers {
  readonly perSecond: number
  /** Milliseconds within which 95 of 100 were answered. */
  readonly p95: number
  /** Bytes of a page on the way, on average. */
  readonly size: number
}

/** Throws where an answer is not 200. */
export function readPages(reading: Reading): Promise<Answers> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: reading })
    thread.once('message', resolve)
    thread.once('error', reject)
  })
}

async function readAll(reading: Reading): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: reading.readers })
  const start = performance.now()
  const ends = start + reading.milliseconds
  const times: number[] = []
  let size = 0
  let asked = 0
  const keepReading = async () => {
    while (performance.now() < ends) {
      const path = reading.paths[asked++ % reading.paths.length] ?? '/'
      const began = performance.now()
      const bytes = await readOne(reading.address + path, reading.headers, agent)
      times.push(performance.now() - began)
      size += bytes
    }
  }
  await Promise.all(Array.from({ length: reading.readers }, keepReading))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  return {
    perSecond: times.length / seconds,
    p95: times[Math.floor(times.length * 0.95)] ?? Number.NaN,
    size: size / times.length,
  }
}

function readOne(url: string, headers: Reading['headers'], agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (response) => {
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
      })
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 200) resolve(size)
        else reject(new Error(`${url} answered ${response.statusCode}`))
      })
    }).on('error', reject)
  })
}

if (!isMainThread) parentPort?.postMessage(await readAll(workerData as Reading))
