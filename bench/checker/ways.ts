/** Links that lead on: to where a page has moved, to the home page, or in a circle. */
import type { RequestListener } from 'node:http'
import type { AgencySite } from './agency-sites.ts'
import type { Labelled, Page } from './hosts.ts'
import type { Hosts } from './site.ts'

const to = (location: string, status = 302): Page => ({ body: '', status, headers: { location } })
const refresh = (location: string, seconds = 0): Page => ({
  body: `<html><head><meta charset="utf-8"><meta http-equiv="refresh" content="${seconds};url=${location}"></head><body>กำลังเปลี่ยนหน้า</body></html>`,
})
const plan = '<h1>แผนปฏิบัติการป้องกันการทุจริต</h1><p>โครงการที่ 1 อบรมคุณธรรม งบประมาณ 20,000 บาท</p>'

export function putWays(hosts: Hosts): Labelled[] {
  return [...hosts.sites.flatMap((site) => putMoves(site, hosts)), ...hosts.sites.flatMap(putLoops)]
}

function putMoves({ host, page }: AgencySite, { foreign, secure }: Hosts): Labelled[] {
  const there = host.put('/anti-corruption/2568', page('แผน', plan))
  const elsewhere = foreign.put('/file/plan', page('แผน', plan))
  const onSecure = secure.put('/plan', page('แผน', plan))
  host.put('/news/12/', page('ข่าว', '<h1>ข่าวที่ 12</h1><p>เปิดรับสมัครนักเรียนทุน</p>'))
  host.put('/step-2', to('/step-3', 301))
  host.put('/step-3', to('/anti-corruption/2568', 307))
  const moved: readonly (readonly [path: string, page: Page])[] = [
    ['/old/plan.php?id=4', to('/anti-corruption/2568', 301)],
    ['/o33', to(there, 302)],
    ['/o33-308', to(there, 308)],
    ['/step-1', to('step-2', 303)],
    ['/to-drive', to(elsewhere)],
    ['/to-secure', to(onSecure, 301)],
    ['/refreshed', refresh('/anti-corruption/2568')],
  ]
  const home: readonly (readonly [path: string, page: Page])[] = [
    ['/ita/o12', to('/')],
    ['/ita/o13.html', to(`${host.origin}/`, 301)],
    ['/ita/o14', to('/th/home')],
    ['/ita/o15', refresh('/')],
    ['/files/report-2567.pdf', to('/')],
  ]
  if (!host.put('/th/home', page('หน้าหลัก', '<h1>ยินดีต้อนรับ</h1><p>ข่าวและบริการของหน่วยงาน</p>'))) return []
  return [
    ...moved.map(([path, one]) => ({ url: host.put(path, one), verdict: 'moved' as const, about: 'moved' })),
    ...home.map(([path, one]) => ({
      url: host.put(path, one),
      verdict: 'movedHome' as const,
      about: 'to the home page',
    })),
    { url: host.put('/news/12', to('/news/12/', 301)), verdict: 'live', about: 'a slash was added' },
    {
      url: host.put('/cookie-first', setsCookieOnce),
      verdict: 'live',
      about: 'sets a cookie and asks again',
    },
  ]
}

const setsCookieOnce: RequestListener = ({ headers }, response) => {
  if (!headers.cookie?.includes('seen=1')) {
    response.writeHead(302, { location: '/cookie-first', 'set-cookie': 'seen=1; Path=/' }).end()
    return
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end('<title>ข้อมูลงบประมาณ</title><h1>ข้อบัญญัติงบประมาณ 2568</h1><p>งบกลาง 12,000,000 บาท</p>')
}

/** It asks for a cookie that it never accepts. */
const setsCookieForever: RequestListener = (_request, response) => {
  response.writeHead(302, { location: '/cookie-ever', 'set-cookie': `visit=${Math.random()}; Path=/` }).end()
}

const goesOn: RequestListener = ({ url = '' }, response) => {
  const next = Number(new URL(url, 'http://x').searchParams.get('n')) + 1
  response.writeHead(302, { location: `/endless?n=${next}` }).end()
}

function putLoops({ host }: AgencySite): Labelled[] {
  host.put('/round/b', to('/round/a'))
  host.put('/turn/b', refresh('/turn/a'))
  const addresses = [
    host.put('/self', to('/self', 301)),
    host.put('/round/a', to('/round/b')),
    host.put('/turn/a', refresh('/turn/b')),
    host.put('/cookie-ever', setsCookieForever),
    host.put('/endless', goesOn),
  ]
  return addresses.map((url) => ({ url, verdict: 'loop', about: 'in a circle' }))
}
