/** `/api/v1/interviews`: an enumerator's work, and the interviews their tablet sends when there is a network. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Person } from '#base/actor.ts'
import { isAllowedSomewhere, refusalOf } from '#base/permission.ts'
import { Problem } from '#base/problem.ts'
import type { Accounts } from '#modules/accounts/accounts.ts'
import { canRecordInterviews } from '#modules/surveys/access.ts'
import { type InterviewDesk, makeInterviewDesk } from '#modules/surveys/interview-desk.ts'
import { getWork } from '#modules/surveys/interview-work.ts'
import { markCall } from '#modules/surveys/mark-call.ts'
import { recordInterview } from '#modules/surveys/record-interview.ts'
import { act, type Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { callMarkSchema, interviewSchema, recordedSchema, workSchema } from './interview-schema.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const tags = ['interviews']
const json = <S extends z.ZodType>(schema: S) => ({ content: { 'application/json': { schema } } })

const workRoute = createRoute({
  method: 'get',
  path: '/api/v1/interviews/work',
  tags,
  summary: 'All an enumerator needs to go out with: assignments, questions, call lists, interviews sent back',
  ...needsScopes([canRecordInterviews]),
  responses: { 200: { description: 'Their own only', ...json(workSchema) }, ...problems(401, 403) },
})

const postRoute = createRoute({
  method: 'post',
  path: '/api/v1/interviews',
  tags,
  summary: 'Hand in one interview; the same key is counted once, however often it is sent',
  ...needsScopes([canRecordInterviews]),
  request: { body: { required: true, ...json(interviewSchema) } },
  responses: {
    200: { description: 'The key was there already: nothing is counted again', ...json(recordedSchema) },
    201: { description: 'Stored, and held for review', ...json(recordedSchema) },
    ...problems(400, 401, 403, 404, 409),
  },
})

const callRoute = createRoute({
  method: 'put',
  path: '/api/v1/interviews/calls/{id}',
  tags,
  summary: 'Say how calling somebody on the list went',
  ...needsScopes([canRecordInterviews]),
  request: { params: z.object({ id: z.string() }), body: { required: true, ...json(callMarkSchema) } },
  responses: { 204: { description: 'Noted' }, ...problems(400, 401, 403, 404) },
})

/** Without accounts there is nobody who could send one. */
export function interviewRoutes(doorway: Doorway, accounts: Accounts | undefined): OpenAPIHono {
  const routes = makeRouter()
  const made = accounts && makeInterviewDesk(accounts.secret)
  const askDesk = (): InterviewDesk => {
    if (!made) throw new Problem('forbidden', 'access.signInFirst', { permission: canRecordInterviews.name })
    return made
  }
  routes.openapi(workRoute, async (c) => {
    const person = requireEnumerator(actorOf(c))
    const work = await getWork(doorway.database.query, person, { desk: askDesk(), now: doorway.clock() })
    c.header('Cache-Control', 'no-store')
    return c.json(workSchema.parse(work), 200)
  })
  routes.openapi(postRoute, async (c) => {
    const given = c.req.valid('json')
    const desk = askDesk()
    const recorded = await act(doorway, actorOf(c), (context) => recordInterview(context, { ...given, desk }))
    return c.json(recorded, recorded.outcome === 'stored' ? 201 : 200)
  })
  routes.openapi(callRoute, async (c) => {
    const { id } = c.req.valid('param')
    const { state } = c.req.valid('json')
    await act(doorway, actorOf(c), (context) => markCall(context, { id, state }))
    return c.body(null, 204)
  })
  return routes
}

function requireEnumerator(actor: ReturnType<typeof actorOf>): Person {
  if (actor.kind === 'person' && isAllowedSomewhere(actor, canRecordInterviews)) return actor
  throw refusalOf(actor, canRecordInterviews)
}
