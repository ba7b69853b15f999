/** Opens connections, and only to addresses that were checked: what a name means later makes no difference. */

import { constants } from 'node:crypto'
import { isIP, type LookupFunction } from 'node:net'
import { createSecureContext, getCACertificates } from 'node:tls'
import { buildConnector } from 'undici'
import { makeFault } from './fault.ts'
import { hostAndPort } from './host-and-port.ts'

/** Every address of a name, IPv4 and IPv6. */
export type Lookup = (hostname: string) => Promise<readonly string[]>

export interface Guard {
  /** `host:port` of servers that may stand behind any address. */
  readonly allowed: ReadonlySet<string>
  readonly lookup: Lookup
  readonly isPublic: (address: string) => boolean
  readonly connectMilliseconds: number
  /** Certificates (PEM) of authorities to trust besides the usual ones. */
  readonly authorities: readonly string[]
}

type Connect = ReturnType<typeof buildConnector>

/** A name with one address that is not public is refused whole: which of them is used is not ours to choose. */
export function makeGuardedConnect(guard: Guard): Connect {
  const openConnect = makeConnect(guard, guard.lookup)
  const guardedConnect = makeConnect(guard, async (hostname) => {
    const addresses = await guard.lookup(hostname)
    const inside = addresses.find((address) => !guard.isPublic(address))
    if (inside !== undefined) throw makeFault('notPublic', `${hostname} is ${inside}, not a public address`)
    return addresses
  })
  return (options, callback) => {
    if (guard.allowed.has(hostAndPort(bracketed(options)))) return openConnect(options, callback)
    // A literal address is never looked up.
    if (isIP(options.hostname) !== 0 && !guard.isPublic(options.hostname)) {
      const fault = makeFault('notPublic', `${options.hostname} is not a public address`)
      return process.nextTick(() => callback(fault, null))
    }
    return guardedConnect(options, callback)
  }
}

function makeConnect({ connectMilliseconds, authorities }: Guard, lookup: Lookup): Connect {
  return buildConnector({
    timeout: connectMilliseconds,
    allowH2: false,
    lookup: asSocketLookup(lookup),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 1000,
    secureContext: createSecureContext({
      ...(authorities.length > 0 ? { ca: [...getCACertificates('default'), ...authorities] } : {}),
      // Browsers open sites of servers too old for RFC 5746, so such a site is no fault of the page.
      secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
    }),
  })
}

/** The socket connects to what this hands it and asks nobody else. */
function asSocketLookup(lookup: Lookup): LookupFunction {
  return (hostname, options, callback) => {
    const answer = async () => {
      const addresses = await lookup(hostname)
      const [first] = addresses
      if (first === undefined) throw makeFault('dns', 'ENODATA')
      return { first, all: addresses.map((address) => ({ address, family: isIP(address) })) }
    }
    answer().then(
      ({ first, all }) => (options.all ? callback(null, all) : callback(null, first, isIP(first))),
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    )
  }
}

/** A connector is given an IPv6 host without the brackets that its address has. */
function bracketed<T extends { readonly hostname: string }>(options: T): T {
  return isIP(options.hostname) === 6 ? { ...options, hostname: `[${options.hostname}]` } : options
}
