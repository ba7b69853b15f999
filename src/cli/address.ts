/** Where the service is reached, for addresses that a command writes. */
import { readConfig } from '#platform/config.ts'
import { findInstance } from '#platform/instance.ts'

export function serviceAddress(config = readConfig()): string {
  return config.publicUrl ?? findInstance(config.dataDir)?.address ?? `http://127.0.0.1:${config.port}`
}
