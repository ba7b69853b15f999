/** Reminding agencies: each once for each close and number of days, letters kept or undone with the ledger and the trail. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anyone } from '#base/actor.ts'
import { auditEvents } from '#platform/audit-tables.ts'
import { act, type Context } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import type { Letter } from '#platform/mail-letter.ts'
import { makeOutbox } from '#platform/mail-outbox.ts'
import { letters } from '#platform/mail-tables.ts'
import { newSecret, readSecret } from '#platform/secret.ts'
import { fiscalYear, openCastRound, operator } from '../../../tests/support/cast.ts'
import { doorwayOf, openClone } from '../../../tests/support/database.ts'
import { closeRound } from './close.ts'
import { extendPhase } from './extend.ts'
import type { Recipient } from './mail.ts'
import { mapEnrolledAgencies } from './queries.ts'
import { sendReminders } from './reminders-send.ts'
import type { Round } from './round.ts'
import { schedulePhase } from './schedule.ts'
import { roundReminders } from './tables.ts'

const system = { kind: 'system', name: 'worker' } as const
const outbox = makeOutbox(readSecret({ secret: newSecret(), dataDir: '/nowhere' }))

let database: Database
let round: Round
let coordinators: Recipient[]

beforeEach(async () => {
  database = await openClone()
  await act(doorwayOf(database), operator, async (context) => {
    round = await openCastRound(context)
    await schedulePhase(context, {
      ...{ fiscalYear, phase: 'collect', opensOn: '2025-08-01', closesOn: '2025-08-31' },
    })
  })
  const ids = await mapEnrolledAgencies(database.query, round, ['RIVER', 'HILL', 'FIELD'])
  coordinators = [...ids].map(([code, agencyId]) => ({
    ...{ agencyId, email: `${code}@example.go.th`, name: `ผู้ประสานงาน ${code}` },
  }))
})

afterEach(() => database.close())

/** The letters that went out at a time, and to whom. */
async function remind(day: string, actor: Parameters<typeof act>[1] = system): Promise<Letter[]> {
  const sent: Letter[] = []
  const doorway = { ...doorwayOf(database), clock: () => new Date(`${day}T08:00:00+07:00`) }
  await act(doorway, actor, (context: Context) =>
    sendReminders(context, {
      baseUrl: 'https://ita.example',
      findRecipients: async (_, agencyIds) => coordinators.filter((one) => agencyIds.includes(one.agencyId)),
      outbox: {
        ...outbox,
        put: async (within, putOut) => {
          sent.push(...putOut.letters)
          await outbox.put(within, putOut)
        },
      },
    }),
  )
  return sent
}

const addressees = (sent: readonly Letter[]) => sent.map(({ to }) => to).sort()
const everyone = ['field@example.go.th', 'hill@example.go.th', 'river@example.go.th']
const count = async (table: typeof letters | typeof roundReminders) =>
  (await database.query.select().from(table)).length

describe('reminding', () => {
  test('writes to each coordinator once, however often it is asked', async () => {
    expect(addressees(await remind('2025-08-24'))).toEqual(everyone)
    expect(await remind('2025-08-24')).toEqual([])
    expect(await remind('2025-08-25')).toEqual([])
    expect(addressees(await remind('2025-08-28'))).toEqual(everyone)
    expect(await count(roundReminders)).toBe(6)
    expect(await count(letters)).toBe(6)
  })

  test('asked for twice at the same moment still writes once', async () => {
    const sent = await Promise.all([remind('2025-08-24'), remind('2025-08-24')])
    expect(addressees(sent.flat())).toEqual(everyone)
  })

  test('is an event that counts, and names nobody', async () => {
    await remind('2025-08-24')
    await remind('2025-08-24')
    const events = await database.query.select().from(auditEvents)
    expect(events.filter(({ event }) => event === 'agencies.reminded')).toMatchObject([
      { actorKind: 'system', subject: 'round:2568', details: { agencies: 3, letters: 3, day: '2025-08-24' } },
    ])
    expect(JSON.stringify(events)).not.toContain('example.go.th')
  })

  test('leaves an agency without a coordinator for later', async () => {
    const all = coordinators
    coordinators = all.filter(({ email }) => email !== 'hill@example.go.th')
    expect(await remind('2025-08-24')).toHaveLength(2)
    coordinators = all
    expect(addressees(await remind('2025-08-25'))).toEqual(['hill@example.go.th'])
  })

  test('writes to both coordinators of an agency', async () => {
    coordinators = coordinators.flatMap((one) => [one, { ...one, email: `second-${one.email}` }])
    expect(await remind('2025-08-24')).toHaveLength(6)
    expect(await count(roundReminders)).toBe(3)
  })

  test('tells of two phases in one letter', async () => {
    await act(doorwayOf(database), operator, (context) =>
      schedulePhase(context, {
        ...{ fiscalYear, phase: 'answer', opensOn: '2025-08-01', closesOn: '2025-08-30' },
      }),
    )
    const [letter, ...others] = await remind('2025-08-27')
    expect(others).toHaveLength(2)
    expect(letter?.text).toContain('31 ส.ค. 2568')
    expect(letter?.text).toContain('30 ส.ค. 2568')
  })

  test('follows the agency that was given longer to its own close', async () => {
    await remind('2025-08-24')
    await act(doorwayOf(database), operator, (context) =>
      extendPhase(context, {
        ...{ fiscalYear, agencyCode: 'HILL', phase: 'collect', until: '2025-09-07', reason: 'น้ำท่วม' },
      }),
    )
    expect(addressees(await remind('2025-08-31'))).toEqual(everyone)
    expect(addressees(await remind('2025-09-04'))).toEqual(['hill@example.go.th'])
  })

  test('that is undone leaves neither letters nor ledger', async () => {
    const undone = act(doorwayOf(database), system, async (context) => {
      const now = new Date('2025-08-24T08:00:00+07:00')
      const findRecipients = async () => coordinators
      await sendReminders({ ...context, now }, { baseUrl: 'https://ita.example', findRecipients, outbox })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await count(roundReminders)).toBe(0)
    expect(await count(letters)).toBe(0)
    expect((await database.pool.query('select 1 from graphile_worker.jobs')).rowCount).toBe(0)
  })

  test('is refused to those who may not', async () => {
    await expect(remind('2025-08-24', anyone)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('is over when the round is closed', async () => {
    await act(doorwayOf(database), operator, (context) => closeRound(context, fiscalYear))
    expect(await remind('2025-08-24')).toEqual([])
  })
})
