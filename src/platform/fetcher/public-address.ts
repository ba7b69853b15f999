/** Tells addresses of the public internet from those behind which only insiders stand. */
import ipaddr from 'ipaddr.js'

/** The one part of IPv6 that is given out for public hosts (IANA, RFC 4291). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** Azure answers its machines on this address, which no register tells from a public one. */
const insideAddresses: readonly string[] = ['168.63.129.16']

/**
 * False for loopback, private, link-local (169.254.169.254 among them), shared (100.64/10), multicast, reserved and
 * unspecified addresses, and for every IPv6 address that carries one of IPv4 (mapped, NAT64, 6to4, Teredo): whatever
 * the address inside, no public site is reached that way only.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || insideAddresses.includes(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast)
}
