/** A demo that is started again goes on from where its visitors have brought it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#base/actor.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { listOpenParts } from '#modules/surveys/close-ended.ts'
import { closePart } from '#modules/surveys/close-part.ts'
import { listAssignments } from '#modules/surveys/interview-progress.ts'
import { openIntake } from '#modules/surveys/submit.ts'
import { makeWaitingRoom } from '#modules/surveys/waiting-room.ts'
import { act, type Doorway } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { newSecret, readSecret } from '#platform/secret.ts'
import { doorwayOf, openClone } from '../../../tests/support/database.ts'
import { playInterviews } from './interviews.ts'
import { loadDemo } from './load.ts'
import { playOpenRound } from './open-round.ts'

const operator: Actor = { kind: 'operator', name: 'demo test' }
const secret = readSecret({ secret: newSecret(), dataDir: '' })
const room = makeWaitingRoom(secret)

let database: Database
let doorway: Doorway
beforeAll(async () => {
  database = await openClone()
  doorway = doorwayOf(database)
  await loadDemo(doorway)
  await play()
})
afterAll(() => database.close())

async function play(): Promise<void> {
  const intake = openIntake(doorway, room)
  await playOpenRound(doorway, intake)
  await playInterviews(doorway, secret)
  await intake.queue.drain()
}

test('when every part of its open round is closed, it starts, and nothing is collected or assigned again', async () => {
  const round = await getRound(database.query, 2569)
  const query = { actor: operator, page: { number: 1, size: 1 } }
  const assigned = async () => (await listAssignments(database.query, round, query)).totals.assignments
  const before = await assigned()
  expect(before).toBeGreaterThan(0)
  for (const { code, part } of await listOpenParts(database.query, round)) {
    await act(doorway, operator, (context) =>
      closePart(context, { fiscalYear: 2569, agencyCode: code, part, room }),
    )
  }
  await play()
  expect(await listOpenParts(database.query, round)).toEqual([])
  expect(await assigned()).toBe(before)
})
