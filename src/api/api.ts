/** The REST door, version 1: published results and rounds as JSON, the health of the service, and its own description. */
import { Hono } from 'hono'
import { Problem } from '#base/problem.ts'
import type { Doorway } from '#platform/context.ts'
import { healthRoutes } from './health.ts'
import { answerProblem } from './problem-json.ts'
import { resultRoutes } from './results.ts'
import { roundRoutes } from './rounds.ts'
import { makeRouter } from './router.ts'

export function makeApi(doorway: Doorway): Hono {
  const api = makeRouter()
  api.route('/', healthRoutes(doorway))
  api.route('/', resultRoutes(doorway))
  api.route('/', roundRoutes(doorway))
  api.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Prongsai', version: '1', description: 'Published ITA results as open data.' },
  })
  api.all('/api/*', () => {
    throw new Problem('notFound', 'page.notFound')
  })
  api.onError(answerProblem(doorway.log))
  return new Hono().route('/', api)
}
