/** Links that fail on the way: names, connections, certificates, time, size, and addresses that are nobody's business. */
import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Verdict } from '#modules/disclosure/check-report.ts'
import type { AgencySite } from './agency-sites.ts'
import type { Labelled, Page } from './hosts.ts'
import type { Hosts } from './site.ts'

const mebibyte = 1024 * 1024
const to = (location: string): Page => ({ body: '', status: 302, headers: { location } })

const never: RequestListener = () => undefined
const stalls: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': '5000' })
  response.write('<html><title>รายงาน</title><p>กำลัง')
}
const drips: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  const drip = setInterval(() => response.write('<p>อีกบรรทัดหนึ่ง</p>'), 400)
  response.on('close', () => clearInterval(drip))
}

const declaresMuch: RequestListener = ({ method }, response) => {
  response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': String(1024 * mebibyte) })
  if (method === 'HEAD') response.end()
  else response.write('%PDF-1.7\n')
}

const streamsMuch: RequestListener = ({ method }, response) => {
  response.writeHead(200, { 'content-type': 'video/mp4' })
  if (method === 'HEAD') return void response.end()
  const block = Buffer.alloc(mebibyte, 7)
  const pour = () => {
    while (!response.destroyed && response.write(block));
    if (!response.destroyed) response.once('drain', pour)
  }
  pour()
}

const bomb = gzipSync(Buffer.alloc(64 * mebibyte))
const breaksOff: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': '9000' })
  response.write('<html><body>half', () => response.destroy())
}
const speaksNonsense: RequestListener = ({ socket }) => void socket.end('NOT HTTP AT ALL\r\n\r\n')

const php: Page = {
  body: '<br /><b>Fatal error</b>: Uncaught mysqli_sql_exception: Too many connections in /var/www/html/db.php:12',
  status: 500,
}
const statuses = [500, 502, 503, 504, 508] as const

const insideAddresses = [
  'http://169.254.169.254/latest/meta-data/',
  'http://10.0.0.5/intranet/plan.pdf',
  'http://192.168.1.1/',
  'http://172.16.4.4:8080/ita',
  'http://[::1]/',
  'http://0.0.0.0/',
  'http://2130706433/',
  'http://[::ffff:127.0.0.1]/',
]

export function putTroubles(hosts: Hosts): Labelled[] {
  return [...putSiteTroubles(hosts), ...putAddressTroubles(hosts)]
}

function putSiteTroubles({ sites }: Hosts): Labelled[] {
  const ofSite = ({ host }: AgencySite): Partial<Record<Verdict, string[]>> => ({
    timeout: [host.put('/never', never), host.put('/stalls', stalls), host.put('/drips', drips)],
    tooLarge: [
      host.put('/huge.pdf', declaresMuch),
      host.put('/stream', streamsMuch),
      host.put('/bomb', { body: bomb, headers: { 'content-encoding': 'gzip' } }),
    ],
    serverError: [
      ...statuses.map((status) =>
        host.put(`/fails/${status}`, { body: `<h1>${status}</h1><p>server error</p>`, status }),
      ),
      host.put('/fails/php', php),
      host.put('/breaks', breaksOff),
      host.put('/nonsense', speaksNonsense),
    ],
  })
  return sites.flatMap((site) => label(ofSite(site)))
}

function putAddressTroubles(hosts: Hosts): Labelled[] {
  const { sites, inside, selfSigned, expired, misnamed, closed } = hosts
  const [first, second] = sites
  if (!first || !second) return []
  const secret = inside.put('/secret', { body: '<h1>inside</h1>' })
  inside.put('/', { body: '<h1>inside</h1>' })
  const secure = [selfSigned, expired, misnamed]
  return label({
    notPublic: [
      ...insideAddresses,
      secret,
      `${inside.origin}/`,
      first.host.put('/to-inside', to(secret)),
      first.host.put('/to-metadata', to('http://169.254.169.254/latest/meta-data/')),
      second.host.put('/to-private', to('http://10.1.2.3/')),
      second.host.put('/to-localhost', to(secret.replace('127.0.0.1', 'localhost'))),
    ],
    tls: [
      ...secure.flatMap((host) => ['/', '/o1'].map((path) => host.put(path, { body: '<h1>ข้อมูล</h1>' }))),
      first.host.put('/to-expired', to(`${expired.origin}/o1`)),
      second.host.put('/to-self-signed', to(`${selfSigned.origin}/o1`)),
    ],
    dns: [
      ...['www.ban-suan.invalid', 'ita.tungna.invalid:8080', 'เทศบาล.invalid'].map(
        (name) => `http://${name}/o1`,
      ),
      'https://www.department.invalid/',
      first.host.put('/to-no-name', to('http://gone.invalid/')),
    ],
    refused: [
      ...['/', '/o1', '/files/plan.pdf'].map((path) => `http://${closed}${path}`),
      `https://${closed}/`,
      second.host.put('/to-closed', to(`http://${closed}/`)),
    ],
  })
}

function label(addresses: Partial<Record<Verdict, readonly string[]>>): Labelled[] {
  const verdicts = Object.keys(addresses) as Verdict[]
  return verdicts.flatMap((verdict) =>
    (addresses[verdict] ?? []).map((url) => ({ url, verdict, about: verdict })),
  )
}
