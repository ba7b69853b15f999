/** What was checked is what is connected to: between the two there is no second look-up. */
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { makeGuardedConnect } from './guarded-connect.ts'
import { isPublicAddress } from './public-address.ts'

const closing: (() => unknown)[] = []
afterEach(() => {
  for (const close of closing.splice(0).toReversed()) close()
})

/** A server on every address of this machine. */
async function listen(): Promise<number> {
  const server = createServer((socket) => socket.on('error', () => {}))
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  closing.push(() => server.close())
  return (server.address() as AddressInfo).port
}

interface Case {
  readonly hostname: string
  /** What the name means, look-up by look-up. */
  readonly meanings: string[][]
  readonly isPublic?: (address: string) => boolean
  readonly allowed?: string
}

async function connectTo({ hostname, meanings, isPublic = isPublicAddress, allowed }: Case) {
  const port = await listen()
  let lookups = 0
  const connect = makeGuardedConnect({
    allowed: new Set(allowed ? [`${allowed}:${port}`] : []),
    lookup: async () => {
      lookups += 1
      return meanings.shift() ?? []
    },
    isPublic,
    connectMilliseconds: 2000,
    authorities: [],
  })
  const socket = await new Promise<Socket>((resolve, reject) => {
    connect({ hostname, host: hostname, protocol: 'http:', port: `${port}` }, (error, opened) =>
      error ? reject(error) : resolve(opened as Socket),
    )
  })
  closing.push(() => socket.destroy())
  return { reached: socket.remoteAddress, lookups }
}

const onlySecond = (address: string) => address === '127.0.0.2'

describe('a connection', () => {
  test('goes to the address that was checked, though the name means another the next moment', async () => {
    const meanings = [['127.0.0.2'], ['127.0.0.1'], ['127.0.0.1']]
    expect(await connectTo({ hostname: 'a.example', meanings, isPublic: onlySecond })).toEqual({
      reached: '127.0.0.2',
      lookups: 1,
    })
  })

  test('is refused when one of several addresses stands inside, whichever it is', async () => {
    for (const addresses of [
      ['127.0.0.2', '127.0.0.1'],
      ['127.0.0.1', '127.0.0.2'],
    ]) {
      await expect(
        connectTo({ hostname: 'a.example', meanings: [addresses], isPublic: onlySecond }),
      ).rejects.toMatchObject({ failure: 'notPublic' })
    }
  })

  test('is refused to an inside address itself, which nobody looks up', async () => {
    for (const hostname of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      await expect(connectTo({ hostname, meanings: [] })).rejects.toMatchObject({ failure: 'notPublic' })
    }
  })

  test('to an allowed server may go inside', async () => {
    const meanings = [['127.0.0.1']]
    expect(await connectTo({ hostname: 'intranet', meanings, allowed: 'intranet' })).toEqual({
      reached: '127.0.0.1',
      lookups: 1,
    })
    await expect(
      connectTo({ hostname: 'other', meanings: [['127.0.0.1']], allowed: 'intranet' }),
    ).rejects.toMatchObject({ failure: 'notPublic' })
  })
})
