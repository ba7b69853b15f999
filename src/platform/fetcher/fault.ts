/** Sorts what goes wrong on the way to a remote page into the failures of an outcome. */
import type { FetchFailure } from './outcome.ts'

export interface Fault extends Error {
  readonly failure: FetchFailure
}

export function makeFault(failure: FetchFailure, detail: string): Fault {
  return Object.assign(new Error(detail), { failure })
}

export interface Failing {
  readonly failure: FetchFailure
  readonly detail: string
}

const failureByCode: readonly (readonly [RegExp, FetchFailure])[] = [
  [/^(ENOTFOUND|ENODATA|EAI_\w+|ESERVFAIL|EREFUSED|EBADNAME|ENONAME)$/, 'dns'],
  [/^(ETIMEDOUT|ETIMEOUT|UND_ERR_\w*TIMEOUT)$/, 'timeout'],
  [/^(UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/, 'tooLarge'],
  [/^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA)/, 'tls'],
  [/^(INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|ERROR_IN_CERT_|EPROTO)/, 'tls'],
  [/^(ECONN|EPIPE|EHOST|ENET|EADDRNOTAVAIL|EACCES|EPERM|UND_ERR_SOCKET)/, 'refused'],
]

/** Faults of this machine: said of a site, they would be slander. */
const ownCodes: readonly string[] = ['EMFILE', 'ENFILE', 'ENOMEM', 'ENOBUFS']

const programmingErrors: readonly string[] = [
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'AssertionError',
]

/**
 * What an error says of the remote. Once headers have come, a connection that ends is a broken answer and no refusal.
 * An error that no remote causes is thrown on.
 */
export function failingOf(error: unknown, hasHeaders: boolean): Failing {
  if (isFault(error)) return { failure: error.failure, detail: error.message }
  const code = codeOf(error)
  if (code === undefined || ownCodes.includes(code)) throw error
  const failure = failureByCode.find(([pattern]) => pattern.test(code))?.[1] ?? 'broken'
  return { failure: hasHeaders && failure === 'refused' ? 'broken' : failure, detail: detailOf(code, error) }
}

/** Whether the other side hung up: so ends a kept connection that a server gave up just as it was used again. */
export function isHangUp(error: unknown): boolean {
  return ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(codeOf(error) ?? '')
}

function isFault(error: unknown): error is Fault {
  return error instanceof Error && 'failure' in error
}

/** Some errors of malformed HTTP have no code but their name. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  return programmingErrors.includes(error.name) ? undefined : error.name
}

/** OpenSSL says "EPROTO" of all it cannot agree on, and more in `reason`. */
function detailOf(code: string, error: unknown): string {
  const reason = error instanceof Error && 'reason' in error ? error.reason : undefined
  return typeof reason === 'string' && reason !== code ? `${code}: ${reason}` : code
}
