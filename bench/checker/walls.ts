/** Pages that let in people only, or only those who have an account. */
import type { AgencySite } from './agency-sites.ts'
import type { Labelled, Page } from './hosts.ts'
import type { Hosts } from './site.ts'

const challenge = (status: number, headers: Page['headers'] = {}): Page => ({
  body: `<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title><meta name="robots" content="noindex,nofollow"></head>
<body><div class="main-wrapper"><h1>www.agency.example</h1><noscript>Enable JavaScript and cookies to continue</noscript></div>
<script>(function(){window._cf_chl_opt={cvId:'3',cType:'managed'};var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1';document.head.appendChild(a)})();</script></body></html>`,
  status,
  headers: { server: 'cloudflare', ...headers },
})

const html = (title: string, body: string, status = 200): Page => ({
  body: `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`,
  status,
})

const walls: readonly Page[] = [
  challenge(403, { 'cf-mitigated': 'challenge' }),
  challenge(503),
  challenge(200),
  html(
    'Request Rejected',
    'The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1234567890',
  ),
  html(
    'Attention Required! | Cloudflare',
    '<h1>Sorry, you have been blocked</h1><h2>You are unable to access agency.example</h2><p>Cloudflare Ray ID: 8abc</p>',
    403,
  ),
  html('403 Forbidden', '<h1>Forbidden</h1><p>You don’t have permission to access this resource.</p>', 403),
  html(
    'Verification',
    '<h1>Please verify you are a human</h1><div class="g-recaptcha" data-sitekey="x"></div><script src="https://www.google.com/recaptcha/api.js"></script>',
  ),
  html(
    'ตรวจสอบความปลอดภัย',
    '<h1>กรุณายืนยันว่าคุณไม่ใช่โปรแกรมอัตโนมัติ</h1><form><img src="/captcha.png"><input name="captcha"><button>ยืนยัน</button></form>',
  ),
  html(
    '',
    '<script>var s={};eval(function(p,a,c){return p}("x"));document.cookie="visid_incap=1"</script><iframe src="/_Incapsula_Resource?SWUDNSAI=9&xinfo=1" width="100%" height="100%">Request unsuccessful. Incapsula incident ID: 88-1</iframe>',
  ),
  html('Too Many Requests', '<h1>Too many requests</h1>', 429),
  html(
    'DDoS protection',
    '<h1>Checking your browser before accessing the site</h1><p>This process is automatic. Your browser will redirect to your requested content shortly.</p>',
    503,
  ),
]

const form = (title: string, words: string) =>
  `<h2>${title}</h2><form method="post"><label>${words} <input name="user"></label><label><input type="password" name="pass"></label><button>OK</button></form>`

const inPlace: readonly (readonly [title: string, content: string])[] = [
  ['เข้าสู่ระบบ', form('เข้าสู่ระบบสมาชิก', 'ชื่อผู้ใช้')],
  ['Login', form('Please sign in', 'Username')],
  ['สำหรับเจ้าหน้าที่', form('กรุณาเข้าสู่ระบบก่อนใช้งาน', 'เลขประจำตัวประชาชน')],
  ['ระบบสารบรรณ', `<p>ท่านไม่มีสิทธิ์เข้าถึงหน้านี้ กรุณาล็อกอิน</p>${form('ล็อกอิน', 'อีเมล')}`],
]

export function putWalls({ sites, foreign }: Hosts): Labelled[] {
  return [
    ...sites.flatMap(putBotWalls),
    ...sites.flatMap((site) =>
      putLogins(site, foreign.put('/accounts/login', html('Sign in', form('ลงชื่อเข้าใช้', 'อีเมลหรือโทรศัพท์')))),
    ),
  ]
}

function putBotWalls({ host }: AgencySite, place: number): Labelled[] {
  const own = walls.filter((_wall, at) => place === 0 || at % 2 === place - 1)
  return own.map((wall, at) => ({
    url: host.put(`/wall/${at}`, wall),
    verdict: 'botWall',
    about: String(wall.body).slice(0, 90),
  }))
}

function putLogins({ host, page }: AgencySite, elsewhere: string): Labelled[] {
  host.put('/user/login', page('เข้าสู่ระบบ', form('เข้าสู่ระบบ', 'ชื่อผู้ใช้')))
  const addresses = [
    ...inPlace.map(([title, content], at) => host.put(`/members/${at}`, page(title, content))),
    host.put('/intranet/plan', {
      body: '',
      status: 302,
      headers: { location: '/user/login?next=/intranet/plan' },
    }),
    host.put('/drive/file', { body: '', status: 302, headers: { location: elsewhere } }),
    host.put('/basic', {
      body: 'Unauthorized',
      type: 'text/plain',
      status: 401,
      headers: { 'www-authenticate': 'Basic realm="x"' },
    }),
    host.put('/denied', { ...page('เข้าสู่ระบบ', form('กรุณาเข้าสู่ระบบ', 'ชื่อผู้ใช้')), status: 403 }),
  ]
  return addresses.map((url) => ({ url, verdict: 'loginWall', about: 'a log-in' }))
}
