/** Pictures of saved pages: what they show, and that making them is no way past the guard of the fetcher. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { FetchOutcome } from '../fetcher/outcome.ts'
import { makePictures } from './picture.ts'

const chromium = '/usr/bin/chromium'
const bytesOf = (text: string) => new TextEncoder().encode(text)
const refused = async (url: string): Promise<FetchOutcome> => ({
  ...{ kind: 'unanswered', failure: 'notPublic', detail: '', finalUrl: url, hops: [], milliseconds: 0 },
})

let server: Server
let inside: string
let asked: string[]

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url)
    response.end('secret')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  inside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  asked = []
})

afterAll(() => server.close())

function page(html: string, contentType = 'text/html') {
  return { url: 'https://agency.go.th/oit', bytes: bytesOf(html), contentType }
}

test('without a Chromium there is no picture', async () => {
  const pictures = makePictures({ chromium: '/nowhere/chromium', fetch: refused })
  expect(await pictures.take(page('<h1>แผน</h1>'))).toBeNull()
})

describe.runIf(existsSync(chromium))('with a Chromium', { timeout: 60_000 }, () => {
  test('a page becomes a WebP 1,280 wide and as high as it is, up to a bound', async () => {
    const pictures = makePictures({ chromium, fetch: refused })
    const tall = '<body style="margin:0"><div style="height:1500px">แผน</div>'
    const endless = '<body style="margin:0"><div style="height:90000px">แผน</div>'
    const taken = await Promise.all([pictures.take(page(tall)), pictures.take(page(endless))])
    expect(taken.map(sizeOf)).toEqual([
      { width: 1280, height: 1500 },
      { width: 1280, height: 8000 },
    ])
  })

  test('whatever the page asks for, the network is never reached but by the fetcher', async () => {
    const wanted: string[] = []
    const fetch = (url: string) => {
      wanted.push(url)
      return refused(url)
    }
    const hostile = `
      <link rel="stylesheet" href="${inside}/style"><link rel="preconnect" href="${inside}">
      <link rel="prefetch" href="${inside}/prefetch"><link rel="icon" href="${inside}/icon">
      <meta http-equiv="refresh" content="0;url=${inside}/refresh">
      <style>@import url(${inside}/import); body { background: url(${inside}/background) }</style>
      <script>fetch('${inside}/script'); new WebSocket('${inside}'.replace('http', 'ws'))</script>
      <img src="${inside}/image"><iframe src="${inside}/frame"></iframe><iframe src="file:///etc/passwd"></iframe>
      <object data="${inside}/object"></object><embed src="${inside}/embed"><video src="${inside}/video" autoplay></video>
      <img src=x onerror="location='${inside}/navigated'">`
    const pictures = makePictures({ chromium, fetch })
    expect(await pictures.take(page(hostile))).not.toBeNull()
    expect(asked).toEqual([])
    expect(wanted).toEqual(expect.arrayContaining([`${inside}/style`, `${inside}/image`]))
    expect(wanted.filter((url) => /script|frame|refresh|navigated|passwd/.test(url))).toEqual([])
  })

  test('style sheets and pictures of the page come through the fetcher', async () => {
    const fetch = async (url: string): Promise<FetchOutcome> => ({
      ...{ kind: 'answered', finalUrl: url, hops: [], milliseconds: 1, status: 200 },
      headers: { 'content-type': 'text/css' },
      body: bytesOf('body { margin: 0 } div { height: 1234px }'),
    })
    const taken = await makePictures({ chromium, fetch }).take(
      page('<link rel="stylesheet" href="/style.css"><div></div>'),
    )
    expect(sizeOf(taken)).toEqual({ width: 1280, height: 1234 })
  })

  test('nothing is left behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'prongsai-pictures-'))
    vi.stubEnv('TMPDIR', folder)
    expect(await makePictures({ chromium, fetch: refused }).take(page('<p>แผน'))).not.toBeNull()
    vi.unstubAllEnvs()
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, { recursive: true })
  })
})

/** Of a lossy WebP (RFC 6386, 9.1): two numbers of 14 bits after the start code. */
function sizeOf(picture: Uint8Array | null) {
  const bytes = Buffer.from(picture ?? [])
  const at = bytes.indexOf(Buffer.from([0x9d, 0x01, 0x2a]))
  return { width: bytes.readUInt16LE(at + 3) & 0x3fff, height: bytes.readUInt16LE(at + 5) & 0x3fff }
}
