/** What a known address answers to a method it does not have: 405 with those it has, and 204 to OPTIONS. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { Problem } from '#base/problem.ts'
import { problemResponse } from './problem-json.ts'

/** Call it after all routes are in place. */
export function answerOtherMethods(api: OpenAPIHono): void {
  for (const [path, methods] of methodsByPath(api)) {
    const allowed = [...methods].join(', ')
    api.all(path, (c) => {
      c.header('Allow', allowed)
      if (c.req.method === 'OPTIONS') return c.body(null, 204)
      const problem = new Problem('invalid', 'method.notAllowed', { method: c.req.method, allowed })
      return problemResponse(c, problem, 405)
    })
  }
}

function methodsByPath({ routes }: OpenAPIHono): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { path, method } of routes) {
    if (method === 'ALL') continue
    const methods = found.get(path) ?? new Set<string>()
    for (const each of method === 'GET' ? ['GET', 'HEAD'] : [method]) methods.add(each)
    found.set(path, methods)
  }
  for (const methods of found.values()) methods.add('OPTIONS')
  return found
}
