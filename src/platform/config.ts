/** The settings, read from the environment once; nothing else in the product reads it. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { Problem } from '#base/problem.ts'
import { valueFault } from '#base/value-fault.ts'
import { readHostAndPort } from './fetcher/host-and-port.ts'

const oneAddress = /^([^<>\r\n]*<)?[^\s@<>]+@[^\s@<>]+>?$/

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SECRET: z.string().min(32).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  MAIL_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().regex(oneAddress).optional(),
  WORKER: z.enum(['on', 'off']).default('on'),
  SURVEY_GROUP: z.coerce.number().int().min(2).max(1000).default(5),
  PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).default('ThaID'),
  CHECKER_ALLOW_HOSTS: z.string().default('').transform(readHosts),
  FILES_URL: z.url({ protocol: /^(s3|https?)$/ }).optional(),
  FILES_REGION: z.string().min(1).default('us-east-1'),
  FILES_KEY_ID: z.string().optional(),
  FILES_KEY_SECRET: z.string().optional(),
  CHROMIUM: z.string().min(1).default('/usr/bin/chromium'),
})

function readHosts(list: string, { addIssue }: z.RefinementCtx): readonly string[] {
  const entries = list.split(',').map((entry) => entry.trim())
  return entries.filter(Boolean).flatMap((entry) => {
    const read = readHostAndPort(entry)
    if (read === null) addIssue({ code: 'custom', params: { code: 'value.notHostAndPort', entry } })
    return read ?? []
  })
}

/** Of each list all are given, or none. */
const neededTogether = [
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['FILES_URL', 'FILES_KEY_ID', 'FILES_KEY_SECRET'],
] as const

const schema = settings.superRefine(({ MAIL_URL, MAIL_FROM, ...rest }, { addIssue }) => {
  for (const names of neededTogether) {
    const other = names.find((one) => rest[one] !== undefined)
    for (const name of names) {
      if (other && rest[name] === undefined) {
        addIssue({ code: 'custom', path: [name], params: { code: 'value.neededWith', other } })
      }
    }
  }
  const [given, missing] = MAIL_URL ? ['MAIL_URL', 'MAIL_FROM'] : ['MAIL_FROM', 'MAIL_URL']
  if ((MAIL_URL === undefined) !== (MAIL_FROM === undefined)) {
    addIssue({ code: 'custom', path: [missing], params: { code: 'value.neededWith', other: given } })
  }
})

export interface MailServer {
  /** smtp or smtps, with user and password where the server asks for them. */
  readonly url: string
  /** Such as "ITA <ita@example.go.th>". */
  readonly from: string
}

/** An identity provider that speaks OpenID Connect. */
export interface IdentityProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What people know it by. */
  readonly name: string
}

/** A bucket of a store that speaks S3. */
export interface Bucket {
  /** The endpoint with the bucket, and a folder in it if any; without a slash at the end. */
  readonly url: string
  readonly region: string
  readonly keyId: string
  readonly keySecret: string
}

export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute; holds the embedded database and the record of the running server. */
  readonly dataDir: string
  /** A PostgreSQL server of one's own (15 or later), used instead of the embedded one. */
  readonly databaseUrl: string | undefined
  /** The address people reach the service by, when it differs from host and port. */
  readonly publicUrl: string | undefined
  /**
   * The master secret, 32 characters or more; one is kept in the data folder where none is given. Servers on several
   * machines that share a database need the same one.
   */
  readonly secret?: string | undefined
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Without one, letters are kept in the data folder. */
  readonly mail: MailServer | undefined
  /** Whether the server does the work of the job queue too; else `bin/worker.ts` must run beside it. */
  readonly hasWorker: boolean
  /** The fewest survey answers that are mixed and stored together; 5 where left out. */
  readonly surveyGroup?: number
  /** How many proxies of one's own stand in front and add to X-Forwarded-For; none where left out. */
  readonly proxies?: number
  readonly oidc?: IdentityProvider | undefined
  /** `host:port` of servers that the disclosure checker may ask although they stand inside, as addresses spell them. */
  readonly checkerAllowHosts: readonly string[]
  /** Without one, files are kept in the data folder. */
  readonly files?: Bucket | undefined
  /** The program that makes pictures of pages; where it is not there, none are made. */
  readonly chromium?: string
}

/** Reads and checks the environment. Throws a Problem that names every setting to mend. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    throw Problem.ofFindings(
      'config.invalid',
      parsed.error.issues.map((issue) => valueFault(issue)),
    )
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, SECRET, LOG_LEVEL } = parsed.data
  const { MAIL_URL, MAIL_FROM, WORKER, SURVEY_GROUP, PROXIES } = parsed.data
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL,
    publicUrl: PUBLIC_URL?.replace(/\/$/, ''),
    secret: SECRET,
    logLevel: LOG_LEVEL,
    mail: MAIL_URL && MAIL_FROM ? { url: MAIL_URL, from: MAIL_FROM } : undefined,
    hasWorker: WORKER === 'on',
    surveyGroup: SURVEY_GROUP,
    proxies: PROXIES,
    oidc: identityProvider(parsed.data),
    checkerAllowHosts: parsed.data.CHECKER_ALLOW_HOSTS,
    files: bucket(parsed.data),
    chromium: parsed.data.CHROMIUM,
  }
}

function identityProvider(given: z.infer<typeof schema>): IdentityProvider | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given
  if (!issuer || !clientId || !clientSecret) return undefined
  return { issuer, clientId, clientSecret, name: given.OIDC_NAME }
}

function bucket(given: z.infer<typeof schema>): Bucket | undefined {
  const { FILES_URL: url, FILES_REGION: region, FILES_KEY_ID: keyId, FILES_KEY_SECRET: keySecret } = given
  if (!url || !keyId || !keySecret) return undefined
  const atAmazon = url.replace(/^s3:\/\//, `https://s3.${region}.amazonaws.com/`)
  return { url: atAmazon.replace(/\/$/, ''), region, keyId, keySecret }
}
