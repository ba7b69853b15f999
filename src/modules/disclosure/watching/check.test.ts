/** Checking a link with what the database knows of it: what comes out can be stored, and a stop is no fault of the site. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readFramework } from '#modules/frameworks/load.ts'
import { frameworksRoot } from '#platform/paths.ts'
import type { AskedLink } from './asked-link.ts'
import { openCheck } from './check.ts'

const closers: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function serve(listener: RequestListener) {
  const server = createServer(listener)
  closers.push(
    () => server.close(),
    () => server.closeAllConnections(),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const { framework } = await readFramework(join(frameworksRoot, '2568'))
  const [item] = framework.disclosureItems
  if (!item) throw new Error('no items')
  const asked: AskedLink = {
    ...{ linkId: '', url: `http://${host}/page`, roundId: '', fiscalYear: 2568, agencyId: '' },
    ...{ agencyType: 'subdistrictOrganization', website: `http://${host}`, framework, item },
    ...{ answered: [], submittedTextHash: null },
  }
  return { asked, opened: openCheck({ checkerAllowHosts: [host] }) }
}

test('characters that PostgreSQL does not take are left out of the report', async () => {
  const { asked, opened } = await serve((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<title>โครงสร้าง\0 2568</title><p>โครงสร้าง&#0; หน่วยงาน \0\uFFFF</p>')
  })
  const { report } = await opened.check(asked)
  expect(JSON.stringify(report)).not.toContain('\\u0000')
  expect(report.verdict).toBe('live')
  await opened.close()
})

test('a page that was being asked when the checker closed is not said to fail', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const { asked, opened } = await serve((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end()
    else begin()
  })
  const checking = opened.check(asked)
  checking.catch(() => undefined)
  await begun
  await opened.close()
  await expect(checking).rejects.toThrow('the checker was closed')
})
