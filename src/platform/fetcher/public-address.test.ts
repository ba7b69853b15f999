/** Only addresses of the public internet count as public, however an inside one is dressed. */
import { describe, expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

const inside = [
  ['loopback', ['127.0.0.1', '127.255.255.254', '::1']],
  ['private', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1']],
  ['link-local, where clouds keep their metadata', ['169.254.169.254', 'fe80::1']],
  ['unique-local', ['fc00::1', 'fd00:ec2::254']],
  ['shared by a carrier', ['100.64.0.1', '100.100.100.200', '100.127.255.255']],
  ['unspecified', ['0.0.0.0', '0.1.2.3', '::']],
  ['multicast and broadcast', ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1']],
  ['reserved or for documents', ['192.0.0.192', '192.0.2.1', '198.18.0.1', '203.0.113.9', '240.0.0.1']],
  ['reserved in IPv6', ['2001:db8::1', '3fff::1', '100::1', 'fec0::1', '5f00::1', '4000::1']],
  ['of IPv4 within IPv6', ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '::ffff:0:127.0.0.1']],
  ['of IPv4 through NAT64', ['64:ff9b::127.0.0.1', '64:ff9b::a00:1', '64:ff9b:1::1']],
  ['of IPv4 through 6to4 and Teredo', ['2002:7f00:1::', '2001:0:7f00:1::']],
  ['of the host of a virtual machine', ['168.63.129.16']],
  ['no address', ['', 'localhost', '1.2.3.4.5', 'fe80::1%eth0']],
] as const

describe('an address', () => {
  test.each(inside)('that is %s is not public', (_name, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([])
  })

  test('of the internet is public', () => {
    const addresses = ['8.8.8.8', '122.155.0.1', '172.32.0.1', '100.128.0.1', '2001:c38::1', '2404:6800::1']
    expect(addresses.filter((address) => !isPublicAddress(address))).toEqual([])
  })
})
