/** From the act that asks for a letter to the mail server: with the act or not at all, sealed meanwhile, and once. */
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { operator } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { type SmtpServer, startSmtp } from '../../tests/support/smtp.ts'
import { act } from './context.ts'
import { type Database, openDatabase } from './database.ts'
import { runWorker } from './jobs-worker.ts'
import { makeLog } from './log.ts'
import { makeMail } from './mail.ts'
import type { Letter, Mail } from './mail-letter.ts'
import { letterTask, makeOutbox } from './mail-outbox.ts'
import { letters } from './mail-tables.ts'
import { newSecret, readSecret } from './secret.ts'

const log = makeLog('silent')
const letter: Letter = { to: 'somsri@example.go.th', subject: 'Invitation', text: 'https://ita.example/abc' }
const secret = readSecret({ secret: newSecret(), dataDir: '/nowhere' })
const outbox = makeOutbox(secret)
const patience = { timeout: 15_000, interval: 20 }

let database: Database
let server: SmtpServer
let closers: (() => unknown)[]

beforeEach(async () => {
  closers = []
  database = await openClone()
  server = await startSmtp()
})

afterEach(async () => {
  for (const close of closers.reverse()) await close()
  server.close()
  await database.close()
})

function startPostman(given: ReturnType<typeof makeOutbox> = outbox): void {
  const mail: Mail = makeMail(
    { mail: { url: server.url, from: 'ita@example.go.th' }, dataDir: '/nowhere' },
    log,
  )
  const own = openDatabase(database.url, log, 5)
  const tasks = {
    [letterTask]: (context, payload) => given.send(context, { mail, payload }),
  } satisfies Parameters<typeof runWorker>[0]['tasks']
  const worker = runWorker({ doorway: doorwayOf(own), tasks, schedule: [] })
  closers.push(async () => {
    await worker.stop()
    mail.close()
    await own.close()
  })
}

const put = (count = 1) =>
  act(doorwayOf(database), operator, (context) =>
    outbox.put(context, { about: 'account.invited', letters: Array.from({ length: count }, () => letter) }),
  )
const rows = () => database.query.select().from(letters)
const waiting = async () => (await database.pool.query('select * from graphile_worker._private_jobs')).rows

test('a letter goes out once the act is kept, and it is noted when', async () => {
  await put()
  expect(await rows()).toMatchObject([{ about: 'account.invited', sentAt: null }])
  startPostman()
  await vi.waitFor(async () => expect(await rows()).toMatchObject([{ sentAt: expect.any(Date) }]), patience)
  const [row] = await rows()
  expect(server.received).toMatchObject([{ to: ['somsri@example.go.th'] }])
  expect(server.received[0]?.message).toContain(`Message-ID: <${row?.id}@example.go.th>`)
})

test('an act that is undone asks for no letter', async () => {
  const undone = act(doorwayOf(database), operator, async (context) => {
    await outbox.put(context, { about: 'account.invited', letters: [letter] })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await rows()).toEqual([])
  expect(await waiting()).toEqual([])
})

test('a letter that waits shows neither its address nor its link to whoever reads the database', async () => {
  await put()
  const [job] = await waiting()
  for (const word of ['somsri', 'Invitation', 'https']) expect(JSON.stringify(job)).not.toContain(word)
})

test('two postmen send each of thirty letters once', async () => {
  startPostman()
  startPostman()
  await put(30)
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), patience)
  expect(server.received).toHaveLength(30)
})

test('while the mail server is away the letter waits, and nothing is noted', async () => {
  server.answerRecipients('451 later please')
  await put()
  startPostman()
  await vi.waitFor(
    async () => expect(await waiting()).toMatchObject([{ attempts: 1, locked_at: null }]),
    patience,
  )
  expect(await rows()).toMatchObject([{ sentAt: null }])
  server.answerRecipients('250 ok')
  await database.pool.query('update graphile_worker._private_jobs set run_at = now()')
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), patience)
  expect(server.received).toHaveLength(1)
})

test('a letter noted as sent is not sent again, should its job come back', async () => {
  await put()
  const [row] = await rows()
  await database.query
    .update(letters)
    .set({ sentAt: new Date() })
    .where(eq(letters.id, row?.id ?? ''))
  startPostman()
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), patience)
  expect(server.received).toEqual([])
})

test('a worker with another secret gives the letter up rather than send nonsense', async () => {
  startPostman(makeOutbox(readSecret({ secret: newSecret(), dataDir: '/nowhere' })))
  await put()
  await vi.waitFor(
    async () => expect(await waiting()).toMatchObject([{ attempts: 1, max_attempts: 1 }]),
    patience,
  )
  expect(server.received).toEqual([])
  expect(await rows()).toMatchObject([{ sentAt: null }])
})
