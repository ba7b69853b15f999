/** `GET /api/v1/results`: the published results of a year, of all agencies or of one. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { earliestFiscalYear, latestFiscalYear } from '#base/fiscal-year.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import { listPublishedResults } from '#modules/results/queries.ts'
import type { PublishedResult } from '#modules/results/result.ts'
import type { Doorway } from '#platform/context.ts'
import { makeRouter } from './router.ts'

const score = z.string().nullable().openapi({ example: '92.65' })
const words = z.object({ th: z.string(), en: z.string() })
const group = z.object({ code: z.string(), name: words })
const rank = z.object({ place: z.number().int(), of: z.number().int() })

const resultSchema = z
  .object({
    agency: z.object({
      code: z.string(),
      name: words,
      type: group,
      ministry: group.nullable(),
      province: group.nullable(),
      website: z.string().nullable(),
      isImaginary: z.boolean(),
    }),
    fiscalYear: z.number().int(),
    origin: z.enum(['computed', 'imported']),
    total: score,
    rating: z.string().nullable().openapi({ example: 'ผ่าน' }),
    ratingLevel: z.string().nullable().openapi({ example: 'pass' }),
    instruments: z.record(z.string(), score),
    indicators: z.record(z.string(), score),
    ranks: z.record(z.string(), rank),
    change: z.string().nullable(),
    hasDisagreement: z.boolean(),
  })
  .openapi('PublishedResult')

const number = (least: number, most: number) =>
  z
    .string()
    .transform((text) => Number(toArabicDigits(text.trim()) || Number.NaN))
    .pipe(z.number().int().min(least).max(most))

const route = createRoute({
  method: 'get',
  path: '/api/v1/results',
  summary: 'Published results of a fiscal year',
  request: {
    query: z.object({
      year: number(earliestFiscalYear, latestFiscalYear).openapi({ type: 'integer', example: 2568 }),
      agency: z.string().min(1).optional().openapi({ example: 'DIPROM' }),
      page: number(1, 100_000).optional().openapi({ type: 'integer' }),
      pageSize: number(1, 1000).optional().openapi({ type: 'integer' }),
    }),
  },
  responses: {
    200: {
      description: 'The results, best total first',
      content: {
        'application/json': {
          schema: z.object({
            year: z.number().int(),
            count: z.number().int(),
            page: z.number().int(),
            pageSize: z.number().int(),
            results: z.array(resultSchema),
          }),
        },
      },
    },
  },
})

const defaultPageSize = 100

export function resultRoutes({ database }: Doorway): OpenAPIHono {
  const routes = makeRouter()
  routes.openapi(route, async (c) => {
    const { year, agency, page = 1, pageSize = defaultPageSize } = c.req.valid('query')
    const { results, count } = await listPublishedResults(database.query, {
      fiscalYear: year,
      page,
      pageSize,
      ...(agency === undefined ? {} : { agencyCode: agency }),
    })
    c.header('Cache-Control', 'public, max-age=60')
    return c.json({ year, count, page, pageSize, results: results.map(represent) }, 200)
  })
  return routes
}

function represent({ agency, figures, ...result }: PublishedResult): z.infer<typeof resultSchema> {
  const { id: _, ...shown } = agency
  return {
    agency: shown,
    fiscalYear: result.fiscalYear,
    origin: result.origin,
    total: figures.total,
    rating: figures.rating?.name.th ?? null,
    ratingLevel: figures.rating?.id ?? null,
    instruments: { ...figures.instruments },
    indicators: { ...figures.indicators },
    ranks: { ...result.ranks },
    change: result.change,
    hasDisagreement: result.hasDisagreement,
  }
}
