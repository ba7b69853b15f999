/** `/api/v1/agencies`: the registry of agencies, searched, filtered and paged; one agency, and the change of one. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { Problem } from '#base/problem.ts'
import { parseDay } from '#base/thai-date.ts'
import { canChangeAgency, canReclassifyAgency, canRegisterAgencies } from '#modules/registry/access.ts'
import {
  type AgencyListQuery,
  agencySorts,
  getAgencyRecord,
  listAgencyRecords,
} from '#modules/registry/agency-list.ts'
import { changeAgency } from '#modules/registry/change-agency.ts'
import { exportAgencies } from '#modules/registry/export-list.ts'
import { findPlace } from '#modules/registry/find-place.ts'
import { registerAgency } from '#modules/registry/register-agency.ts'
import { act, type Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { agencyBody, agencySchema, representAgency, sizeParameter, toAgencyForm } from './agency-schema.ts'
import { conditional, publicCache } from './conditional.ts'
import { choosePage, linkPages, pageFields, pageParameters } from './paging.ts'
import { problems } from './problem-schema.ts'
import { readQuery } from './query.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const filter = (description: string) => z.string().min(1).optional().openapi({ description })

const listParameters = z.object({
  search: filter('Part of a name in Thai or English, or of the code; Thai abbreviations are known'),
  type: filter('A code or a name'),
  ministry: filter('A code or a name'),
  province: filter('A code or a name'),
  agencySize: sizeParameter,
  activeOn: filter('Only those that exist on this day, such as 2026-01-29'),
  sort: z
    .enum(agencySorts.flatMap((sort) => [sort, `-${sort}` as const]))
    .default('name')
    .openapi({ description: 'With a hyphen before it, the last first' }),
  format: z
    .enum(['json', 'csv', 'xlsx'])
    .default('json')
    .openapi({ description: 'csv and xlsx give all pages as one file' }),
  ...pageParameters,
})

const pageSchema = z.object({ agencies: z.array(agencySchema), ...pageFields })

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/agencies',
  tags: ['registry'],
  summary: 'Agencies, a page at a time',
  request: { query: listParameters },
  responses: {
    200: {
      description: 'The page, with `Link` to those beside it',
      content: {
        'application/json': { schema: pageSchema },
        'text/csv': { schema: z.string() },
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
          schema: z.string().openapi({ format: 'binary' }),
        },
      },
    },
    ...problems(400),
  },
})

const codeParameter = z.object({ code: z.string().openapi({ example: 'DIPROM' }) })
const oneAgency = (description: string) => ({
  description,
  content: { 'application/json': { schema: agencySchema } },
})

const getRoute = createRoute({
  method: 'get',
  path: '/api/v1/agencies/{code}',
  tags: ['registry'],
  summary: 'One agency',
  middleware: [conditional] as const,
  request: { params: codeParameter },
  responses: { 200: oneAgency('The agency'), ...problems(404) },
})

const putRoute = createRoute({
  method: 'put',
  path: '/api/v1/agencies/{code}',
  tags: ['registry'],
  summary: 'Register an agency, or replace what is known of it',
  ...needsScopes([
    [canRegisterAgencies, 'to register one'],
    [canChangeAgency, 'to change one'],
    [canReclassifyAgency, 'besides, to change more than its English name and website'],
  ]),
  request: {
    params: codeParameter,
    body: { required: true, content: { 'application/json': { schema: agencyBody } } },
  },
  responses: {
    200: oneAgency('The agency as it now is'),
    201: oneAgency('The agency, registered'),
    ...problems(400, 401, 403),
  },
})

export function agencyRoutes(doorway: Doorway): OpenAPIHono {
  const { query: db } = doorway.database
  const routes = makeRouter()
  routes.openAPIRegistry.registerPath(listRoute)
  routes.get(listRoute.path, conditional, async (c) => {
    const { page, size, ...asked } = readQuery(c, listParameters)
    const query = queryOf(asked)
    c.header('Cache-Control', publicCache)
    if (asked.format !== 'json') {
      const { name, contentType, bytes } = await exportAgencies(db, query, asked.format)
      c.header('Content-Disposition', `attachment; filename="${name}"`)
      return c.body(bytes, 200, { 'Content-Type': contentType })
    }
    const chosen = choosePage({ page, size })
    const { agencies, total } = await listAgencyRecords(db, { ...query, page: chosen })
    linkPages(c, chosen, total)
    const shown = { page: chosen.number, size: chosen.size, total }
    const body: z.input<typeof pageSchema> = { agencies: agencies.map(representAgency), ...shown }
    return c.json(body, 200)
  })
  routes.openapi(getRoute, async (c) => {
    c.header('Cache-Control', publicCache)
    return c.json(representAgency(await getAgencyRecord(db, c.req.valid('param').code)), 200)
  })
  routes.openapi(putRoute, async (c) => {
    const { code } = c.req.valid('param')
    const form = toAgencyForm(c.req.valid('json'))
    const isNew = await act(doorway, actorOf(c), async (context) => {
      const isKnown = (await findPlace(context.transaction, code)) !== undefined
      if (isKnown) await changeAgency(context, code, form)
      else await registerAgency(context, { ...form, code })
      return !isKnown
    })
    return c.json(representAgency(await getAgencyRecord(db, code)), isNew ? 201 : 200)
  })
  return routes
}

type Asked = Omit<z.infer<typeof listParameters>, 'page' | 'size'>

function queryOf({ sort, activeOn: typed, agencySize, format: _, ...filters }: Asked): AgencyListQuery {
  const activeOn = typed === undefined ? undefined : parseDay(typed)
  if (typed !== undefined && activeOn === undefined) {
    throw new Problem('invalid', 'registry.dayInvalid', { value: typed })
  }
  const isDescending = sort.startsWith('-')
  const column = agencySorts.find((each) => each === sort.replace('-', '')) ?? 'name'
  return { ...filters, size: agencySize, activeOn, sort: column, isDescending }
}
