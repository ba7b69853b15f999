/** `prongsai audit` as an operator meets it: a whole trail, a trail someone changed, and what was done. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { recordEvent } from '#platform/audit.ts'
import { act } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { operator } from '../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { auditCommand } from './audit.ts'

let database: Database
let exitCode: typeof process.exitCode

beforeEach(async () => {
  exitCode = process.exitCode
  database = await openClone()
  vi.stubEnv('DATABASE_URL', String(database.pool.options.connectionString))
  for (const year of [2566, 2567, 2568]) {
    await act(doorwayOf(database), operator, (context) =>
      recordEvent(context, { event: 'round.closed', subject: `round:${year}`, details: { year } }),
    )
  }
})

afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  process.exitCode = exitCode
  await database.close()
})

/** What the command prints, and its exit code. */
async function audit(...args: string[]): Promise<{ printed: string; code: number }> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  process.exitCode = 0
  await auditCommand().parseAsync(args, { from: 'user' })
  const printed = write.mock.calls.map(([text]) => String(text)).join('')
  write.mockRestore()
  return { printed, code: Number(process.exitCode) }
}

async function tamper(statement: string): Promise<void> {
  await database.pool.query(`begin; alter table audit_events disable trigger all; ${statement};
    alter table audit_events enable trigger all; commit`)
}

async function lastHash(): Promise<string> {
  const { rows } = await database.pool.query<{ hash: string }>('select hash from audit_head')
  return rows[0]?.hash ?? ''
}

describe('prongsai audit verify', () => {
  test('says of a whole trail how many events it has and the last hash', async () => {
    expect(await audit('verify', '--lang', 'en')).toEqual({
      printed: `the audit trail is whole: 3 events, last hash ${await lastHash()}\n`,
      code: 0,
    })
    expect((await audit('verify')).printed).toContain('ครบถ้วน 3 รายการ')
  })

  test('names every fault and ends with 1', async () => {
    await tamper(`update audit_events set subject = 'round:2565' where number = 1;
      delete from audit_events where number > 1`)
    expect(await audit('verify', '--lang', 'en')).toEqual({
      printed: [
        'the audit trail does not hold: 2 fault(s) in 1 events read',
        'event 1 was changed: it is not what was recorded',
        'events 2 to 3 are missing\n',
      ].join('\n'),
      code: 1,
    })
    expect((await audit('verify')).printed).toContain('รายการที่ 2 ถึง 3 หายไป')
  })

  test('tells programs the same', async () => {
    const hash = await lastHash()
    const whole = await audit('verify', '--json')
    expect(JSON.parse(whole.printed)).toEqual({ isWhole: true, count: 3, hash, faults: [] })
    expect(whole.code).toBe(0)
    await tamper('delete from audit_events where number = 2')
    const broken = await audit('verify', '--json')
    expect(JSON.parse(broken.printed)).toEqual({
      ...{ isWhole: false, count: 2, hash },
      faults: [{ kind: 'missing', number: 2 }],
    })
    expect(broken.code).toBe(1)
  })
})

describe('prongsai audit list', () => {
  test('shows when, who, what and on what, newest first', async () => {
    const { printed, code } = await audit('list', '--limit', '๒')
    expect(printed.split('\n')).toEqual([
      '3  2025-08-15T03:00:00.000Z  operator:somchai  round.closed  round:2568  {"year":2568}',
      '2  2025-08-15T03:00:00.000Z  operator:somchai  round.closed  round:2567  {"year":2567}',
      '',
    ])
    expect(code).toBe(0)
  })

  test('shows only what was asked for', async () => {
    expect((await audit('list', '--subject', 'round:2567')).printed).toMatch(/^2 .*\n$/)
    expect((await audit('list', '--event', 'round.closed', '--before', '2')).printed).toMatch(/^1 .*\n$/)
    expect((await audit('list', '--event', 'round.opened', '--lang', 'en')).printed).toBe(
      'no event is as asked\n',
    )
  })

  test('shows what one program, operator or person did, on some days', async () => {
    expect((await audit('list', '--actor', 'somchai')).printed.split('\n')).toHaveLength(4)
    expect((await audit('list', '--actor', 'nobody')).printed).toContain('ไม่มีรายการ')
    expect(
      (await audit('list', '--from', '๑๕/๘/๒๕๖๘', '--to', '2025-08-15')).printed.split('\n'),
    ).toHaveLength(4)
    expect((await audit('list', '--from', '16 ส.ค. 2568')).printed).toContain('ไม่มีรายการ')
    expect((await audit('list', '--to', '2568-08-14')).printed).toContain('ไม่มีรายการ')
  })

  test('finds a person by e-mail, in any case, or by id', async () => {
    const id = '00000000-0000-7000-8000-00000000000a'
    await database.pool.query(
      `insert into users (id, name, email, email_verified, created_at, updated_at)
        values ($1, 'มานี', 'manee@river.example', true, now(), now())`,
      [id],
    )
    const person = { kind: 'person', id, name: 'มานี', grants: [] } as const
    await act(doorwayOf(database), person, (context) =>
      recordEvent(context, { event: 'session.revoked', subject: `user:${id}` }),
    )
    for (const actor of ['Manee@River.example', id]) {
      expect((await audit('list', '--actor', actor)).printed).toMatch(/^4 .* session\.revoked .*\n$/)
    }
  })

  test.each([
    ['--from', '31/2/2568'],
    ['--to', 'soon'],
  ])('refuses %s %s by its name', async (option, value) => {
    await expect(audit('list', option, value)).rejects.toMatchObject({
      code: 'round.dayInvalid',
      parameters: { option, value },
    })
  })

  test('gives programs the whole rows with their hashes', async () => {
    const events = JSON.parse((await audit('list', '--json')).printed)
    expect(events).toHaveLength(3)
    expect(events[0]).toMatchObject({ number: 3, subject: 'round:2568', hash: await lastHash() })
    expect(JSON.parse((await audit('list', '--json', '--subject', 'x')).printed)).toEqual([])
  })

  test('lets no control character through to the terminal', async () => {
    await tamper(`update audit_events set subject = E'round\\x1b[2K:2568' where number = 3`)
    const { printed } = await audit('list', '--limit', '1')
    expect(printed).not.toContain('\u001b')
    expect(printed).toContain('round\u{fffd}[2K:2568')
  })

  test.each([
    ['--limit', '0'],
    ['--limit', '10001'],
    ['--limit', 'many'],
    ['--before', '-1'],
    ['--before', '1e3'],
  ])('refuses %s %s', async (option, value) => {
    await expect(audit('list', `${option}=${value}`)).rejects.toMatchObject({
      code: 'audit.numberInvalid',
      parameters: { option, value },
    })
  })
})
