/** Receives a form, or the same as JSON: lets it in at a bearable pace, stores it, and says what became of it. */
import type { Context } from 'hono'
import { Problem } from '#base/problem.ts'
import { linkPath } from '#modules/surveys/link.ts'
import type { Link } from '#modules/surveys/links.ts'
import { type Intake, isFormKey, submitAnswers } from '#modules/surveys/submit.ts'
import { addressOf, type Caller, callerOf } from './caller.ts'
import { type FormCache, formPage, newFormKey } from './form-cache.ts'
import { answerJson, answerJsonProblem } from './json.ts'
import { type FormPage, type Language, languageOf, type RenderRespond, thanksPath } from './page.ts'
import type { Proofs } from './proof.ts'
import type { Limits } from './rate-limit.ts'
import { isJson, type Received, readBody } from './received.ts'

export interface Reception {
  readonly intake: Intake
  readonly render: RenderRespond
  readonly forms: FormCache
  readonly clock: () => Date
  readonly proxies: number
  readonly limits: Limits
  readonly proofs: Proofs
  readonly findLink: FindLink
  readonly refuse: Refuse
}

export type FindLink = (code: string, survey: string) => Promise<Link | undefined>

/** The page for a link that cannot be answered now, if so. */
export type Refuse = (link: Link | undefined, place: Place) => Response | undefined

export interface Place {
  readonly language: Language
  readonly path: string
}

const busySeconds = 5
export const longestBody = 16 * 1024

/** What does not say how long it is, is not waited for; no form is sent like that. */
function unbearable(length: string | undefined): 411 | 413 | undefined {
  if (length === undefined) return 411
  return Number(length) > longestBody ? 413 : undefined
}

/** What the quick way has found already: why it could not store the answers. */
export interface FormBindings {
  readonly problem?: Problem
}

export function receive(reception: Reception) {
  return async (c: Context<{ Bindings: FormBindings }>): Promise<Response> => {
    const language = languageOf(c.req.query('lang'))
    const refused = unbearable(c.req.header('Content-Length'))
    if (refused) return refuseUnread(reception, c, { status: refused, language })
    const { survey = '', code = '' } = c.req.param()
    const link = await reception.findLink(code, survey)
    const received = readBody(await c.req.text(), c.req.header('Content-Type') ?? '')
    const sent = { link, received, site: c.req.header('Sec-Fetch-Site'), caller: callerOf(c) }
    const problem = c.env?.problem ?? (await takeIn(reception, sent))
    if (received?.isJson)
      return problem ? answerJsonProblem(problem, c.req.header('Accept-Language')) : answerJson()
    const place = { language, path: link ? linkPath(link.survey, link.code) : c.req.path }
    if (!problem && link) return c.redirect(thanksPath(place.path, language), 303)
    return answerPage(reception, { problem, link, received, place })
  }
}

export interface Sent {
  readonly link: Link | undefined
  readonly received: Received | null
  /** The header `Sec-Fetch-Site`. */
  readonly site: string | undefined
  readonly caller: Caller
}

/** Null once the answers are durable, or why they are not taken; for every way in. */
export async function takeIn(
  { intake, limits, proofs, clock, proxies }: Reception,
  { link, received, site, caller }: Sent,
): Promise<Problem | null> {
  if (!link) return new Problem('notFound', 'survey.linkUnknown')
  if (link.isRevoked) return new Problem('closed', 'survey.linkRevoked')
  if (site === 'cross-site') return new Problem('forbidden', 'survey.crossSite')
  if (!received) return new Problem('invalid', 'survey.keyInvalid')
  const now = clock().getTime()
  const { key, answers, oneTimeCode, proof } = received
  const wait = limits.address(addressOf(caller, proxies), now)
  if (wait > 0) return new Problem('tooMany', 'survey.tooMany', { seconds: wait })
  const seconds = limits.link(link.code, now)
  const hasProof = async () =>
    proof !== undefined && limits.proofs('', now) === 0 && proofs.hold(proof, { code: link.code, key })
  if (seconds > 0 && !(await hasProof())) {
    return new Problem('tooMany', 'survey.linkFlooded', { seconds })
  }
  return submitAnswers(intake, { collecting: link, key, answers, oneTimeCode }).then(
    () => null,
    (error) => (error instanceof Problem ? error : new Problem('unavailable', 'survey.notStored')),
  )
}

/** In the manner of what was sent, as far as its heading tells. */
function refuseUnread(
  { render }: Reception,
  c: Context,
  { status, language }: { readonly status: 411 | 413; readonly language: Language },
): Response {
  if (isJson(c.req.header('Content-Type') ?? '')) {
    return answerJsonProblem(
      new Problem('invalid', 'survey.tooLong'),
      c.req.header('Accept-Language'),
      status,
    )
  }
  return c.html(render({ kind: 'broken' }, { language, path: c.req.path }), status, {
    'Cache-Control': 'no-store',
  })
}

interface Answering {
  readonly problem: Problem | null
  readonly link: Link | undefined
  readonly received: Received | null
  readonly place: Place
}

/** In words, with all that was chosen kept, and the same key: sending again cannot count twice. */
function answerPage(
  { render, forms, refuse }: Reception,
  { problem, link, received, place }: Answering,
): Response {
  const refusal = refuse(link, place)
  if (refusal) return refusal
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
  const show = (page: Parameters<RenderRespond>[0], status: number) =>
    new Response(render(page, place), { status, headers })
  if (problem?.kind === 'closed') return show({ kind: 'closed', day: '' }, 403)
  const isReadable = problem?.code !== 'survey.keyInvalid' && problem?.code !== 'survey.crossSite'
  if (!link || !received || !problem || !isReadable) return show({ kind: 'broken' }, 400)
  const { chosen } = received
  const key = isFormKey(received.key) ? received.key : newFormKey()
  if (problem.kind === 'tooMany' || problem.kind === 'unavailable') {
    const obstacle = obstacleOf(problem)
    headers.set('Retry-After', String(problem.parameters.seconds ?? busySeconds))
    const status = problem.kind === 'tooMany' ? 429 : 503
    // A code that was typed is shown again too, which a kept form cannot.
    if (link.mode === 'codes') return show({ ...formPage(link, key), chosen, obstacle }, status)
    const drawn = forms.draw(link, { language: place.language, obstacle, key, chosen })
    return new Response(drawn, { status, headers })
  }
  return show({ ...formPage(link, key), chosen, ...faultsOf(problem) }, 422)
}

function obstacleOf({ kind, code }: Problem): NonNullable<FormPage['obstacle']> {
  if (kind === 'unavailable') return 'busy'
  return code === 'survey.linkFlooded' ? 'flooded' : 'tooMany'
}

function faultsOf(problem: Problem): Pick<FormPage, 'faults' | 'isCodeFault'> {
  const faults = problem.findings.flatMap(({ parameters }) => parameters?.question ?? []).map(String)
  const isCodeFault =
    problem.code === 'survey.codeRefused' ||
    problem.findings.some(({ code }) => code === 'survey.codeMissing')
  return { faults, isCodeFault }
}
