/** The document of the REST door is the one that is checked in, and its page tells people what it holds. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyScopes } from '#modules/accounts/access-key.ts'
import type { Database } from '#platform/database.ts'
import { programRows } from '../../tests/support/access-rows-of-programs.ts'
import { surveyProgramRows } from '../../tests/support/access-rows-of-surveys.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { makeApi } from './api.ts'
import { readDocument, tellShape } from './reference-document.ts'

let database: Database
beforeAll(async () => {
  database = await openClone()
})
afterAll(() => database.close())

const get = (path: string) => makeApi(doorwayOf(database)).request(path)

test('src/api/openapi.json is what the service serves: after a change run `node bin/openapi.ts && npm run format`', async () => {
  const kept: unknown = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'))
  expect(kept).toEqual(await (await get('/api/openapi.json')).json())
})

test('whoever has an answer that still holds is told so', async () => {
  for (const path of ['/api/v1/rounds', '/api/v1/results?year=2568', '/api/v1/provinces', '/en/api']) {
    const tag = (await get(path)).headers.get('ETag') ?? ''
    const again = await makeApi(doorwayOf(database)).request(path, { headers: { 'If-None-Match': tag } })
    expect([path, again.status]).toEqual([path, 304])
  }
})

describe('an operation that needs a key', () => {
  const listOperations = async () =>
    readDocument(await (await get('/api/openapi.json')).json()).operations.map((each) => ({
      ...each,
      route: `${each.method} ${each.path.replace(/\{(\w+)\}/g, ':$1')}`,
    }))
  const toldScopes = (description = '') => {
    const [, told = ''] = /A key needs the scopes? (.*)$/.exec(description) ?? []
    return [...told.matchAll(/`([^`]+)`/g)].map(([, scope]) => scope ?? '')
  }

  test('names its scopes, each of which a key can have', async () => {
    const needing = (await listOperations()).filter(({ security }) => security)
    expect(needing.length).toBeGreaterThan(30)
    const mute = needing.filter(({ description }) => toldScopes(description).length === 0)
    expect(mute.map(({ route }) => route)).toEqual(['GET /api/v1/imports/:id'])
    const scopes = needing.flatMap(({ description }) => toldScopes(description))
    expect(scopes.filter((scope) => !keyScopes.includes(scope))).toEqual([])
  })

  test('names what the access matrix says of it', async () => {
    const operations = await listOperations()
    const rows = [...programRows, ...surveyProgramRows].filter(({ route }) => / \/api\/v1\//.test(route))
    const silent = rows.flatMap(({ route, who }) => {
      const needs = who === 'anyone' ? [] : who.filter(({ permission }) => permission.openTo !== 'anyone')
      const told = toldScopes(operations.find((each) => each.route === route)?.description)
      return needs.filter(({ permission }) => !told.includes(permission.name)).map(() => route)
    })
    expect(rows.length).toBeGreaterThan(40)
    expect(silent).toEqual([])
  })
})

describe('the reference page', () => {
  test.each([
    ['/api', 'th', 'อ้างอิง API'],
    ['/en/api', 'en', 'API reference'],
  ])('%s is in %s and holds every operation and every schema', async (path, language, title) => {
    const response = await get(path)
    expect(response.headers.get('Content-Type')).toContain('text/html')
    const page = await response.text()
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).toContain(`<h1>${title}</h1>`)
    const { operations, schemas } = readDocument(await (await get('/api/openapi.json')).json())
    expect(operations.length).toBeGreaterThan(15)
    for (const { id, method, path: address } of operations) {
      expect(page).toContain(`<h3 id="${id}"><code>${method} ${address}</code></h3>`)
    }
    for (const [name] of schemas) expect(page).toContain(`id="schema-${name}"`)
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
  })

  test('sends no script and no style of its own, and leads nowhere that is not there', async () => {
    const page = await (await get('/en/api')).text()
    expect(page).not.toMatch(/<script|style=|<style|javascript:/)
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const dead = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '').filter((id) => !ids.has(id))
    expect(dead).toEqual([])
    expect(page).not.toMatch(/undefined|\[object/)
  })

  test('gives a command that can be typed for each operation', async () => {
    const page = await (await get('/en/api')).text()
    expect(page).toContain('curl &quot;$PRONGSAI/api/v1/agencies/DIPROM&quot;')
    expect(page).toContain('Authorization: Bearer $KEY')
  })
})

test.each([
  [{ $ref: '#/components/schemas/Agency' }, 'Agency'],
  [{ type: 'array', items: { type: 'string' } }, '[string]'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ enum: ['S', 'M'] }, 'S | M'],
  [{ type: 'integer', minimum: 1, maximum: 200 }, 'integer 1–200'],
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
  [{ properties: { th: { type: 'string' } } }, '{ th: string }'],
  [{ type: 'string', format: 'binary' }, 'string (binary)'],
] as const)('a shape %j is told as %s', (shape, told) => {
  expect(tellShape(shape)).toBe(told)
})
