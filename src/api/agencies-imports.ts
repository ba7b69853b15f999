/** `POST /api/v1/{agencies,units,people}/imports`: a list comes in as CSV or XLSX; and how far an import is. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import type { ImportCounts, ImportKind } from '#modules/registry/import-run.ts'
import { getImportRun } from '#modules/registry/import-run-queries.ts'
import { countLines } from '#modules/registry/plan.ts'
import { previewImport, type Upload } from '#modules/registry/preview-import.ts'
import type { RowFault } from '#modules/registry/read-list.ts'
import { requireImporter, startImport } from '#modules/registry/run-import.ts'
import { act, type Doorway } from '#platform/context.ts'
import { problemText } from '#text/text.ts'
import { actorOf } from './actor.ts'
import { type answerSchema, importDocument, type previewSchema, runSchema } from './agencies-import-schema.ts'
import { languageOf } from './problem-json.ts'
import { needsKey, problems } from './problem-schema.ts'
import { readQuery } from './query.ts'
import { makeRouter } from './router.ts'
import { limitUpload, readUpload } from './upload.ts'

const kinds = ['agencies', 'units', 'people'] as const satisfies readonly ImportKind[]

const querySchema = z.object({
  mode: z.enum(['take-good', 'all-or-nothing']).default('take-good'),
  preview: z.enum(['true', 'false']).default('false'),
})

const runRoute = createRoute({
  method: 'get',
  path: '/api/v1/imports/{id}',
  tags: ['registry'],
  summary: 'How far an import is, for whoever started it',
  description: 'Any key of theirs will do.',
  security: needsKey,
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: { description: 'As it is now', content: { 'application/json': { schema: runSchema } } },
    ...problems(404),
  },
})

export function importRoutes(doorway: Doorway): OpenAPIHono {
  const routes = makeRouter()
  for (const kind of kinds) {
    const path = `/api/v1/${kind}/imports`
    routes.openAPIRegistry.registerPath(importDocument(kind, querySchema))
    // Before the file is taken in.
    routes.use(path, async (c, next) => {
      if (c.req.method === 'POST') requireImporter(actorOf(c), kind)
      await next()
    })
    routes.post(path, limitUpload, async (c) => {
      const { mode, preview } = readQuery(c, querySchema)
      const upload = { kind, ...(await readUpload(c)) }
      if (preview === 'true') return answerPreview(c, doorway, upload)
      return answerImport(c, doorway, { ...upload, isAllOrNothing: mode === 'all-or-nothing' })
    })
  }
  routes.openapi(runRoute, async (c) => {
    const asked = { actor: actorOf(c), id: c.req.valid('param').id, now: doorway.clock() }
    const { startedAt, result, ...run } = await getImportRun(doorway.database.query, asked)
    const { failedRows = 0, unread = [] } = result ?? {}
    const counts = result && { ...countsOf(c, { ...result, unread }), failedRows }
    const reason = result?.problem
    const problem = reason ? problemText(languageOf(c), reason.code, reason.parameters) : null
    c.header('Cache-Control', 'no-store')
    return c.json({ ...run, startedAt: startedAt.toISOString(), result: counts, problem }, 200)
  })
  return routes
}

async function answerPreview(c: RequestContext, doorway: Doorway, upload: Upload): Promise<Response> {
  const found = await act(doorway, actorOf(c), (context) => previewImport(context, upload))
  const rows = found.rows.map((row) =>
    'faults' in row
      ? { ...row, faults: tell(c, row.faults) }
      : { ...row, record: { ...row.record }, changes: [...row.changes] },
  )
  const body: z.input<typeof previewSchema> = { ...countsOf(c, found), rows }
  return c.json(body, 200)
}

async function answerImport(
  c: RequestContext,
  doorway: Doorway,
  upload: Upload & { readonly isAllOrNothing: boolean },
): Promise<Response> {
  const { id, unread, finished } = await startImport(doorway, actorOf(c), upload)
  c.header('Location', `/api/v1/imports/${id}`)
  if (c.req.header('Prefer')?.includes('respond-async')) return c.json({ id }, 202)
  const outcome = await finished
  const body: z.input<typeof answerSchema> = { id, ...countsOf(c, { ...outcome, unread }) }
  return c.json(body, upload.isAllOrNothing && outcome.faults.length > 0 ? 422 : 200)
}

interface Counted extends ImportCounts {
  readonly faults: readonly RowFault[]
  readonly unread: readonly string[]
}

function countsOf(c: RequestContext, { added, updated, unchanged, faults, unread }: Counted) {
  const failed = { failedRows: countLines(faults), failed: tell(c, faults) }
  return { added, updated, unchanged, ...failed, unreadColumns: [...unread] }
}

/** In the language the caller prefers. */
function tell(c: RequestContext, faults: readonly RowFault[]) {
  const text = languageOf(c)
  return faults.map(({ line, field, code, parameters }) => ({
    ...{ line, field, code },
    reason: problemText(text, code, parameters),
  }))
}
