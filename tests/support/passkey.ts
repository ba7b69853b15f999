/** A passkey in software: a key pair that answers as an authenticator does, for tests without a browser. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

interface Asked {
  readonly challenge: string
  /** Whether the person has unlocked the device for it. */
  readonly isUnlocked: boolean
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()

export function makePasskey(baseUrl: string) {
  const { hostname, origin } = new URL(baseUrl)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let count = 0

  const clientData = (type: string, challenge: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  const authenticatorData = (isUnlocked: boolean, attested: Buffer = Buffer.alloc(0)): Buffer => {
    const flags = 0x01 | (isUnlocked ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0)
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(++count)
    return Buffer.concat([sha256(hostname), Buffer.from([flags]), counter, attested])
  }

  /** In CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}, a P-256 key for ES256. */
  const cosePublicKey = (): Buffer => {
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const bytes = (text: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(text, 'base64url')])
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      ...[bytes(x), Buffer.from([0x22]), bytes(y)],
    ])
  }

  /** In CBOR: {fmt: "none", attStmt: {}, authData: …}. */
  const attestation = (data: Buffer): Buffer => {
    const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
    return Buffer.concat([
      ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
      ...[text('authData'), Buffer.from([0x58, data.length]), data],
    ])
  }

  const named = { id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {} }

  return {
    register: ({ challenge, isUnlocked }: Asked) => {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cosePublicKey()])
      return {
        ...named,
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', challenge)),
          attestationObject: base64url(attestation(authenticatorData(isUnlocked, attested))),
        },
      }
    },
    authenticate: ({ challenge, isUnlocked }: Asked) => {
      const [data, client] = [authenticatorData(isUnlocked), clientData('webauthn.get', challenge)]
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return {
        ...named,
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(signature),
        },
      }
    },
  }
}
