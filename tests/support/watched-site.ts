/** A site on this machine that an agency's links lead to, and that can be told what to answer. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ServedSite {
  /** Without a slash at the end. */
  readonly url: string
  readonly hostAndPort: string
  close(): Promise<void>
}

export interface WatchedSite extends ServedSite {
  /** The paths asked for, robots.txt and the home page left out. */
  readonly asked: string[]
  /** Paths that are gone. */
  readonly gone: Set<string>
}

const page = (path: string) => `<!doctype html><html lang="th"><head><meta charset="utf-8">
  <title>หน้า ${path}</title></head><body><h1>แผนดำเนินงาน ปีงบประมาณ พ.ศ. 2568 ${path}</h1>
  <p>รายละเอียดโครงการ งบประมาณ และระยะเวลาดำเนินงานของหน่วยงาน</p><script>alert(1)</script></body></html>`

const home = `<!doctype html><html lang="th"><meta charset="utf-8"><title>หน้าแรก</title>
  <h1>ยินดีต้อนรับ</h1><p>ข่าวประชาสัมพันธ์ ประกาศรับสมัครงาน และปฏิทินกิจกรรมประจำเดือน</p></html>`

/** Serves whatever page is found for a path just then; where none is, it is not found. */
export async function servePages(find: (path: string) => string | undefined): Promise<ServedSite> {
  const server = createServer(({ url: path = '/' }, response) => {
    const found = find(path)
    response.writeHead(found === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'set-cookie': 'visitor=1',
    })
    response.end(found ?? 'Not Found')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const hostAndPort = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...{ url: `http://${hostAndPort}`, hostAndPort },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export async function serveSite(): Promise<WatchedSite> {
  const [asked, gone]: [string[], Set<string>] = [[], new Set()]
  const served = await servePages((path) => {
    if (path === '/robots.txt') return undefined
    if (path !== '/') asked.push(path)
    if (gone.has(path)) return undefined
    return path === '/' ? home : page(path)
  })
  return { ...served, asked, gone }
}
