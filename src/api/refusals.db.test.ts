/** What the REST door refuses, and that it says so as a problem: odd addresses, odd values, methods it does not have. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database.ts'
import { doorwayOf, openClone } from '../../tests/support/database.ts'
import { makeApi } from './api.ts'

let database: Database
beforeAll(async () => {
  database = await openClone()
})
afterAll(() => database.close())

const ask = (path: string, init: RequestInit = {}) => makeApi(doorwayOf(database)).request(path, init)

describe('an address that is no text', () => {
  test.each([
    '/api/v1/results?year=2568&agency=%00',
    '/api/v1/results?year=2568&agency=A%ED%A0%80',
    '/api/v1/results?year=2568&agency=%',
    '/api/v1/rounds/%00',
    '/api/v1/rounds/2568%zz',
    '/api/%',
  ])('%s is a wrong request, told in Thai', async (path) => {
    const response = await ask(path)
    expect(response.status).toBe(400)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    const body = (await response.json()) as { title: string }
    expect(body.title).toMatch(/อักขระที่อ่านไม่ได้/)
  })
})

describe('a value of a parameter', () => {
  test.each(['0xA08', '2568e0', '%2B2568', '2568.0', '02568', 'next', '2539'])(
    'the year %s is refused, in the query and in the path, without a word of another language',
    async (year) => {
      for (const path of [`/api/v1/results?year=${year}`, `/api/v1/rounds/${year}`]) {
        const response = await ask(path)
        expect(response.status).toBe(400)
        expect(await response.json()).toMatchObject({
          errors: [{ code: 'value.notYear', detail: expect.stringContaining('ปีงบประมาณ') }],
        })
      }
    },
  )

  test('the year is taken in Thai digits', async () => {
    expect((await ask('/api/v1/results?year=๒๕๖๘')).status).toBe(200)
  })

  test('a missing year, a page that is no number and a page size too large are each told', async () => {
    const response = await ask('/api/v1/results?page=1e3&pageSize=5000')
    const { errors } = (await response.json()) as { errors: { code: string; detail: string }[] }
    expect(errors.map(({ code }) => code)).toEqual(['value.missing', 'value.notNumber', 'value.tooLarge'])
    for (const { detail } of errors) expect(detail).not.toMatch(/Invalid|expected|received/)
  })
})

describe('a body that is too large', () => {
  const megabyte = 1024 * 1024
  const send = (path: string, size: number) =>
    ask(path, { method: 'POST', body: 'x'.repeat(size), headers: { 'Content-Length': String(size) } })

  test('is refused before it is read, with what may be sent', async () => {
    const response = await send('/api/v1/agencies/A/people', megabyte + 1)
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ type: 'urn:prongsai:problem:request.tooLarge' })
  })

  test('is refused also where its length was not said', async () => {
    const body = new Blob(['x'.repeat(megabyte + 1)]).stream()
    const response = await ask('/api/v1/agencies/A/people', {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(413)
  })

  test('is none where a list is imported', async () => {
    expect((await send('/api/v1/people/imports', 2 * megabyte)).status).toBe(401)
  })
})

describe('a method that an address does not have', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is answered with those it has', async (method) => {
    for (const path of ['/api/v1/results', '/api/v1/provinces', '/api/v1/rounds/2568', '/healthz']) {
      const response = await ask(path, { method })
      expect(response.status).toBe(405)
      expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
      expect(await response.json()).toMatchObject({ type: 'urn:prongsai:problem:method.notAllowed' })
    }
  })

  test('OPTIONS tells the methods and nothing else', async () => {
    const response = await ask('/api/v1/rounds/2568', { method: 'OPTIONS' })
    expect(response.status).toBe(204)
    expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
    expect(await response.text()).toBe('')
  })

  test('an address that does not exist stays unknown, whatever the method', async () => {
    expect((await ask('/api/v1/nothing', { method: 'POST' })).status).toBe(404)
  })
})
