/** What was kept of an item's links when it was handed in, for both sides; the files themselves are fetched as pages. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Actor } from '#base/actor.ts'
import { isAllowed } from '#base/permission.ts'
import { canSeeAssessment, canSeeItems } from '#modules/disclosure/access.ts'
import { type AnsweredLink, findAnswer } from '#modules/disclosure/answers.ts'
import { mapSnapshots, type Snapshot } from '#modules/disclosure/assessment/snapshots.ts'
import type { ReportLanguage } from '#modules/disclosure/board-report.ts'
import { getDisclosureItem, type NamedItem } from '#modules/disclosure/item.ts'
import { getItemView } from '#modules/disclosure/item-view.ts'
import { itemCode } from '#modules/disclosure/scores-file.ts'
import { getPinnedFramework } from '#modules/frameworks/queries.ts'
import { getEnrolledPlace } from '#modules/rounds/enrolled-place.ts'
import { getRound } from '#modules/rounds/queries.ts'
import type { Doorway } from '#platform/context.ts'
import type { Queryable } from '#platform/database.ts'
import { actorOf } from './actor.ts'
import { conditional, privateCache } from './conditional.ts'
import { checkSchema, instant, itemParameters, json } from './items-schema.ts'
import { toWritableReport } from './items-view-schema.ts'
import { nameOf } from './items-work.ts'
import { languageOf } from './problem-json.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const snapshotSchema = z
  .object({
    ...{ link: z.string(), position: z.int(), url: z.string() },
    state: z.enum(['waiting', 'taken', 'unreachable']),
    ...{ askedAt: instant, takenAt: instant.nullable(), status: z.int().nullable() },
    headers: z.record(z.string(), z.string()).nullable(),
    bytes: z.int().nullable(),
    ...{ hasBody: z.boolean(), hasText: z.boolean(), hasPicture: z.boolean() },
    check: checkSchema.nullable().openapi({ description: 'What the checker found then' }),
  })
  .openapi('ItemSnapshot')

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/rounds/{year}/agencies/{code}/items/{item}/snapshots',
  tags: ['items'],
  summary: "What was kept of an item's links when it was handed in",
  ...needsScopes([
    [canSeeItems, "for the agency's own people"],
    [canSeeAssessment, 'for assessors'],
  ]),
  middleware: conditional,
  request: { params: itemParameters },
  responses: {
    200: {
      description: 'In the order of the links; none before it is handed in',
      ...json(z.object({ snapshots: z.array(snapshotSchema) })),
    },
    ...problems(400, 401, 403, 404),
  },
})

export function itemSnapshotRoutes({ database: { query: db }, clock }: Doorway): OpenAPIHono {
  const routes = makeRouter()
  routes.openapi(listRoute, async (c) => {
    const named = nameOf(c.req.valid('param'))
    const links = await listSeenLinks(db, actorOf(c), { ...named, now: clock() })
    const kept = await mapSnapshots(
      db,
      links.map(({ id }) => id),
    )
    c.header('Cache-Control', privateCache)
    const snapshots = links.flatMap((link) => {
      const snapshot = kept.get(link.id)
      return snapshot ? [represent(link, snapshot, languageOf(c).language)] : []
    })
    return c.json({ snapshots }, 200)
  })
  return routes
}

/** Those of the answer that holds. Throws as `getItemView` to whoever is no assessor. */
async function listSeenLinks(
  db: Queryable,
  actor: Actor,
  named: NamedItem & { readonly now: Date },
): Promise<readonly AnsweredLink[]> {
  const round = await getRound(db, named.fiscalYear)
  const place = await getEnrolledPlace(db, round, named.agencyCode)
  if (!isAllowed(actor, canSeeAssessment, place)) {
    return (await getItemView(db, actor, named)).answer?.links ?? []
  }
  const { framework } = await getPinnedFramework(db, round.frameworkHash)
  const { code } = getDisclosureItem(framework, itemCode(named.itemCode))
  const key = { roundId: round.id, agencyId: place.agencyId, itemCode: code }
  return (await findAnswer(db, key))?.links ?? []
}

function represent({ id, position, url }: AnsweredLink, kept: Snapshot, language: ReportLanguage) {
  const { state, status, headers } = kept
  return {
    ...{ link: id, position, url, state, askedAt: kept.askedAt.toISOString() },
    ...{ takenAt: kept.takenAt?.toISOString() ?? null, status, headers: headers && { ...headers } },
    ...{ bytes: kept.bodyBytes, hasBody: kept.bodyKey !== null, hasText: kept.textKey !== null },
    hasPicture: kept.pictureKey !== null,
    check: kept.report && toWritableReport(kept.report, language),
  }
}
