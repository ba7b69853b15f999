/** Enumerators with work to do in a round that takes answers, for the tests of interviews. */
import type { Actor, Grant, Person } from '#base/actor.ts'
import { acceptInvitation } from '#modules/accounts/accept-invitation.ts'
import { invitationToken } from '#modules/accounts/invitation.ts'
import { invite } from '#modules/accounts/invite.ts'
import { getPlacedAgency } from '#modules/registry/find-place.ts'
import { getRound } from '#modules/rounds/queries.ts'
import { assignInterviews } from '#modules/surveys/assign-interviews.ts'
import { interviewPart } from '#modules/surveys/interview.ts'
import { makeInterviewDesk } from '#modules/surveys/interview-desk.ts'
import { findCollecting } from '#modules/surveys/parts.ts'
import { type RecordedInterview, recordInterview } from '#modules/surveys/record-interview.ts'
import { randomHex } from '#platform/chance.ts'
import { act, type Context } from '#platform/context.ts'
import type { Database } from '#platform/database.ts'
import { readSecret } from '#platform/secret.ts'
import { fiscalYear, operator } from './cast.ts'
import { answersOf, type Collected, collect, newKey } from './collecting.ts'

const secret = readSecret({ secret: randomHex(24), dataDir: '' })

export const desk = makeInterviewDesk(secret)

export interface Interviewing extends Collected {
  readonly as: <T>(actor: Actor, verb: (context: Context) => Promise<T>) => Promise<T>
  /** Enumerators of RIVER; both may interview there. */
  readonly first: Person
  readonly second: Person
  /** Supervises the type of RIVER; and another one that of HILL and FIELD. */
  readonly supervisor: Person
  readonly stranger: Person
  assign(enumerator: Person, quota?: number): Promise<string>
  record(enumerator: Person, given: Recording): Promise<RecordedInterview>
}

export interface Recording {
  readonly assignment: string
  readonly key?: string
  readonly pattern?: number
  readonly replaces?: string
  readonly seconds?: number
}

export const emailOf = ({ name }: Person): string => `${name}@example.go.th`

export async function startInterviewing(database: Database): Promise<Interviewing> {
  const collected = await collect(database)
  const as = <T>(actor: Actor, verb: (context: Context) => Promise<T>) => act(collected.doorway, actor, verb)
  const { place } = await getPlacedAgency(database.query, 'RIVER')
  const people = new Map<string, Person>()
  const enumerators: Grant = { role: 'enumerator', scope: { kind: 'agency', agencyId: place.agencyId } }
  for (const [name, grant] of Object.entries({
    first: enumerators,
    second: enumerators,
    supervisor: { role: 'supervisor', scope: { kind: 'group', type: 'department' } },
    stranger: { role: 'supervisor', scope: { kind: 'group', type: 'subdistrictOrganization' } },
  } satisfies Record<string, Grant>)) {
    people.set(name, await as(operator, (context) => join(context, name, grant)))
  }
  const person = (name: string): Person => {
    const found = people.get(name)
    if (!found) throw new Error(`nobody is ${name}`)
    return found
  }
  return {
    ...collected,
    ...{ as, first: person('first'), second: person('second') },
    ...{ supervisor: person('supervisor'), stranger: person('stranger') },
    assign: async (enumerator, quota = 3) => {
      const entry = { fiscalYear, agencyCode: 'RIVER', enumerator: emailOf(enumerator), quota, desk }
      return (await as(person('supervisor'), (context) => assignInterviews(context, entry))).id
    },
    record: async (enumerator, { assignment, key = newKey(), pattern = 0, ...rest }) => {
      const round = await getRound(database.query, fiscalYear)
      const collecting = await findCollecting(database.query, round, {
        agencyId: place.agencyId,
        part: interviewPart,
      })
      if (!collecting) throw new Error('nothing is collected')
      const answers = answersOf(collecting, pattern)
      return as(enumerator, (context) =>
        recordInterview(context, { assignment, key, answers, desk, ...rest }),
      )
    },
  }
}

async function join(context: Context, name: string, grant: Grant): Promise<Person> {
  const { id } = await invite(context, { email: `${name}@example.go.th`, name, grant })
  const token = invitationToken(secret, id)
  const accepted = { token, name, password: 'a password of the tests' }
  const { userId } = await acceptInvitation(context, { secret }, accepted)
  return { kind: 'person', id: userId, name, grants: [grant] }
}
