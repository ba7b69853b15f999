/** Addresses that are no text are refused on a page of the product's own, and never taken for a fault of the service. */
import { request } from 'node:http'
import { expect, inject, test } from 'vitest'

const demo = new URL(inject('baseUrl'))

/** Sends the path exactly as written; `fetch` would mend some of them. */
function get(path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: demo.hostname, port: demo.port, path }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    asked.on('error', reject).end()
  })
}

test.each([
  '/%',
  '/?q=%00',
  '/?q=%ED%A0%80',
  '/agencies/%00',
  '/agencies/DIPROM%00/2568',
  '/agencies/DIPROM/2568/sheet.json%00',
  '/frameworks/2568%zz',
  '/assets/%',
])('%s is refused in Thai', async (path) => {
  const { status, body } = await get(path)
  expect(status).toBe(400)
  expect(body).toContain('lang="th"')
  expect(body).toContain('อักขระที่อ่านไม่ได้')
})

test.each(['/en/%', '/en/?q=%00', '/en/agencies/%FF'])('%s is refused in English', async (path) => {
  const { status, body } = await get(path)
  expect(status).toBe(400)
  expect(body).toContain('the address holds characters that cannot be read')
})

test.each(['/results?year=2568.0', '/results?year=0xA08', '/agencies/DIPROM/2568e0', '/rounds/%2B2568'])(
  'the year of %s is refused',
  async (path) => {
    expect((await get(path)).status).toBe(400)
  },
)
