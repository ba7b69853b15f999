/** Ends a reading process that takes too much memory of any kind, or whose parent has died while it was at work. */
import { workerData } from 'node:worker_threads'

const mostBytes = Number(workerData) * 1024 * 1024
const pauseMilliseconds = 100
const parent = process.ppid

setInterval(() => {
  if (process.memoryUsage.rss() > mostBytes || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, pauseMilliseconds)
