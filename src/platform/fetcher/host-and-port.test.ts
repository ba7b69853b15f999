/** The setting of inside servers is read as addresses spell them, and a bad entry is named. */
import { describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { hostAndPort } from './host-and-port.ts'

describe('CHECKER_ALLOW_HOSTS', () => {
  test('is nobody where it is left out', () => {
    expect(readConfig({}).checkerAllowHosts).toEqual([])
  })

  test('is read as addresses spell hosts and ports', () => {
    const CHECKER_ALLOW_HOSTS = ' LocalHost:8080, 127.1:80 ,[0:0::1]:9000,เทศบาล.ไทย:443,'
    expect(readConfig({ CHECKER_ALLOW_HOSTS }).checkerAllowHosts).toEqual([
      'localhost:8080',
      '127.0.0.1:80',
      '[::1]:9000',
      'xn--o3cg7ak5c9d.xn--o3cw4h:443',
    ])
  })

  test.each([
    'localhost',
    'http://localhost:80',
    'localhost:80/x',
    'localhost:99999',
    'localhost:0',
    'a b:80',
    'me@localhost:80',
    '*:80',
    ':80',
  ])('with the entry %s is refused, and the entry named', (entry) => {
    expect(() => readConfig({ CHECKER_ALLOW_HOSTS: `localhost:1,${entry}` })).toThrow(
      expect.objectContaining({
        code: 'config.invalid',
        findings: [{ code: 'value.notHostAndPort', parameters: { name: 'CHECKER_ALLOW_HOSTS', entry } }],
      }),
    )
  })

  test('knows the usual ports of an address', () => {
    expect(hostAndPort(new URL('http://a.go.th/x'))).toBe('a.go.th:80')
    expect(hostAndPort(new URL('https://a.go.th/x'))).toBe('a.go.th:443')
    expect(hostAndPort(new URL('https://[::1]:8443'))).toBe('[::1]:8443')
  })
})
