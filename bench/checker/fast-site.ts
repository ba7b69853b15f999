/** A site in a thread of its own whose pages come after 50 ms: many links, each a page of an agency's usual size. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'

const latency = 50

const rows = Array.from(
  { length: 25 },
  (_row, at) =>
    `<tr><td>${at + 1}</td><td>โครงการอบรมและพัฒนาบุคลากรด้านคุณธรรม รุ่นที่ ${at + 1}</td><td>${(at + 1) * 1500}</td><td>ดำเนินการแล้วเสร็จ</td></tr>`,
).join('\n')

const page = (
  path: string,
) => `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>รายงาน ${path}</title></head><body>
<nav><a href="/">หน้าแรก</a> <a href="/about">เกี่ยวกับหน่วยงาน</a> <a href="/news">ข่าว</a></nav><h1>รายงานผลการดำเนินงาน ปี พ.ศ. 2567 ฉบับที่ ${path}</h1>
<table><tr><th>ที่</th><th>โครงการ</th><th>งบประมาณ</th><th>ผล</th></tr>${rows}</table><footer>สำนักงานเทศบาลตำบลบ้านสวน</footer></body></html>`

export interface FastSite {
  readonly urls: readonly string[]
  readonly hostAndPort: string
  close(): Promise<unknown>
}

export async function openFastSite(count: number): Promise<FastSite> {
  const thread = new Worker(new URL(import.meta.url))
  const port = await new Promise<number>((resolve) => thread.once('message', resolve))
  const hostAndPort = `127.0.0.1:${port}`
  const urls = Array.from({ length: count }, (_link, at) => `http://${hostAndPort}/report/${at}`)
  return { urls, hostAndPort, close: () => thread.terminate() }
}

function serveFastPages(): void {
  const server = createServer(({ url = '/' }, response) => {
    if (url === '/robots.txt') return void response.writeHead(404).end()
    const body = Buffer.from(page(url))
    const send = () =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length })
        .end(body)
    setTimeout(send, latency)
  })
  server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port))
}

if (!isMainThread) serveFastPages()
