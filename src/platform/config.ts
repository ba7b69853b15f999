/** The settings, read from the environment once; nothing else in the product reads it. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { Problem } from '#base/problem.ts'
import { valueFault } from '#base/value-fault.ts'

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
})

const oidcSettings = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

const schema = settings.superRefine(({ MAIL_URL, MAIL_FROM, ...rest }, { addIssue }) => {
  for (const name of oidcSettings) {
    const other = oidcSettings.find((one) => rest[one] !== undefined)
    if (other && rest[name] === undefined) {
      addIssue({ code: 'custom', path: [name], params: { code: 'value.neededWith', other } })
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
  }
}

function identityProvider(given: z.infer<typeof schema>): IdentityProvider | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given
  if (!issuer || !clientId || !clientSecret) return undefined
  return { issuer, clientId, clientSecret, name: given.OIDC_NAME }
}
