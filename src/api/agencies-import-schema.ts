/** How the document describes the imports of lists. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Permission } from '#base/permission.ts'
import { canImportAgencies, canImportPeople, canImportUnits } from '#modules/registry/access.ts'
import { type ImportKind, importKinds } from '#modules/registry/import-run.ts'
import { problems } from './problem-schema.ts'
import { needsScopes } from './scopes.ts'

const count = z.number().int()
const failedRow = z
  .object({ line: count, field: z.string(), code: z.string(), reason: z.string() })
  .openapi('FailedRow')

const counts = {
  ...{ added: count, updated: count, unchanged: count },
  failedRows: count.openapi({ description: 'A row may have several faults' }),
  failed: z.array(failedRow),
  unreadColumns: z.array(z.string()).openapi({ description: 'Headings of columns that are not read' }),
}

export const answerSchema = z
  .object({ id: z.uuid().openapi({ description: 'Ask /api/v1/imports/{id} by it' }), ...counts })
  .openapi('ImportAnswer')

const cells = z.record(z.string(), z.string().nullable())
const value = z.string().nullable()

export const previewSchema = z
  .object({
    ...counts,
    rows: z
      .array(
        z.union([
          z.object({
            line: count,
            state: z.enum(['added', 'updated', 'unchanged']),
            record: cells,
            changes: z.array(z.object({ field: z.string(), before: value, after: value })),
          }),
          z.object({ line: count, state: z.literal('failed'), faults: z.array(failedRow) }),
        ]),
      )
      .openapi({ description: 'The first fifty rows as they would be' }),
  })
  .openapi('ImportPreview')

export const runSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(importKinds),
    fileName: z.string(),
    startedAt: z.iso.datetime(),
    rowsTotal: count,
    rowsDone: count,
    state: z.enum(['running', 'done', 'refused', 'failed', 'interrupted']),
    result: z.object(counts).nullable(),
    problem: z.string().nullable().openapi({ description: 'Why the import as a whole failed' }),
  })
  .openapi('ImportRun')

const columns: Readonly<Record<ImportKind, string>> = {
  agencies:
    'code, name_th, type and, where known, name_en, size, ministry, province, website, active_from, active_to',
  units: 'agency, code, name_th and, where known, name_en, kind, parent',
  people: 'agency, name, email and, where known, unit, position, phone',
}

const permissions: Readonly<Record<ImportKind, Permission>> = {
  agencies: canImportAgencies,
  units: canImportUnits,
  people: canImportPeople,
}

const binary = z.string().openapi({ format: 'binary' })
const json = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
})

export function importDocument<Q extends z.ZodObject>(kind: ImportKind, query: Q) {
  return createRoute({
    method: 'post',
    path: `/api/v1/${kind}/imports`,
    tags: ['registry'],
    summary: `Import a list of ${kind}`,
    ...needsScopes(
      [permissions[kind]],
      `Columns ${columns[kind]}, headed so or in Thai. At most 50 MB; the file is not kept. With \`Prefer: respond-async\` the answer comes at once.`,
    ),
    request: {
      query,
      body: {
        required: true,
        content: {
          'text/csv': { schema: binary },
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: binary },
          'multipart/form-data': { schema: z.object({ file: binary }) },
        },
      },
    },
    responses: {
      200: json(
        'What was done, or with `preview=true` what would be',
        z.union([answerSchema, previewSchema]),
      ),
      202: json('It has begun', z.object({ id: z.uuid() })),
      422: json('All or nothing was asked for, some row is to be mended, nothing was saved', answerSchema),
      ...problems(400, 401, 403, 413),
    },
  })
}
