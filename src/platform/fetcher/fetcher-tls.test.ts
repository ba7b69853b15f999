/** Pages over https: a certificate that browsers refuse is refused, and why is told. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:https'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { makeFetcher } from './fetcher.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const day = 24 * 60 * 60 * 1000

/** One element of DER (X.690): its tag, its length, and what it holds. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const length = content.length
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(head), content])
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const time = (at: number) => {
  const text = new Date(at).toISOString().replace(/[-:T]|\.\d+/g, '')
  return der(0x18, Buffer.from(text))
}

/** A certificate (X.509) that signs itself, for a host name, and over at a time. */
function makeCertificate(host: string, endsAt = Date.now() + day): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
  const name = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(host)))))
  const alternativeName = sequence(der(0x82, Buffer.from(host)))
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    sequence(time(endsAt - 30 * day), time(endsAt)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(oid('551d11'), der(0x04, alternativeName)))),
  )
  const signature = sign('sha256', content, privateKey)
  const whole = sequence(content, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`,
  }
}

/** Serves with the certificate, and fetches from there by the name, trusting `authorities`. */
async function fetchWith(pair: { key: string; cert: string }, name: string, authorities: readonly string[]) {
  const server = createServer(pair, (request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end()
    else response.end('secure')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const host = `${name}:${(server.address() as AddressInfo).port}`
  const fetcher = makeFetcher({ allowHosts: [host], authorities, lookup: async () => ['127.0.0.1'] })
  closing.push(() => fetcher.close())
  return fetcher.fetchPage(`https://${host}/`)
}

describe('a page over https', () => {
  test('is fetched where its certificate is trusted', async () => {
    const pair = makeCertificate('www.a.go.th')
    expect(await fetchWith(pair, 'www.a.go.th', [pair.cert])).toMatchObject({
      kind: 'answered',
      status: 200,
      body: Buffer.from('secure'),
    })
  })

  test('is not where its certificate signed itself', async () => {
    expect(await fetchWith(makeCertificate('www.a.go.th'), 'www.a.go.th', [])).toMatchObject({
      failure: 'tls',
      detail: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    })
  })

  test('is not where its certificate is over', async () => {
    const pair = makeCertificate('www.a.go.th', Date.now() - day)
    expect(await fetchWith(pair, 'www.a.go.th', [pair.cert])).toMatchObject({
      failure: 'tls',
      detail: 'CERT_HAS_EXPIRED',
    })
  })

  test('is not where its certificate is of another host', async () => {
    const pair = makeCertificate('www.b.go.th')
    expect(await fetchWith(pair, 'www.a.go.th', [pair.cert])).toMatchObject({
      failure: 'tls',
      detail: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID'),
    })
  })

  test('is not where the server speaks no TLS', async () => {
    const server = createSocketServer((socket) => {
      socket.on('error', () => {})
      socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => server.close())
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const fetcher = makeFetcher({ allowHosts: [host] })
    closing.push(() => fetcher.close())
    expect(await fetcher.fetchPage(`https://${host}/`)).toMatchObject({ failure: 'tls' })
  })
})
