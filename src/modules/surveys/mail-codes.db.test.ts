/** Codes go out by mail, one to each address, and nothing that stays behind joins an address with a code. */
import { Writable } from 'node:stream'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, anyone } from '#base/actor.ts'
import { act, type Doorway } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { type DirectMail, openDirectMail } from '#platform/mail.ts'
import { fiscalYear, operator } from '../../../tests/support/cast.ts'
import { answersOf, type Collected, collect, newKey, room } from '../../../tests/support/collecting.ts'
import { openClone } from '../../../tests/support/database.ts'
import { type SmtpServer, startSmtp, textOf } from '../../../tests/support/smtp.ts'
import { closePart } from './close-part.ts'
import { tidyCode } from './link.ts'
import { type Mailing, mailCodes } from './mail-codes.ts'
import { settleMailedCodes } from './mail-codes-settle.ts'
import { revokeLink } from './revoke-link.ts'
import { submitAnswers } from './submit.ts'

let database: Database
let server: SmtpServer
let mail: DirectMail
let collected: Collected
let doorway: Doorway
let logged: string[]

const place = { fiscalYear, agencyCode: 'HILL', part: 'iit' }
const addressesOf = (count: number) => Array.from({ length: count }, (_, at) => `person${at}@mail.example`)

beforeEach(async () => {
  logged = []
  const write = (line: unknown, _: unknown, done: () => void) => {
    logged.push(String(line))
    done()
  }
  const log = pino({ level: 'trace' }, new Writable({ write }))
  server = await startSmtp()
  mail = openDirectMail({ mail: { url: server.url, from: 'ITA <ita@example.go.th>' } })
  database = await openClone()
  collected = await collect(database, 'codes')
  doorway = { ...collected.doorway, log }
})

afterEach(async () => {
  mail.close()
  server.close()
  await database.close()
})

const send = (change: Partial<Mailing> & { readonly actor?: Actor } = {}) => {
  const { actor = operator, ...mailing } = change
  const given = { ...place, room, mail, baseUrl: 'https://ita.example', addresses: addressesOf(12) }
  return mailCodes(doorway, actor, { ...given, ...mailing })
}

/** Who was written to, with the code of the letter as it is kept. */
const letters = () =>
  server.received.map(({ to, message }) => {
    const text = textOf(message)
    const codes = [...text.matchAll(/([2-9b-z]{5}-[2-9b-z]{5})\n/g)].map(([, code = '']) => code)
    return { to: to.join(), text, codes, code: tidyCode(codes[0] ?? '') }
  })

const countCodes = async () => (await database.pool.query('select * from survey_codes')).rows.length

async function events(): Promise<{ event: string; details: unknown }[]> {
  const { rows } = await database.pool.query(
    "select event, details from audit_events where event like 'survey.codes%' order by number",
  )
  return rows
}

/** Every row of every table there is, as text. */
async function dumpTables(): Promise<Map<string, string>> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const dumps = rows.map(async ({ name }) => {
    const { rows: found } = await database.pool.query(`select to_jsonb(t)::text as row from ${name} t`)
    return [name, found.map(({ row }) => row).join('\n')] as const
  })
  return new Map(await Promise.all(dumps))
}

describe('codes by mail', () => {
  test('reach each address once, each with a code that lets one answer in', async () => {
    expect(await send()).toEqual({ sent: 12, refused: [], failed: [], left: [], areRevoked: true })
    const received = letters()
    expect(received.map(({ to }) => to).toSorted()).toEqual(addressesOf(12).toSorted())
    expect(new Set(received.map(({ code }) => code)).size).toBe(12)
    const link = await collected.linkOf('HILL', 'iit')
    for (const { code } of received) {
      const given = { key: newKey(), answers: answersOf(link, 1), oneTimeCode: code }
      await expect(submitAnswers(collected.intake, { collecting: link, ...given })).resolves.toBe('stored')
    }
  })

  test('come in Thai and English, with the way to the form, the privacy page and the last day', async () => {
    await send({ addresses: ['a@mail.example'] })
    const [letter] = letters()
    const { code } = await collected.linkOf('HILL', 'iit')
    expect(letter?.codes).toHaveLength(2)
    expect(letter?.text).toContain(`https://ita.example/go/iit/${code}\n`)
    expect(letter?.text).toContain(`https://ita.example/go/iit/${code}?lang=en\n`)
    expect(letter?.text).toContain('https://ita.example/go/privacy\n')
    expect(letter?.text).toContain('ไม่มีใครนำคำตอบมาเชื่อมกับท่านได้')
    expect(letter?.text).toContain('Nobody can join your answers with you')
    expect(letter?.text).toContain('31 Aug 2025')
    expect(letter?.text).not.toMatch(/https?:\S*[2-9b-z]{5}-[2-9b-z]{5}/)
  })

  test('go out in an order that is not that of the list', async () => {
    await send({ addresses: addressesOf(40) })
    expect(letters().map(({ to }) => to)).not.toEqual(addressesOf(40))
  })

  test('that the mail server refuses are told, and let nobody in any more', async () => {
    const isRefused = (address: string) => /person[37]@/.test(address)
    const isBusy = (address: string) => /person5@/.test(address)
    server.answerRecipients((address) =>
      isRefused(address) ? '550 no such user' : isBusy(address) ? '451 later' : '250 ok',
    )
    expect(await send()).toEqual({
      ...{ sent: 9, left: [], areRevoked: true },
      refused: ['person3@mail.example', 'person7@mail.example'],
      failed: ['person5@mail.example'],
    })
    expect(await countCodes()).toBe(9)
    expect(await events()).toEqual([
      { event: 'survey.codesMade', details: { agency: 'HILL', part: 'iit', count: 12 } },
      { event: 'survey.codesMailed', details: { agency: 'HILL', part: 'iit', sent: 9, revoked: 3 } },
    ])
  })

  test('are given up for the moment when the mail server takes none, and those left are told', async () => {
    server.answerRecipients('451 later please')
    const { sent, failed, left } = await send({ addresses: addressesOf(60) })
    expect(sent).toBe(0)
    expect(failed.length).toBeLessThan(15)
    expect([...failed, ...left].toSorted()).toEqual(addressesOf(60).toSorted())
    expect(await countCodes()).toBe(0)
  })

  test('go out in turns of one size, by chance, and the rest is handed back', async () => {
    const { sent, left } = await send({ addresses: addressesOf(21), most: 20 })
    expect([sent, left.length]).toEqual([11, 10])
    expect(await countCodes()).toBe(11)
  })

  test('stop when their time is over', async () => {
    let minutes = 0
    const clock = () => new Date(Date.UTC(2025, 7, 15, 3, minutes++))
    doorway = { ...doorway, clock }
    const { sent, left } = await send({ addresses: addressesOf(30), milliseconds: 10 * 60_000 })
    expect(sent).toBeGreaterThan(0)
    expect(sent + left.length).toBe(30)
    expect(await countCodes()).toBe(sent)
  })
})

describe('what stays behind', () => {
  test('no table holds an address or a code, and a hash stands nowhere but among the codes', async () => {
    server.answerRecipients((address) => (/person[37]@/.test(address) ? '550 no such user' : '250 ok'))
    await send()
    const dump = await dumpTables()
    expect(dump.get('public.survey_codes')?.split('\n')).toHaveLength(10)
    for (const { code, codes, to } of letters()) {
      const hash = room.hashCode(code).toString('hex')
      expect(dump.get('public.survey_codes')).toContain(hash)
      for (const [table, rows] of dump) {
        for (const secret of [code, ...codes, to]) expect(rows, table).not.toContain(secret)
        if (table !== 'public.survey_codes') expect(rows, table).not.toContain(hash)
      }
    }
    for (const [table, rows] of dump) expect(rows, table).not.toContain('@mail.example')
    expect(dump.get('public.letters')).toBe('')
  })

  test('the codes stand in the order of their hashes, whoever got which', async () => {
    await send({ addresses: addressesOf(200) })
    const { rows } = await database.pool.query<{ hash: string }>(
      "select encode(hash, 'hex') as hash from survey_codes order by ctid",
    )
    expect(rows).toHaveLength(200)
    expect(rows.map(({ hash }) => hash)).toEqual(rows.map(({ hash }) => hash).toSorted())
  })

  test('no line of the log holds an address or a code, even when codes cannot be revoked', async () => {
    server.answerRecipients((address) => {
      void database.pool.query('alter table survey_codes rename to survey_codes_away').catch(() => undefined)
      return /person[37]@/.test(address) ? '550 no such user' : '250 ok'
    })
    expect(await send()).toMatchObject({ sent: 10, areRevoked: false })
    expect(logged).toHaveLength(1)
    for (const { code, codes, to } of letters()) {
      const hash = room.hashCode(code).toString('hex')
      for (const secret of [code, ...codes, to, hash]) expect(logged.join()).not.toContain(secret)
    }
    expect(logged.join()).not.toContain('@mail.example')
  })
})

describe('no code is made and no letter sent', () => {
  afterEach(async () => {
    expect(server.received).toEqual([])
    expect(await countCodes()).toBe(0)
    expect(await events()).toEqual([])
  })

  test('by somebody who may not make codes', async () => {
    await expect(send({ actor: anyone })).rejects.toMatchObject({ kind: 'forbidden' })
    const settled = { ...place, room, sent: 0, unsent: [] }
    const settling = act(doorway, anyone, (context) => settleMailedCodes(context, settled))
    await expect(settling).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('where the mail server is away', async () => {
    server.close()
    await expect(send()).rejects.toMatchObject({ kind: 'unavailable', code: 'mail.unreachable' })
  })

  test('for a part that is answered by open link', async () => {
    await database.pool.query("update survey_parts set mode = 'open'")
    await expect(send()).rejects.toMatchObject({ code: 'survey.notByCodes' })
  })

  test('for a part that is closed, or whose last day is over', async () => {
    collected.setNow(new Date('2025-09-15T03:00:00Z'))
    await expect(send()).rejects.toMatchObject({ code: 'round.phaseNotOpen' })
    collected.setNow(new Date('2025-08-15T03:00:00Z'))
    await act(doorway, operator, (context) => closePart(context, { ...place, room }))
    await expect(send()).rejects.toMatchObject({ code: 'survey.partClosed' })
  })

  test('for a part whose link was revoked', async () => {
    await act(doorway, operator, (context) => revokeLink(context, { ...place, isReplaced: false }))
    await expect(send()).rejects.toMatchObject({ code: 'survey.noLink' })
  })
})
