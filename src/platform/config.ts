/** The settings, read from the environment once; nothing else in the product reads it. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { Problem } from '#base/problem.ts'

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute; holds the embedded database and the record of the running server. */
  readonly dataDir: string
  /** A PostgreSQL server of one's own (15 or later), used instead of the embedded one. */
  readonly databaseUrl: string | undefined
  /** The address people reach the service by, when it differs from host and port. */
  readonly publicUrl: string | undefined
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Reads and checks the environment. Throws a Problem that names every setting to mend. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    throw Problem.ofFindings(
      'config.invalid',
      parsed.error.issues.map((issue) => ({
        code: 'config.setting',
        parameters: { name: issue.path.join('.'), reason: issue.message },
      })),
    )
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, LOG_LEVEL } = parsed.data
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL,
    publicUrl: PUBLIC_URL?.replace(/\/$/, ''),
    logLevel: LOG_LEVEL,
  }
}
