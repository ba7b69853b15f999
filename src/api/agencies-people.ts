/** `/api/v1/agencies/{code}/people` and `/api/v1/people/{id}`: the officers of an agency, for those who may see them. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { authorize } from '#base/permission.ts'
import {
  canAddPerson,
  canAnonymisePerson,
  canChangePerson,
  canRemovePerson,
  canSeePeople,
} from '#modules/registry/access.ts'
import { addPerson } from '#modules/registry/add-person.ts'
import { anonymisePerson } from '#modules/registry/anonymise-person.ts'
import { changePerson } from '#modules/registry/change-person.ts'
import { getPlacedAgency } from '#modules/registry/find-place.ts'
import { getPerson, listPeople } from '#modules/registry/person-list.ts'
import { removePerson } from '#modules/registry/remove-person.ts'
import { act, type Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { conditional, privateCache } from './conditional.ts'
import { choosePage, linkPages, pageFields, pageParameters } from './paging.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const known = z.string().nullable()

const personSchema = z
  .object({
    ...{ id: z.uuid(), agency: z.string(), unit: known },
    name: known.openapi({ description: 'Null, as all that tells of the person, for one who was anonymised' }),
    ...{ position: known, email: known, phone: known, leftOn: known, anonymisedOn: known },
  })
  .openapi('Person')

const text = z.string().nullable().optional()
const particulars = { unit: text, position: text, phone: text }
const newPerson = z.strictObject({ name: z.string(), email: z.string(), ...particulars }).openapi('NewPerson')
const changedPerson = z
  .strictObject({
    ...{ name: z.string().optional(), email: z.string().optional(), ...particulars },
    leftOn: text.openapi({ description: 'The last day they were there; null takes it back' }),
  })
  .openapi('PersonChange', { description: 'What is not said stays as it is' })

const agencyParameter = z.object({ code: z.string().openapi({ example: 'DIPROM' }) })
const personParameter = z.object({ id: z.string() })
const onePerson = (description: string) => ({
  description,
  content: { 'application/json': { schema: personSchema } },
})
const path = '/api/v1/agencies/{code}/people'

const listRoute = createRoute({
  method: 'get',
  path,
  tags: ['registry'],
  summary: 'The officers of an agency, a page at a time',
  ...needsScopes([canSeePeople]),
  middleware: [conditional] as const,
  request: {
    params: agencyParameter,
    query: z.object({
      search: z.string().min(1).optional(),
      unit: z.string().min(1).optional(),
      sort: z.enum(['name', 'position', 'unit']).default('name'),
      withLeft: z.enum(['true', 'false']).optional(),
      ...pageParameters,
    }),
  },
  responses: {
    200: {
      description: 'The page, with `Link` to those beside it',
      content: { 'application/json': { schema: z.object({ people: z.array(personSchema), ...pageFields }) } },
    },
    ...problems(401, 403, 404),
  },
})

const postRoute = createRoute({
  method: 'post',
  path,
  tags: ['registry'],
  summary: 'Add an officer',
  ...needsScopes([canAddPerson]),
  request: {
    params: agencyParameter,
    body: { required: true, content: { 'application/json': { schema: newPerson } } },
  },
  responses: { 201: onePerson('The officer'), ...problems(400, 401, 403, 404, 409) },
})

const patchRoute = createRoute({
  method: 'patch',
  path: '/api/v1/people/{id}',
  tags: ['registry'],
  summary: 'Change an officer, or say that they have left',
  ...needsScopes([canChangePerson, [canRemovePerson, 'to say that they have left']]),
  request: {
    params: personParameter,
    body: { required: true, content: { 'application/json': { schema: changedPerson } } },
  },
  responses: { 200: onePerson('The officer as is now known'), ...problems(400, 401, 403, 404, 409) },
})

const anonymiseRoute = createRoute({
  method: 'post',
  path: '/api/v1/people/{id}/anonymisation',
  tags: ['registry'],
  summary: 'Take away all that tells who an officer who has left was; there is no way back',
  ...needsScopes([canAnonymisePerson]),
  request: { params: personParameter },
  responses: { 200: onePerson('What is left'), ...problems(401, 403, 404, 409) },
})

export function personRoutes(doorway: Doorway): OpenAPIHono {
  const { query: db } = doorway.database
  const routes = makeRouter()
  routes.openapi(listRoute, async (c) => {
    const { code, place } = await getPlacedAgency(db, c.req.valid('param').code)
    authorize(actorOf(c), canSeePeople, place)
    const { page, size, withLeft, ...query } = c.req.valid('query')
    const chosen = choosePage({ page, size })
    const asked = { ...query, agency: code, withLeft: withLeft === 'true', isDescending: false, page: chosen }
    const { people, total } = await listPeople(db, asked)
    linkPages(c, chosen, total)
    c.header('Cache-Control', privateCache)
    return c.json({ people: [...people], page: chosen.number, size: chosen.size, total }, 200)
  })
  routes.openapi(postRoute, async (c) => {
    const form = toForm(c.req.valid('json'))
    const { code } = c.req.valid('param')
    const id = await act(doorway, actorOf(c), (context) => addPerson(context, code, form))
    return c.json(await getPerson(db, id), 201)
  })
  routes.openapi(patchRoute, async (c) => {
    const { id } = c.req.valid('param')
    const { leftOn, ...body } = c.req.valid('json')
    await act(doorway, actorOf(c), async (context) => {
      await changePerson(context, id, toForm(body))
      if (leftOn !== undefined) await removePerson(context, { id, leftOn })
    })
    return c.json(await getPerson(db, id), 200)
  })
  routes.openapi(anonymiseRoute, async (c) => {
    const { id } = c.req.valid('param')
    await act(doorway, actorOf(c), (context) => anonymisePerson(context, id))
    return c.json(await getPerson(db, id), 200)
  })
  return routes
}

/** In JSON null clears; in a form an empty field does. */
function toForm<F extends string>(
  body: Partial<Record<F, string | null | undefined>>,
): Partial<Record<F, string>> {
  const said = Object.entries<string | null | undefined>(body).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, value ?? '']],
  )
  return Object.fromEntries(said) as Partial<Record<F, string>>
}
