/** Whatever changes what stands behind a link is told by the trail; what does not, leaves all that is kept in peace. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeAgency } from '#modules/registry/change-agency.ts'
import { extendPhase } from '#modules/rounds/extend.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import { act, type Context } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { fiscalYear, operator } from '../../../tests/support/cast.ts'
import { answersOf, type Collected, collect, newKey, room } from '../../../tests/support/collecting.ts'
import { openClone } from '../../../tests/support/database.ts'
import { closePart } from './close-part.ts'
import { findLastLinkChange } from './link-changes.ts'
import { findLink } from './links.ts'
import { revokeLink } from './revoke-link.ts'
import { setMode } from './set-mode.ts'
import { stateHeadcount } from './state-headcount.ts'
import { submitAnswers } from './submit.ts'

let database: Database
let collected: Collected
beforeAll(async () => {
  database = await openClone()
  collected = await collect(database)
})
afterAll(() => database.close())

const part = { fiscalYear, agencyCode: 'RIVER', part: 'iit' }
const collectPhase = { fiscalYear, phase: 'collect' }

const changes: readonly [string, (context: Context) => Promise<unknown>][] = [
  ['a name', (context) => changeAgency(context, 'RIVER', { name_th: 'กรมแม่น้ำสายใหม่' })],
  ['a mode', (context) => setMode(context, { ...part, mode: 'codes' })],
  [
    'the calendar',
    (context) => schedulePhase(context, { ...collectPhase, opensOn: '2025-08-02', closesOn: '2025-08-31' }),
  ],
  [
    'an extension',
    (context) =>
      extendPhase(context, { ...collectPhase, agencyCode: 'RIVER', until: '2025-09-05', reason: 'น้ำท่วม' }),
  ],
  ['a revoked link', (context) => revokeLink(context, { ...part, isReplaced: true })],
  ['a close', (context) => closePart(context, { ...part, room })],
]

test.each(changes)('%s changes what stands behind a link, and is told', async (_, change) => {
  const { code } = await collected.linkOf('RIVER', 'iit')
  const [before, told] = [await findLink(database.query, code), await findLastLinkChange(database.query)]
  await act(collected.doorway, operator, change)
  expect(await findLink(database.query, code)).not.toEqual(before)
  expect(await findLastLinkChange(database.query)).toBeGreaterThan(told)
})

test('answers, and a headcount that is stated, change nothing and are not told', async () => {
  const collecting = await collected.linkOf('HILL', 'iit')
  const told = await findLastLinkChange(database.query)
  const answers = answersOf(collecting, 1)
  await submitAnswers(collected.intake, { collecting, key: newKey(), answers })
  await act(collected.doorway, operator, (context) =>
    stateHeadcount(context, { fiscalYear, agencyCode: 'HILL', staff: 20 }),
  )
  expect(await findLink(database.query, collecting.code)).toEqual(collecting)
  expect(await findLastLinkChange(database.query)).toBe(told)
})
