/** `/api/v1/agencies/{code}/units`: the units of an agency as a tree laid out in lines, and changes to it. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { canAddUnit, canChangeUnit, canCloseUnit, canMoveUnit } from '#modules/registry/access.ts'
import { addUnit } from '#modules/registry/add-unit.ts'
import { changeUnit } from '#modules/registry/change-unit.ts'
import { closeUnit } from '#modules/registry/close-unit.ts'
import { moveUnit } from '#modules/registry/move-unit.ts'
import { type Unit, unitKinds } from '#modules/registry/unit.ts'
import { getUnit, listUnits } from '#modules/registry/unit-list.ts'
import { act, type Context, type Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { conditional, publicCache } from './conditional.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const unitSchema = z
  .object({
    code: z.string().openapi({ example: 'FIN' }),
    name: z.object({ th: z.string(), en: z.string() }),
    kind: z.enum(unitKinds),
    parent: z.string().nullable().openapi({ description: 'The code of the unit it belongs to' }),
    depth: z.number().int().openapi({ description: '1 at the top' }),
    closedOn: z.string().nullable().openapi({ description: 'The last day it was there' }),
  })
  .openapi('Unit')

const text = z.string().nullable().optional()
const names = { name: z.strictObject({ th: z.string().optional(), en: text }).optional(), kind: text }

const newUnit = z
  .strictObject({ code: z.string(), ...names, parent: text })
  .openapi('NewUnit', { description: 'Without a kind it is what its Thai name begins with' })

const changedUnit = z
  .strictObject({
    ...names,
    parent: text.openapi({ description: 'null moves it to the top' }),
    place: z.number().int().min(1).optional().openapi({ description: 'Among those under the same parent' }),
    closedOn: text.openapi({ description: 'null opens it again' }),
  })
  .openapi('UnitChange', { description: 'What is not said stays as it is' })

const agencyParameter = z.object({ code: z.string().openapi({ example: 'DIPROM' }) })
const unitParameters = agencyParameter.extend({ unit: z.string().openapi({ example: 'FIN' }) })
const oneUnit = (description: string) => ({
  description,
  content: { 'application/json': { schema: unitSchema } },
})

const path = '/api/v1/agencies/{code}/units'

const listRoute = createRoute({
  method: 'get',
  path,
  tags: ['registry'],
  summary: 'The units of an agency, each before those under it',
  middleware: [conditional] as const,
  request: { params: agencyParameter, query: z.object({ withClosed: z.enum(['true', 'false']).optional() }) },
  responses: {
    200: {
      description: 'All of them',
      content: { 'application/json': { schema: z.object({ units: z.array(unitSchema) }) } },
    },
    ...problems(404),
  },
})

const postRoute = createRoute({
  method: 'post',
  path,
  tags: ['registry'],
  summary: 'Add a unit',
  ...needsScopes([canAddUnit]),
  request: {
    params: agencyParameter,
    body: { required: true, content: { 'application/json': { schema: newUnit } } },
  },
  responses: { 201: oneUnit('The unit'), ...problems(400, 401, 403, 404, 409) },
})

const patchRoute = createRoute({
  method: 'patch',
  path: `${path}/{unit}`,
  tags: ['registry'],
  summary: 'Rename, move, close or reopen a unit',
  ...needsScopes([canChangeUnit, [canMoveUnit, 'to move it'], [canCloseUnit, 'to close or reopen it']]),
  request: {
    params: unitParameters,
    body: { required: true, content: { 'application/json': { schema: changedUnit } } },
  },
  responses: { 200: oneUnit('The unit as it now is'), ...problems(400, 401, 403, 404, 409) },
})

export function unitRoutes(doorway: Doorway): OpenAPIHono {
  const { query: db } = doorway.database
  const routes = makeRouter()
  routes.openapi(listRoute, async (c) => {
    const withClosed = c.req.valid('query').withClosed === 'true'
    const units = await listUnits(db, { agency: c.req.valid('param').code, withClosed })
    c.header('Cache-Control', publicCache)
    return c.json({ units: units.map(represent) }, 200)
  })
  routes.openapi(postRoute, async (c) => {
    const { code: agency } = c.req.valid('param')
    const { code, name, kind, parent } = c.req.valid('json')
    const form = { code, name_th: name?.th, name_en: name?.en ?? '', kind: kind ?? '', parent: parent ?? '' }
    const unit = await act(doorway, actorOf(c), (context) => addUnit(context, agency, form))
    return c.json(represent(await getUnit(db, { agency, unit })), 201)
  })
  routes.openapi(patchRoute, async (c) => {
    const { code: agency, unit } = c.req.valid('param')
    const body = c.req.valid('json')
    await act(doorway, actorOf(c), (context) => change(context, { agency, unit }, body))
    return c.json(represent(await getUnit(db, { agency, unit })), 200)
  })
  return routes
}

async function change(
  context: Context,
  address: { readonly agency: string; readonly unit: string },
  { name, kind, parent, place, closedOn }: z.infer<typeof changedUnit>,
): Promise<void> {
  const english = name?.en === undefined ? undefined : (name.en ?? '')
  const form = { name_th: name?.th, name_en: english, kind: kind ?? undefined }
  await changeUnit(context, address, form)
  if (parent !== undefined || place !== undefined) {
    const standing = (await getUnit(context.transaction, address)).parent
    await moveUnit(context, { ...address, parent: parent === undefined ? standing : parent, place })
  }
  if (closedOn !== undefined) await closeUnit(context, { ...address, closedOn })
}

function represent({ id: _, ...unit }: Unit): z.infer<typeof unitSchema> {
  return unit
}
