/** A round that takes answers, in a database of its own: links for every agency of the cast, and a clock to turn. */

import { getRound } from '#modules/rounds/queries.ts'
import { schedulePhase } from '#modules/rounds/schedule.ts'
import type { Mode } from '#modules/surveys/link.ts'
import { getCurrentLink, type Link } from '#modules/surveys/links.ts'
import { openLinks } from '#modules/surveys/open-links.ts'
import { answerColumns } from '#modules/surveys/packed-answers.ts'
import { type Intake, openIntake } from '#modules/surveys/submit.ts'
import { moveGroups } from '#modules/surveys/tend-waiting.ts'
import { makeWaitingRoom } from '#modules/surveys/waiting-room.ts'
import { randomHex } from '#platform/chance.ts'
import { act, type Doorway } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { fiscalYear, openCastRound, operator } from './cast.ts'
import { doorwayOf } from './database.ts'

export const group = 5
export const secret = { deriveKey: (purpose: string) => Buffer.alloc(32, purpose) }
export const room = makeWaitingRoom(secret, group)

export interface Collected {
  readonly doorway: Doorway
  readonly intake: Intake
  /** As another server on the same database would have it. */
  readonly otherIntake: Intake
  /** Turns the clock. */
  setNow(now: Date): void
  linkOf(agencyCode: string, part: string): Promise<Link>
  move(): Promise<number>
}

/** The collect phase runs from 1 to 31 August 2025; it is the 15th. */
export async function collect(database: Database, mode: Mode = 'open'): Promise<Collected> {
  let now = new Date('2025-08-15T03:00:00Z')
  const doorway = { ...doorwayOf(database), clock: () => now }
  await act(doorway, operator, async (context) => {
    await openCastRound(context)
    const days = { opensOn: '2025-08-01', closesOn: '2025-08-31' }
    await schedulePhase(context, { fiscalYear, phase: 'collect', ...days })
    await openLinks(context, { fiscalYear, mode })
  })
  return {
    doorway,
    intake: openIntake(doorway, room),
    otherIntake: openIntake(doorway, room),
    setNow: (day) => {
      now = day
    },
    linkOf: async (agencyCode, part) =>
      getCurrentLink(database.query, await getRound(database.query, fiscalYear), { agencyCode, part }),
    move: () => moveGroups(doorway, room),
  }
}

export const newKey = () => randomHex(16)

/** One respondent's answers; `pattern` numbers them: each question takes a digit of it in base 6. */
export function answersOf(
  { framework, part }: Pick<Link, 'framework' | 'part'>,
  pattern: number,
): Record<string, number> {
  const columns = answerColumns(framework, part) ?? []
  return Object.fromEntries(
    columns.map(({ id, optionSet }, index) => [
      id,
      Math.floor(pattern / 6 ** (index % 6)) % optionSet.options.length,
    ]),
  )
}
