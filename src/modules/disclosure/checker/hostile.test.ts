/** Hostile sites and files go through the whole checker: each ends in a verdict, and nobody else is kept waiting. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findShippedFramework } from '#modules/frameworks/shipped.ts'
import { makeFetcher } from '#platform/fetcher/fetcher.ts'
import { openReaders } from '#platform/reading/readers.ts'
import { zip } from '../../../../tests/support/zip.ts'
import { getDisclosureItem } from '../item.ts'
import { type CheckMeans, checkLink } from './check-link.ts'

const megabyte = 1024 * 1024
/** Far more than either takes on a machine that is not busy with other tests. */
const [mostMeanwhile, mostForHealthy] = [500, 15_000]

interface Answer {
  readonly type: string
  readonly body: Uint8Array | string
  readonly headers?: Readonly<Record<string, string>>
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const page = (body: string): Answer => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><title>ก</title>${body}`,
})
const pdf = (objects: readonly string[]) => ({
  type: 'application/pdf',
  body: `%PDF-1.4\n${objects.map((object, at) => `${at + 1} 0 obj ${object} endobj`).join('\n')}\ntrailer<</Root 1 0 R/Size 99>>\n%%EOF`,
})
const workbook = (claimedSize?: number) => ({
  type: spreadsheet,
  body: zip([
    {
      name: '[Content_Types].xml',
      content: Buffer.from(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: new Uint8Array(300 * megabyte),
      ...(claimedSize ? { claimedSize } : {}),
    },
  ]),
})
const row = '<tr><td>อบรมคุณธรรมจริยธรรม<td>งบประมาณ ๑,๐๐๐ บาท<td>แล้วเสร็จ</tr>'

/** Path, what is answered, and the verdicts that are right. */
const hostile: readonly (readonly [path: string, answer: Answer, verdicts: readonly string[]])[] = [
  ['/bomb.xlsx', workbook(), ['tooLarge']],
  ['/liar.xlsx', workbook(1000), ['wrongType', 'tooLarge']],
  [
    '/gzip',
    { ...page(''), body: gzipSync(Buffer.alloc(300 * megabyte)), headers: { 'content-encoding': 'gzip' } },
    ['tooLarge'],
  ],
  [
    '/ring.pdf',
    pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>']),
    ['live', 'wrongType'],
  ],
  [
    '/self.pdf',
    pdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</A 4 0 R>>>>>>',
      '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 4 0 R>>>>/Length 12>>stream\n/A Do /A Do \nendstream',
    ]),
    ['live', 'wrongType'],
  ],
  ['/deep', page(`${'<div><table><tr><td>'.repeat(300_000)}ลึก`), ['live', 'timeout', 'tooLarge']],
  [
    '/wide',
    page(`<h1>รายงาน</h1><table><tr><th>โครงการ<th>งบประมาณ<th>ผล</tr>${row.repeat(120_000)}</table>`),
    ['live', 'timeout', 'tooLarge'],
  ],
  ['/line', page(`<p>${'ที่ ๐o '.repeat(1_000_000)}</p>`), ['live', 'timeout', 'tooLarge']],
  ['/attributes', page(`<p ${'a="<" '.repeat(1_000_000)}>`), ['live', 'soft404', 'timeout', 'tooLarge']],
]

const declared: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': String(1024 * megabyte) })
  response.write('%PDF-1.7\n')
}

let server: Server
let site: string
let means: CheckMeans & { close(): Promise<void> }

beforeAll(async () => {
  const home: Answer = page('<h1>หน้าแรก</h1><p>ข่าวและบริการของหน่วยงาน</p>')
  const answers = new Map([['/', home], ...hostile.map(([path, answer]) => [path, answer] as const)])
  server = createServer((request, response) => {
    const { url = '/' } = request
    if (url === '/huge.pdf') return declared(request, response)
    if (url === '/robots.txt') return response.writeHead(404).end()
    const {
      type,
      body,
      headers = {},
    } = answers.get(url) ?? page('<h1>แผนปี 2568</h1><p>งบประมาณ 1,000 บาท</p>')
    response.writeHead(200, { 'content-type': type, ...headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  site = `http://${host}`
  const fetcher = makeFetcher({ allowHosts: [host] })
  const readers = openReaders()
  means = {
    ...{ fetcher, readers },
    close: () => {
      readers.close()
      return fetcher.close()
    },
  }
})

afterAll(async () => {
  await means.close()
  server.close()
  server.closeAllConnections()
})

async function check(path: string) {
  const loaded = await findShippedFramework(2568)
  if (!loaded) throw new Error('there is no framework')
  const item = getDisclosureItem(loaded.framework, 'o26')
  return checkLink(means, { url: `${site}${path}`, framework: loaded.framework, item, site })
}

/** How long a request to the same process takes, time and again until `done`. */
async function askMeanwhile(done: Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  let isDone = false
  void done.finally(() => {
    isDone = true
  })
  while (!isDone) {
    const begun = performance.now()
    await (await fetch(`${site}/fine`)).text()
    times.push(performance.now() - begun)
    await wait(10)
  }
  return times.toSorted((a, b) => a - b)
}

describe.each([
  ['/huge.pdf', ['tooLarge']] as const,
  ...hostile.map(([path, , verdicts]) => [path, verdicts] as const),
])('%s', (path, verdicts) => {
  test('ends in a verdict while other requests are answered', async () => {
    const checking = check(path)
    const times = await askMeanwhile(checking)
    expect(verdicts).toContain((await checking).verdict)
    expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(mostMeanwhile)
  })
})

test('a healthy link is checked while all of them are', async () => {
  const checking = Promise.all(hostile.map(([path]) => check(path)))
  const begun = performance.now()
  const healthy = await check('/healthy')
  const took = performance.now() - begun
  await checking
  expect(healthy.verdict).toBe('live')
  expect(took).toBeLessThan(mostForHealthy)
})
