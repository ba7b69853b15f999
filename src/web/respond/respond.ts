/** The survey form as an app: `/go/iit/<code>` and `/go/eit/<code>`, answered from memory as far as can be. */
import { Hono } from 'hono'
import { standingAt } from '#modules/surveys/collecting.ts'
import { tidyCode } from '#modules/surveys/link.ts'
import { makeLinkBook } from '#modules/surveys/link-book.ts'
import { findLastLinkChange } from '#modules/surveys/link-changes.ts'
import { findLink, type Link } from '#modules/surveys/links.ts'
import type { Intake } from '#modules/surveys/submit.ts'
import type { Doorway } from '#platform/context.ts'
import type { Shortcut } from '#platform/http.ts'
import type { Secret } from '#platform/secret.ts'
import { type FindLink, type Place, type Refuse, receive } from './answer.ts'
import { makeFormCache } from './form-cache.ts'
import { inLanguage, languageOf, type RenderRespond, type RespondPage } from './page.ts'
import { paperRoutes } from './papers.ts'
import { makeProofs, proofRoutes } from './proof.ts'
import { makeLimits, type Rates } from './rate-limit.ts'
import { makeShortcut } from './shortcut.ts'

export interface RespondOptions {
  readonly intake: Intake
  readonly render: RenderRespond
  readonly secret: Secret
  /** Where people reach the service, for posters; else as each request was addressed. */
  readonly publicUrl?: string | undefined
  /** How many proxies of one's own stand in front and add to X-Forwarded-For. */
  readonly proxies?: number
  /** As usual where left out. */
  readonly rates?: Rates
}

const uncached = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
}

export interface Respond {
  readonly app: Hono
  /** Takes what nearly all forms are, past the app and the hub. */
  readonly shortcut: Shortcut
}

export function makeRespond({ database, clock }: Doorway, options: RespondOptions): Respond {
  const { intake, render, secret, proxies = 0, rates } = options
  const book = makeLinkBook({
    ask: (code) => findLink(database.query, code),
    lastChange: () => findLastLinkChange(database.query),
  })
  const forms = makeFormCache(render)
  const findAt: FindLink = async (code, survey) => {
    const link = await book.find(tidyCode(code))
    return link?.survey === survey ? link : undefined
  }
  const refuse: Refuse = (link, place) => {
    const obstacle = obstacleOf(link, clock())
    return obstacle && answerPage(render, obstacle, place)
  }
  const app = plainPages(render, intake.room.group)
  app.route('/', paperRoutes({ book, publicUrl: options.publicUrl }))
  app.get('/go/:survey{iit|eit}/:code', async (c) => {
    const { survey, code } = c.req.param()
    const language = languageOf(c.req.query('lang'))
    const link = await findAt(code, survey)
    const refusal = refuse(link, { language, path: c.req.path })
    return refusal ?? c.body(link ? forms.draw(link, { language }) : '', 200, uncached)
  })
  const limits = makeLimits(rates)
  const proofs = makeProofs(secret)
  const reception = { intake, render, forms, clock, proxies, limits, proofs, findLink: findAt, refuse }
  app.post('/go/:survey{iit|eit}/:code', receive(reception))
  app.route('/', proofRoutes(proofs, findAt))
  app.all('/go/:survey{iit|eit}/:code', (c) => c.body(null, 405, { Allow: 'GET, HEAD, POST' }))
  app.get('/go/:survey{iit|eit}/:code/', (c) =>
    c.redirect(inLanguage(c.req.path.slice(0, -1), languageOf(c.req.query('lang'))), 308),
  )
  app.onError((_, c) => {
    const place = { language: languageOf(c.req.query('lang')), path: c.req.path }
    return answerPage(render, { page: { kind: 'unavailable' }, status: 503 }, place)
  })
  return { app, shortcut: makeShortcut(reception) }
}

/** Pages that are the same for everybody. */
function plainPages(render: RenderRespond, group: number): Hono {
  const app = new Hono()
  app.get('/go/privacy', (c) => {
    const place = { language: languageOf(c.req.query('lang')), path: '/go/privacy' }
    c.header('Cache-Control', 'public, max-age=300')
    return c.html(render({ kind: 'privacy', group }, place))
  })
  app.get('/go/:survey{iit|eit}/:code/thanks', (c) => {
    const survey = c.req.param('survey') === 'iit' ? 'iit' : 'eit'
    const place = { language: languageOf(c.req.query('lang')), path: c.req.path }
    return c.body(render({ kind: 'thanks', survey }, place), 200, uncached)
  })
  return app
}

function answerPage(render: RenderRespond, { page, status }: Obstacle, place: Place): Response {
  const headers = { ...uncached, ...(status === 503 && { 'Retry-After': '5' }) }
  return new Response(render(page, place), { status, headers })
}

interface Obstacle {
  readonly page: RespondPage
  readonly status: number
}

const unknownLink: Obstacle = { page: { kind: 'unknown' }, status: 404 }

/** Why a link cannot be answered now, if so. */
function obstacleOf(link: Link | undefined, now: Date): Obstacle | undefined {
  if (!link) return unknownLink
  if (link.isRevoked) return { page: { kind: 'revoked' }, status: 410 }
  const { state, opensOn, closesOn } = standingAt(link, now)
  if (state === 'upcoming') return { page: { kind: 'upcoming', day: opensOn ?? '' }, status: 403 }
  return state === 'closed' ? { page: { kind: 'closed', day: closesOn ?? '' }, status: 403 } : undefined
}
