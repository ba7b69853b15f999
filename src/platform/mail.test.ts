/** How letters leave: through a mail server, or into the data folder where none is set. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type SmtpServer, startSmtp, textOf } from '../../tests/support/smtp.ts'
import { type Config, readConfig } from './config.ts'
import { makeLog } from './log.ts'
import { makeMail, openDirectMail } from './mail.ts'
import type { Letter, Mail } from './mail-letter.ts'

const log = makeLog('silent')
const letter: Letter = {
  to: 'somsri@example.go.th',
  subject: 'ใกล้ปิดแล้ว: ตอบแบบวัด OIT',
  text: `เรียน สมศรี\n\nเปิดที่ https://ita.example.go.th/${'x'.repeat(200)}\n.จุดนำหน้าบรรทัด`,
}
const from = 'ระบบ ITA <ita@example.go.th>'

let dataDir: string
let mail: Mail | undefined

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'prongsai-mail-'))
})

afterEach(() => {
  mail?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

function make(server?: Config['mail']): Mail {
  mail = makeMail({ mail: server, dataDir }, log)
  return mail
}

describe('a mail server', () => {
  let server: SmtpServer

  beforeEach(async () => {
    server = await startSmtp()
  })

  afterEach(() => server.close())

  test('is given the letter whole, with a Message-ID made of its id', async () => {
    await make({ url: server.url, from }).send(letter, 'letter-1')
    const [received] = server.received
    expect(received).toMatchObject({ from: 'ita@example.go.th', to: ['somsri@example.go.th'] })
    expect(received?.message).toContain('Message-ID: <letter-1@example.go.th>')
    expect(textOf(received?.message ?? '').trim()).toBe(letter.text)
  })

  test('that does not know the person has the letter given up, and the address told to no log', async () => {
    server.answerRecipients('550 no such user somsri@example.go.th')
    const sending = make({ url: server.url, from }).send(letter, 'letter-1')
    const problem = { kind: 'invalid', code: 'mail.refused', parameters: { reason: 'EENVELOPE 550' } }
    await expect(sending).rejects.toMatchObject(problem)
    await expect(sending).rejects.not.toThrow('somsri')
  })

  test('that is busy is asked again later', async () => {
    server.answerRecipients('451 later please')
    await expect(make({ url: server.url, from }).send(letter, 'letter-1')).rejects.toMatchObject({
      ...{ kind: 'unavailable', code: 'mail.notSent' },
    })
    server.answerRecipients('250 ok')
    await mail?.send(letter, 'letter-1')
    expect(server.received).toHaveLength(1)
  })

  test('that is not there is asked again later', async () => {
    server.close()
    await expect(make({ url: server.url, from }).send(letter, 'letter-1')).rejects.toMatchObject({
      ...{ kind: 'unavailable', code: 'mail.notSent' },
    })
  })

  test('is asked whether it is there before anything is begun', async () => {
    const direct = openDirectMail({ mail: { url: server.url, from } })
    mail = direct
    await expect(direct.reach()).resolves.toBeUndefined()
    expect(server.received).toEqual([])
    server.close()
    await expect(direct.reach()).rejects.toMatchObject({ kind: 'unavailable', code: 'mail.unreachable' })
  })

  test('is never tricked into a second recipient or header', async () => {
    await make({ url: server.url, from }).send(
      { ...letter, subject: 'ก\r\nBcc: thief@example.com', text: 'x' },
      'letter-1',
    )
    expect(server.received[0]?.to).toEqual(['somsri@example.go.th'])
    expect(server.received[0]?.message).not.toMatch(/^bcc:/im)
  })
})

describe('without a mail server', () => {
  const files = () => readdirSync(join(dataDir, 'mail'))
  const read = (name: string) => readFileSync(join(dataDir, 'mail', name), 'utf8')

  test('a letter is a file in the data folder that a person can read, and nobody else', async () => {
    await make().send(letter, 'letter-1')
    expect(files()).toEqual(['letter-1.eml'])
    expect(read('letter-1.eml')).toContain('To: somsri@example.go.th\nSubject: ใกล้ปิดแล้ว: ตอบแบบวัด OIT\n')
    expect(read('letter-1.eml')).toContain(letter.text)
    expect(statSync(join(dataDir, 'mail', 'letter-1.eml')).mode & 0o077).toBe(0)
  })

  test('nothing is sent that must touch no disk', () => {
    expect(() => openDirectMail({ mail: undefined })).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'mail.noServer' }),
    )
  })

  test('a letter that is sent twice is one file', async () => {
    await make().send(letter, 'letter-1')
    await mail?.send(letter, 'letter-1')
    expect(files()).toEqual(['letter-1.eml'])
  })

  test('a letter with HTML keeps both ways of reading it', async () => {
    await make().send({ ...letter, html: '<p>สวัสดี</p>' }, 'letter-1')
    expect(read('letter-1.eml')).toContain('Content-Type: multipart/alternative')
    expect(read('letter-1.eml')).toContain('<p>สวัสดี</p>')
    expect(read('letter-1.eml')).toContain(letter.text)
  })

  test('a subject of two lines makes no header', async () => {
    await make().send({ ...letter, subject: 'ก\nBcc: thief@example.com' }, 'letter-1')
    expect(read('letter-1.eml')).not.toMatch(/^Bcc:/m)
  })
})

describe('the settings', () => {
  const MAIL_URL = 'smtps://user:pass@mail.example.go.th:465'

  test('name a server and a sender, or neither', () => {
    expect(readConfig({}).mail).toBeUndefined()
    expect(readConfig({ MAIL_URL, MAIL_FROM: from }).mail).toEqual({ url: MAIL_URL, from })
    expect(readConfig({ MAIL_URL, MAIL_FROM: 'ita@example.go.th' }).mail?.from).toBe('ita@example.go.th')
  })

  test.each([
    ['a server without a sender', { MAIL_URL }, 'MAIL_FROM'],
    ['a sender without a server', { MAIL_FROM: from }, 'MAIL_URL'],
    ['a server that is none', { MAIL_URL: 'https://mail.example.go.th', MAIL_FROM: from }, 'MAIL_URL'],
    ['a sender without an address', { MAIL_URL, MAIL_FROM: 'ระบบ ITA' }, 'MAIL_FROM'],
    ['a sender of two lines', { MAIL_URL, MAIL_FROM: 'x\nBcc: <thief@example.com>' }, 'MAIL_FROM'],
    ['a worker that is neither on nor off', { WORKER: 'perhaps' }, 'WORKER'],
  ])('%s is refused by name', (_, environment, name) => {
    expect(() => readConfig(environment)).toThrow(
      expect.objectContaining({
        code: 'config.invalid',
        findings: [expect.objectContaining({ parameters: expect.objectContaining({ name }) })],
      }),
    )
  })
})
