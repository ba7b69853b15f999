/** `prongsai surveys mail-codes` as whoever runs the machine meets it: letters out, a report once, nothing left on disk. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Database } from '#platform/database.ts'
import { collect } from '../../tests/support/collecting.ts'
import { openClone } from '../../tests/support/database.ts'
import { type SmtpServer, startSmtp, textOf } from '../../tests/support/smtp.ts'
import { surveysCommand } from './surveys.ts'

let database: Database
let server: SmtpServer
let folder: string
let list: string

beforeEach(async () => {
  server = await startSmtp()
  database = await openClone()
  folder = mkdtempSync(join(tmpdir(), 'prongsai-mail-codes-'))
  list = `${folder}.csv`
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('DATABASE_URL', String(database.pool.options.connectionString))
  vi.stubEnv('MAIL_URL', server.url)
  vi.stubEnv('MAIL_FROM', 'ita@example.go.th')
  await collect(database, 'codes')
  // Without days the part is open, whatever the clock of the machine says.
  await database.pool.query('delete from round_phases')
})

afterEach(async () => {
  process.exitCode = 0
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  server.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
  rmSync(list, { force: true })
})

async function mailCodes(addresses: string): Promise<string> {
  writeFileSync(list, addresses)
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const place = ['--year', '2568', '--agency', 'HILL', '--part', 'iit', '--lang', 'en']
  try {
    await surveysCommand().parseAsync(['mail-codes', ...place, '--to', list], { from: 'user' })
    return write.mock.calls.map(([text]) => String(text)).join('')
  } finally {
    write.mockRestore()
  }
}

function filesOf(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
}

test('letters go out, who was refused is told once, and the data folder holds neither address nor code', async () => {
  server.answerRecipients((address) => (address === 'b@mail.example' ? '550 no such user' : '250 ok'))
  const printed = await mailCodes('name,email\nA,a@mail.example\nB,B@mail.example\nC,c@mail.example\n')
  expect(printed).toContain('The mail server took 2 letters')
  expect(printed).toContain(
    'The mail server refused 1 address: check how they are written:\n  b@mail.example\n',
  )
  expect(process.exitCode).toBe(1)
  expect(server.received.flatMap(({ to }) => to).toSorted()).toEqual(['a@mail.example', 'c@mail.example'])
  const codes = server.received.map(({ message }) => /[2-9b-z]{5}-[2-9b-z]{5}/.exec(textOf(message))?.[0])
  const files = filesOf(folder)
  expect(files.map((file) => file.slice(folder.length))).toEqual(['/secret'])
  for (const secret of ['@mail.example', ...codes]) {
    expect(files.filter((file) => readFileSync(file, 'latin1').includes(String(secret)))).toEqual([])
  }
})

test('without a mail server it is refused in a sentence, and nothing is made', async () => {
  vi.stubEnv('MAIL_URL', '')
  vi.stubEnv('MAIL_FROM', '')
  await expect(mailCodes('a@mail.example\n')).rejects.toMatchObject({ code: 'mail.noServer' })
  expect((await database.pool.query('select * from survey_codes')).rows).toEqual([])
  expect(filesOf(folder)).toEqual([])
})

test('a list with a wrong address is refused by line, and a file that is not there by name', async () => {
  await expect(mailCodes('a@mail.example\nsomsri\n')).rejects.toMatchObject({
    ...{ code: 'survey.addressesInvalid', findings: [{ parameters: { line: 2, value: 'somsri' } }] },
  })
  const missing = surveysCommand().parseAsync(
    ['mail-codes', '--year', '2568', '--agency', 'HILL', '--part', 'iit', '--to', join(folder, 'none')],
    { from: 'user' },
  )
  await expect(missing).rejects.toMatchObject({ code: 'file.unreadable' })
  expect(server.received).toEqual([])
})
