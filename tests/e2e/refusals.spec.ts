/** What a page answers to what it cannot take: each refusal has a title of its own, and none is a fault of the service. */
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { signIn } from '../support/access-drive.ts'
import { demoPassword } from '../support/workspace.ts'

const base = inject('baseUrl')
const megabyte = 1024 * 1024
let cookie: string

beforeAll(async () => {
  cookie = await signIn(base, { email: 'coordinator@demo.prongsai.example', password: demoPassword })
})

async function send(path: string, body: RequestInit['body'], type = 'application/x-www-form-urlencoded') {
  const headers = { Cookie: cookie, Origin: base, 'Content-Type': type }
  const response = await fetch(base + path, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  return { status: response.status, page: await response.text() }
}

describe('what is sent to a page', () => {
  test.each([
    ['/en/work/profile', 'What was sent is too large'],
    ['/work/profile', 'สิ่งที่ส่งมาใหญ่เกินไป'],
    ['/en/sign-in', 'What was sent is too large'],
  ])('is refused beyond a megabyte (%s)', async (path, title) => {
    const { status, page } = await send(path, `name=${'x'.repeat(megabyte)}`)
    expect(status).toBe(413)
    expect(page).toContain(`<h1>${title}</h1>`)
    expect(page).toContain('1 MB')
  })

  test('is refused also where its length was not said', async () => {
    const { status } = await send('/en/work/profile', new Blob(['x'.repeat(2 * megabyte)]).stream())
    expect(status).toBe(413)
  })

  test('may be a list of many megabytes where lists are imported', async () => {
    const form = new FormData()
    const list = `agency,code,name_th\n${'TMB-03,U,กอง\n'.repeat(150_000)}`
    form.set('file', new File([list], 'units.csv'))
    form.set('act', 'preview')
    const headers = { Cookie: cookie, Origin: base }
    const response = await fetch(`${base}/en/work/import/units`, { method: 'POST', headers, body: form })
    expect(list.length).toBeGreaterThan(megabyte)
    expect([200, 400]).toContain(response.status)
    expect(await response.text()).not.toContain('What was sent is too large')
  })

  test('is refused where lists are imported beyond what the page can carry on', async () => {
    const { status, page } = await send('/en/work/import/units', 'x'.repeat(36 * megabyte))
    expect(status).toBe(413)
    expect(page).toContain('25 MB')
  })

  test.each(['text/plain', 'application/json', 'multipart/form-data; boundary=none'])(
    'is refused where it is no form (%s)',
    async (type) => {
      const { status, page } = await send('/en/work/profile', 'name', type)
      expect(status).toBe(400)
      expect(page).toContain('what was sent is not a form')
    },
  )
})

describe('a page that somebody may not open', () => {
  test('says so by its title, and names what their roles do not let them do', async () => {
    const response = await fetch(`${base}/en/work/audit`, { headers: { Cookie: cookie } })
    expect(response.status).toBe(403)
    const page = await response.text()
    expect(page).toContain('<h1>This page is not open to you</h1>')
    expect(page).toContain('read the audit trail')
  })
})
