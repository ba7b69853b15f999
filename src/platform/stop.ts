/** Runs a program until it is told to stop: what was opened last is closed first, once, and also when the start fails. */
import type { Log } from './log.ts'

/** Registers how to close what was just opened, and hands it back. */
export type Keep = <T>(opened: T, close: (opened: T) => unknown) => T

const patienceMilliseconds = 15_000

export async function runUntilStopped(log: Log, start: (keep: Keep) => Promise<void>): Promise<void> {
  const closers: (() => unknown)[] = []
  const closeAll = async () => {
    for (let close = closers.pop(); close; close = closers.pop()) {
      await Promise.resolve()
        .then(close)
        .catch((error: Error) => log.error({ reason: error.message }, 'while stopping'))
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      setTimeout(() => process.exit(1), patienceMilliseconds).unref()
      void closeAll().then(() => process.exit(0))
    })
  }
  try {
    await start((opened, close) => {
      closers.push(() => close(opened))
      return opened
    })
  } catch (error) {
    await closeAll()
    throw error
  }
}
