/** `GET /api/v1/results`: the published results of a year, of all agencies or of one. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { listPublishedResults } from '#modules/results/queries.ts'
import type { Imported, PublishedResult } from '#modules/results/result.ts'
import type { Doorway } from '#platform/context.ts'
import { countParameter, yearParameter } from './parameters.ts'
import { makeRouter } from './router.ts'

const score = z.string().nullable().openapi({ example: '92.65' })
const words = z.object({ th: z.string(), en: z.string() })
const group = z.object({ code: z.string(), name: words })
const rank = z.object({ place: z.number().int(), of: z.number().int() })

const closingSchema = z.object({
  count: z.number().int().nullable().openapi({
    description: 'How many had answered; null where the figures of the part are withheld',
    example: 12,
  }),
  minimum: z.number().int().nullable().openapi({
    description: 'How many must; null where that was not known, or where the count is withheld',
    example: 30,
  }),
  isUnderMinimum: z.boolean().openapi({ description: 'False also where no minimum was known' }),
})

const publishedSchema = z.object({
  total: score,
  rating: z.string().nullable(),
  instruments: z.record(z.string(), score),
  indicators: z.record(z.string(), score),
  ranks: z.record(z.string(), rank),
  standings: z.record(z.string(), z.enum(['passed', 'below'])).openapi({
    description: 'By instrument, where it was only published whether it reaches 85',
  }),
  source: z.string(),
  note: words.nullable(),
})

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
    ranks: z.record(z.string(), rank).openapi({
      description: 'Among agencies of its kind: imaginary agencies never count in the place of a real one',
    }),
    change: z.string().nullable(),
    disagreements: z
      .array(z.object({ figure: z.string(), published: z.string(), computed: z.string() }))
      .openapi({ description: 'Figures that were published one way and are computed another way' }),
    derived: z.array(z.string()).openapi({
      description:
        'Figures that were not published but computed from those that were, such as `part:iit`, `rating`',
    }),
    withheld: z.array(z.string()).openapi({
      description:
        'Figures that are null because fewer than 5 people answered, or because these could be told from them',
    }),
    closings: z.record(z.string(), closingSchema).openapi({
      description:
        'By survey part, as frozen when it closed here; parts put in as a whole or published elsewhere are left out',
    }),
    published: publishedSchema
      .nullable()
      .openapi({ description: 'What another system published, as printed' }),
  })
  .openapi('PublishedResult')

const route = createRoute({
  method: 'get',
  path: '/api/v1/results',
  summary: 'Published results of a fiscal year',
  request: {
    query: z.object({
      year: yearParameter(2568),
      agency: z.string().min(1).optional().openapi({ example: 'DIPROM' }),
      page: countParameter(1, 100_000).optional(),
      pageSize: countParameter(1, 1000).optional(),
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
    disagreements: result.disagreements.map(({ node, ...both }) => ({ figure: node, ...both })),
    derived: [...result.derived],
    withheld: [...result.withheld],
    closings: { ...result.closings },
    published: result.imported && representPublished(result.imported),
  }
}

function representPublished({ figures, ...imported }: Imported): z.infer<typeof publishedSchema> {
  return {
    total: figures.total,
    rating: figures.rating?.name.th ?? null,
    instruments: { ...figures.instruments },
    indicators: { ...figures.indicators },
    ranks: { ...imported.ranks },
    standings: { ...imported.standings },
    source: imported.source,
    note: imported.note,
  }
}
