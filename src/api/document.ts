/** What the OpenAPI document says of the service as a whole. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { keyScheme } from './problem-schema.ts'

const about = {
  openapi: '3.1.0',
  info: {
    title: 'Prongsai',
    version: '1',
    description: [
      'Published ITA results as open data, the rounds they come from, the registry of agencies, and the work on disclosure items (OIT).',
      'Refusals are application/problem+json (RFC 9457).',
      'A key acts for its owner within its scopes, on agencies, units, officers, accounts, roles, rounds, disclosure items and their assessment alike.',
      'No key can prove who a person is: accepting an invitation, passwords, codes, passkeys, sessions and the making of keys need that person in the browser.',
    ].join(' '),
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
}

export type ApiDocument = ReturnType<typeof describeApi>

/** The document of all routes there are by now. */
export function describeApi(api: OpenAPIHono) {
  return api.getOpenAPI31Document(about)
}

export function declareKey(api: OpenAPIHono): void {
  api.openAPIRegistry.registerComponent('securitySchemes', keyScheme, {
    type: 'http',
    scheme: 'bearer',
    description: 'A personal access key',
  })
}
