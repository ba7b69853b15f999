/** Each way in which DATABASE_URL can be wrong is told in its own words, and never with the password. */
import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, inject, test } from 'vitest'
import { migrateDatabase, openDatabase } from './database.ts'
import { makeLog } from './log.ts'

let old: Server | undefined
afterEach(() => old?.close())

const asked = (change: (url: URL) => void): string => {
  const url = new URL(inject('templateUrl'))
  change(url)
  return url.href
}

async function refusalOf(url: string): Promise<unknown> {
  const database = openDatabase(url, makeLog('silent'), 1)
  try {
    return await migrateDatabase(database).catch((error: unknown) => error)
  } finally {
    await database.close()
  }
}

test.each([
  ['no such database', 'database.missing', (url: URL) => Object.assign(url, { pathname: '/nothere' })],
  ['a wrong password', 'database.refusesSignIn', (url: URL) => Object.assign(url, { password: 'wrong' })],
  ['nobody listening', 'database.notListening', (url: URL) => Object.assign(url, { port: '9' })],
  ['no such machine', 'database.unknownHost', (url: URL) => Object.assign(url, { hostname: 'no.invalid' })],
] as const)('%s is %s', async (_, code, change) => {
  const url = asked(change)
  const refusal = await refusalOf(url)
  expect(refusal).toMatchObject({ name: 'Problem', kind: 'unavailable', code })
  expect(JSON.stringify(refusal)).not.toContain(new URL(url).password)
})

test('a server older than 15 is refused by its version', async () => {
  const port = await serveOldPostgres('140011')
  expect(await refusalOf(`postgres://a:b@127.0.0.1:${port}/x`)).toMatchObject({
    code: 'database.tooOld',
    parameters: { version: 14 },
  })
})

/** Lets anyone in and answers every question with one number, as PostgreSQL's protocol has it. */
function serveOldPostgres(version: string): Promise<number> {
  const message = (type: string, body: Buffer) => {
    const head = Buffer.alloc(5)
    head.write(type)
    head.writeInt32BE(body.length + 4, 1)
    return Buffer.concat([head, body])
  }
  const ready = message('Z', Buffer.from('I'))
  const column = Buffer.concat([
    Buffer.from([0, 1]),
    Buffer.from('version\0'),
    Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 23, 0, 4, 255, 255, 255, 255, 0, 0]),
  ])
  const row = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, version.length]), Buffer.from(version)])
  const answer = (socket: Socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]))
      socket.on('data', (sent) => {
        if (sent.toString('latin1', 0, 1) !== 'Q') return
        const end = message('C', Buffer.from('SELECT 1\0'))
        socket.write(Buffer.concat([message('T', column), message('D', row), end, ready]))
      })
    })
  }
  const server = createServer(answer)
  old = server
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}
