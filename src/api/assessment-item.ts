/** `GET …/items/{item}/assessment`: everything an assessor looks at to mark one item. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { canSeeAssessment } from '#modules/disclosure/access.ts'
import { type AssessmentView, getAssessmentView } from '#modules/disclosure/assessment/assessment-view.ts'
import type { ReportLanguage } from '#modules/disclosure/board-report.ts'
import { viewElements } from '#modules/disclosure/element.ts'
import { itemActs } from '#modules/disclosure/item-state.ts'
import type { Doorway } from '#platform/context.ts'
import { actorOf } from './actor.ts'
import { clock, markSchema, representClock, representMark, rights } from './assessment-schema.ts'
import { conditional, privateCache } from './conditional.ts'
import { agency, day, instant, itemParameters, json, state, words } from './items-schema.ts'
import { element, link, representElement, representLink } from './items-view-schema.ts'
import { nameOf } from './items-work.ts'
import { languageOf } from './problem-json.ts'
import { problems } from './problem-schema.ts'
import { makeRouter } from './router.ts'
import { needsScopes } from './scopes.ts'

const answer = z.object({
  ...{ number: z.int(), has: z.boolean(), explanation: z.string(), at: instant, links: z.array(link) },
})
const step = z.object({
  ...{ act: z.enum(itemActs), from: state, to: state, reason: z.string().nullable(), at: instant },
  ...{ actorKind: z.string(), actor: z.string().nullable(), role: z.string().nullable() },
})
const code = z.string().nullable()

const viewSchema = z
  .object({
    ...{ fiscalYear: z.int(), agency, code: z.string(), title: words, state, isDouble: z.boolean() },
    ...{ rights, clock, explaining: clock, elements: z.array(element), answer: answer.nullable() },
    ...{ handedInAt: instant.nullable(), own: markSchema.nullable(), standing: markSchema.nullable() },
    ...{ waitsForViewer: z.boolean(), marks: z.array(markSchema) },
    previousScore: z
      .object({
        ...{ fiscalYear: z.int(), itemCode: z.string(), score: z.number(), remark: z.string().nullable() },
        assessedOn: day.nullable(),
      })
      .nullable()
      .openapi({ description: 'Of the same item, the year before' }),
    explanation: z.object({ text: z.string(), at: instant }).nullable(),
    steps: z.array(step),
    ...{ previous: code, next: code, nextWaiting: code },
  })
  .openapi('AssessedItem')

const viewRoute = createRoute({
  method: 'get',
  path: '/api/v1/rounds/{year}/agencies/{code}/items/{item}/assessment',
  tags: ['assessment'],
  summary: 'One item as an assessor looks at it',
  ...needsScopes([canSeeAssessment]),
  middleware: [conditional] as const,
  request: { params: itemParameters },
  responses: {
    200: {
      description: "One's own marks always, those of others once all are in",
      ...json(viewSchema),
    },
    ...problems(400, 401, 403, 404),
  },
})

export function assessmentItemRoutes({ database, clock: now }: Doorway): OpenAPIHono {
  const routes = makeRouter()
  routes.openapi(viewRoute, async (c) => {
    const look = { ...nameOf(c.req.valid('param')), viewer: actorOf(c), now: now() }
    const view = await getAssessmentView(database.query, look)
    c.header('Cache-Control', privateCache)
    return c.json(represent(view, languageOf(c).language), 200)
  })
  return routes
}

function represent(view: AssessmentView, language: ReportLanguage): z.infer<typeof viewSchema> {
  const { round, place, name, item, title, own, standing, explanation } = view
  return {
    ...{ fiscalYear: round.fiscalYear, agency: { code: place.code, name }, code: item.code, title },
    ...{ state: view.state, isDouble: view.isDouble, rights: { ...view.rights } },
    ...{ clock: view.clock && representClock(view.clock) },
    explaining: view.explaining && representClock(view.explaining),
    elements: viewElements(view.framework, item, place.type).map(representElement),
    answer: view.answer && representAnswer(view.answer, language),
    handedInAt: view.handedInAt?.toISOString() ?? null,
    ...{ own: own && representMark(own), standing: standing && representMark(standing) },
    ...{ waitsForViewer: view.waitsForViewer, marks: view.marks.map(representMark) },
    previousScore: view.previous,
    explanation: explanation && { text: explanation.text, at: explanation.at.toISOString() },
    steps: view.history.map(({ at, ...step }) => ({ ...step, at: at.toISOString() })),
    ...{ previous: view.previousItem, next: view.nextItem, nextWaiting: view.nextWaiting },
  }
}

function representAnswer(given: NonNullable<AssessmentView['answer']>, language: ReportLanguage) {
  const { number, has, explanation, at, links } = given
  const shown = links.map((one) => representLink(one, language))
  return { number, has, explanation, at: at.toISOString(), links: shown }
}
