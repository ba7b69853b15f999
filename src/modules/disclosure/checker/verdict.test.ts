/** What was answered, and how it reads, makes the verdict; pages that only look like a fault stay live. */
import { describe, expect, test } from 'vitest'
import type { Answered, FetchFailure } from '#platform/fetcher/outcome.ts'
import { type Reading, unread } from '#platform/reading/document.ts'
import { isHomeAddress, isOfSite, isSamePage } from './addresses.ts'
import { isPersonal, socialAccounts } from './social-accounts.ts'
import { verdictOf } from './verdict.ts'

const asked = 'https://www.obt.go.th/files/o26'

interface Given extends Partial<Omit<Reading, 'title' | 'text'>> {
  readonly asked?: string
  readonly finalUrl?: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly source?: string
  readonly home?: Reading
}

const page = (title: string, text: string, more: Partial<Reading> = {}): Reading => ({
  ...unread('html', 'read'),
  hasText: text !== '',
  title,
  text,
  ...more,
})

function judge(reading: Reading | null, given: Given = {}): string {
  const url = given.asked ?? asked
  const answer: Answered = {
    kind: 'answered',
    finalUrl: given.finalUrl ?? url,
    hops: [],
    milliseconds: 1,
    status: given.status ?? 200,
    headers: given.headers ?? { 'content-type': 'text/html' },
    body: Buffer.from(given.source ?? 'body'),
  }
  const home = given.home ? { finalUrl: new URL('/', answer.finalUrl).href, reading: given.home } : null
  return verdictOf({ asked: url, outcome: answer, reading, hops: [], home })
}

const prose =
  'องค์การบริหารส่วนตำบลจัดประชุมชี้แจงแนวทางการดำเนินงานแก่เจ้าหน้าที่ทุกส่วนราชการ เพื่อให้รายงานผลได้ครบถ้วนตามกำหนด โดยมีผู้เข้าร่วมจากทุกหมู่บ้าน และตอบข้อซักถามจนเป็นที่เข้าใจ '
const live = page('แผนปฏิบัติการ', `แผนปฏิบัติการป้องกันการทุจริต\n${prose}`)

test.each<[FetchFailure, string]>([
  ['notPublic', 'notPublic'],
  ['dns', 'dns'],
  ['refused', 'refused'],
  ['tls', 'tls'],
  ['timeout', 'timeout'],
  ['loop', 'loop'],
  ['tooLarge', 'tooLarge'],
  ['robots', 'botWall'],
  ['broken', 'serverError'],
])('a link that failed by %s is %s', (failure, verdict) => {
  const outcome = {
    kind: 'unanswered',
    failure,
    detail: '',
    finalUrl: asked,
    hops: [],
    milliseconds: 1,
  } as const
  expect(verdictOf({ asked, outcome, reading: null, hops: [], home: null })).toBe(verdict)
})

test.each<[number, Reading | null, Readonly<Record<string, string>>, string]>([
  [404, live, {}, 'notFound'],
  [410, null, {}, 'notFound'],
  [400, null, {}, 'notFound'],
  [401, null, {}, 'loginWall'],
  [403, page('403 Forbidden', 'nginx'), {}, 'botWall'],
  [403, page('Attention Required! | Cloudflare', 'Sorry, you have been blocked'), {}, 'botWall'],
  [403, page('', 'กรุณาเข้าสู่ระบบ', { hasPasswordField: true }), {}, 'loginWall'],
  [429, null, {}, 'botWall'],
  [405, page('Human Verification', ''), { 'x-amzn-waf-action': 'captcha' }, 'botWall'],
  [503, page('Just a moment...', 'Checking your browser'), {}, 'botWall'],
  [503, page('503', 'Service Unavailable'), { server: 'cloudflare' }, 'serverError'],
  [500, null, {}, 'serverError'],
  [502, null, {}, 'serverError'],
  [304, null, {}, 'serverError'],
])('status %i is judged with what the page says', (status, reading, headers, verdict) => {
  expect(judge(reading, { status, headers })).toBe(verdict)
})

describe('a page that says there is nothing is soft404', () => {
  test.each([
    ['404 Not Found', '404 Not Found\nnginx'],
    ['ไม่พบหน้าที่ต้องการ - อบต.ตัวอย่าง', 'เมนู\nกลับหน้าแรก'],
    ['อบต.ตัวอย่าง', 'เมนู\nขออภัย ไม่พบหน้าที่ท่านต้องการ'],
    ['อบต.ตัวอย่าง', 'ไม่พบข้อมูลที่ท่านต้องการ'],
    ['กรม', 'หน้าเว็บที่ท่านเรียกไม่มีอยู่ในระบบ'],
    ['Page not found – Sample', 'Oops! That page can’t be found.'],
    ['Sample', 'We couldn’t find the page you were looking for'],
    ['Google Drive', 'ขออภัย ไม่มีไฟล์ที่คุณขอ'],
    ['กรม', `${'เมนูเรื่องที่น่าสนใจของหน่วยงานและข้อมูลที่เกี่ยวข้อง\n'.repeat(80)}ไม่พบหน้าที่คุณต้องการ`],
    ['404', ''],
    ['Error', 'The resource cannot be found.\nDescription: HTTP 404. It could have been removed or renamed.'],
    ['กรม', 'No record found.'],
    ['ข้อมูล ITA', 'หมวดหมู่\nไม่พบรายการข้อมูลในหมวดหมู่นี้'],
  ])('“%s”', (title, text) => {
    expect(judge(page(title, text))).toBe('soft404')
  })

  test('also where the way led to its address, or where nothing came', () => {
    expect(judge(live, { finalUrl: 'https://www.obt.go.th/404.html' })).toBe('soft404')
    expect(judge(null, { source: '' })).toBe('soft404')
  })

  test('also where it says so in a box before it leads back', () => {
    const box = "<script>alert('ไม่พบข้อมูลที่ท่านต้องการ');history.back();</script>"
    expect(judge(page('', ''), { source: box })).toBe('soft404')
    const greeting = "<script>alert('ยินดีต้อนรับสู่ระบบ');show()</script>"
    expect(judge(page('ระบบข้อมูล', ''), { source: greeting })).toBe('live')
    expect(judge(live, { source: box })).toBe('live')
  })

  test('the menus of the site do not hide it', () => {
    const menus = 'เมนูเรื่องที่น่าสนใจของหน่วยงานและข้อมูลที่เกี่ยวข้อง '.repeat(3)
    const home = page('อบต.', `${`${menus}\n`.repeat(30)}ยินดีต้อนรับ`)
    expect(judge(page('อบต.', `${menus}\nไม่พบข้อมูล`), { home })).toBe('soft404')
  })
})

describe('a page that only speaks of such things is live', () => {
  test.each([
    ['ข่าว', `เว็บไซต์ขึ้น 404 not found\n${prose.repeat(4)}`],
    ['คำถามที่พบบ่อย', `เข้าเว็บแล้วพบ 404 page not found ต้องทำอย่างไร\nให้แจ้งผู้ดูแลระบบ\n${prose}`],
    ['สถิติเรื่องร้องเรียน ปี 2567', 'ไม่มีข้อมูลการร้องเรียน\nไม่พบเรื่องร้องเรียนการทุจริตในรอบปี'],
    ['ไม่พบผู้ติดเชื้อรายใหม่', `ไม่พบผู้ติดเชื้อรายใหม่ในพื้นที่\n${prose}`],
    ['การใช้ CAPTCHA', `are you a robot\n${prose.repeat(3)}`],
    ['ปรับปรุง', 'อยู่ระหว่างการปรับปรุงข้อมูล'],
  ])('“%s”', (title, text) => {
    expect(judge(page(title, text))).toBe('live')
  })

  test('and so is one whose words are made by scripts', () => {
    const shell = page('App', '', { hasText: false })
    expect(judge(shell, { home: shell, source: '<div id="root"></div>' })).toBe('live')
    const told = page('App', 'You need to enable JavaScript to run this app.')
    expect(judge(told, { home: told })).toBe('live')
  })
})

describe('a log-in', () => {
  test.each([
    ['เข้าสู่ระบบ', 'ชื่อผู้ใช้\nรหัสผ่าน\nเข้าสู่ระบบ', true, 'loginWall'],
    ['ระบบสารบรรณ', 'กรุณาเข้าสู่ระบบก่อนดูเอกสารนี้', false, 'loginWall'],
    ['Google Drive', 'You need access', false, 'loginWall'],
    ['แผนปฏิบัติการ', `ค้นหา\nเข้าสู่ระบบ\nLogin\n${live.text}`, true, 'live'],
    ['คู่มือ', `กรุณาเข้าสู่ระบบด้วยเลขประจำตัว\n${prose.repeat(3)}`, false, 'live'],
  ])('“%s” with “%s”', (title, text, hasPasswordField, verdict) => {
    expect(judge(page(title, text, { hasPasswordField }))).toBe(verdict)
  })

  test('that stands on the home page too is no wall', () => {
    const home = page('อบต.', 'ชื่อผู้ใช้\nรหัสผ่าน\nข่าววันนี้', { hasPasswordField: true })
    expect(judge(page('แผน', 'ชื่อผู้ใช้\nรหัสผ่าน\nดาวน์โหลดแผน', { hasPasswordField: true }), { home })).toBe(
      'live',
    )
  })

  test('that the way led to is a wall', () => {
    expect(judge(live, { finalUrl: 'https://www.obt.go.th/login?next=/files/o26' })).toBe('loginWall')
    expect(judge(live, { finalUrl: 'https://accounts.google.com/v3/x' })).toBe('loginWall')
  })
})

test.each([
  ['http://obt.go.th/plan', 'https://www.obt.go.th/plan/', 'live'],
  ['https://obt.go.th/', 'https://obt.go.th/th/home', 'live'],
  ['https://obt.go.th', 'https://obt.go.th/index.php', 'live'],
  ['https://obt.go.th/plan?id=1', 'https://obt.go.th/plan?id=1&lang=th', 'live'],
  ['https://obt.go.th/plan?id=1', 'https://obt.go.th/plan?id=2', 'moved'],
  ['https://obt.go.th/plan', 'https://obt.go.th/th/plan', 'moved'],
  ['https://obt.go.th/plan', 'https://new.obt.go.th/plan', 'moved'],
  ['https://obt.go.th/', 'https://www.obt.go.th/public/welcome.php', 'live'],
  ['https://obt.go.th/', 'https://other.example.com/welcome', 'moved'],
  ['https://obt.go.th/plan', 'https://obt.go.th/error.aspx?aspxerrorpath=/plan', 'soft404'],
  ['https://obt.go.th/plan', 'https://obt.go.th/', 'movedHome'],
  ['https://obt.go.th/?page=plan', 'https://obt.go.th/', 'movedHome'],
  ['https://obt.go.th/plan', 'https://obt.go.th/th/index.php?lang=th', 'movedHome'],
  ['https://obt.go.th/plan', 'https://parked.example.com/', 'movedHome'],
])('from %s to %s is %s', (from, to, verdict) => {
  expect(judge(live, { asked: from, finalUrl: to })).toBe(verdict)
})

test('a deep link with the words of the home page leads home, but for the figures of the day', () => {
  const front = `${prose}\n${prose}\n${prose}`
  const home = page('อบต.', `${front}\nผู้เข้าชม 1,234 คน`)
  expect(judge(page('อบต.', `${front}\nผู้เข้าชม 1,235 คน`), { home })).toBe('movedHome')
  expect(judge(page('อบต.', `${front}\nแผนพัฒนา`), { home })).toBe('live')
})

test('a short page that differs from the home page in its year only is a page of its own', () => {
  const home = page('อบต.', 'รายงานผลการดำเนินงาน พ.ศ. 2568')
  expect(judge(page('อบต.', 'รายงานผลการดำเนินงาน พ.ศ. 2567'), { home })).toBe('live')
  expect(judge(home, { home })).toBe('movedHome')
})

test.each([
  ['a PDF served as bytes', '/a.pdf', 'application/octet-stream', unread('pdf', 'read'), 'live'],
  ['a page in the place of a PDF', '/a.pdf', 'text/html', live, 'wrongType'],
  ['a page that its server calls a PDF', '/a', 'application/pdf', live, 'wrongType'],
  ['a workbook that is none', '/a.xlsx', 'application/octet-stream', unread('unknown', 'read'), 'wrongType'],
  ['a list of commas read as text', '/a.csv', 'text/csv', unread('text', 'read'), 'live'],
  ['a broken file', '/a', 'application/pdf', unread('pdf', 'broken'), 'wrongType'],
  ['a file with a password', '/a.xlsx', 'application/zip', unread('xlsx', 'encrypted'), 'wrongType'],
  ['a file that is too big to read', '/a.xlsx', '', unread('xlsx', 'tooBig'), 'tooLarge'],
  ['a file that takes too long to read', '/a.pdf', '', unread('pdf', 'tooSlow'), 'timeout'],
  ['a notice in the place of a PDF', '/a.pdf', 'text/html', page('404', 'ไม่พบไฟล์'), 'soft404'],
  ['an archive', '/a.zip', 'application/zip', unread('unknown', 'read'), 'live'],
])('%s is judged', (_, path, type, reading, verdict) => {
  const url = `https://www.obt.go.th${path}`
  const full = reading.format === 'text' ? { ...reading, text: 'ก,ข' } : reading
  expect(judge(full, { asked: url, headers: { 'content-type': type } })).toBe(verdict)
})

test('walls against programs that answer with success are known', () => {
  expect(judge(page('Just a moment...', ''))).toBe('botWall')
  expect(judge(page('', 'กรุณายืนยันว่าคุณไม่ใช่หุ่นยนต์'))).toBe('botWall')
  expect(judge(page('Request Rejected', 'The requested URL was rejected. Your support ID is: 1'))).toBe(
    'botWall',
  )
  expect(judge(page('', ''), { source: '<iframe src="/_Incapsula_Resource?x">' })).toBe('botWall')
  expect(judge(page('ติดต่อเรา', 'ติดต่อเรา'), { source: '<div class="g-recaptcha">' })).toBe('live')
})

const url = (text: string) => new URL(text)

test.each([
  ['https://ita.obt.go.th/a', 'https://www.obt.go.th', true],
  ['http://www.obt.go.th/a', 'https://obt.go.th/', true],
  ['https://notobt.go.th/a', 'https://obt.go.th', false],
  ['https://obt.go.th:8443/a', 'https://obt.go.th', false],
  ['http://127.0.0.1:3001/', 'http://127.0.0.1:3000', false],
  ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000', true],
  ['http://a.localhost:3000/', 'http://localhost:3000', false],
  ['https://drive.google.com/x', 'https://obt.go.th', false],
])('%s on the site %s: %s', (link, site, expected) => {
  expect(isOfSite(url(link), url(site))).toBe(expected)
})

test('addresses written otherwise are the same page', () => {
  expect(isSamePage(url('https://a.go.th/%E0%B8%81/'), url('http://www.a.go.th/ก'))).toBe(true)
  expect(isHomeAddress(url('https://a.go.th/?p=1'))).toBe(false)
  expect(isHomeAddress(url('https://a.go.th/th/'))).toBe(true)
})

describe('accounts of social networks', () => {
  const links = (...urls: string[]) => urls.map((each) => ({ url: each, text: '' }))

  test('are neither share buttons, posts nor the networks themselves', () => {
    const none = links(
      'https://www.facebook.com/sharer.php?u=x',
      'https://www.facebook.com/sharer/sharer.php?u=x',
      'https://twitter.com/intent/tweet?text=x',
      'https://social-plugins.line.me/lineit/share?url=x',
      'https://line.me/R/msg/text/?x',
      'https://www.facebook.com/',
      'https://www.youtube.com/watch?v=1',
      'https://notfacebook.com/obt',
    )
    expect(socialAccounts(none)).toEqual([])
    const some = links(
      'https://www.facebook.com/obt',
      'https://lin.ee/x',
      'https://x.com/obt',
      'https://www.youtube.com/@obt',
    )
    expect(socialAccounts(some)).toHaveLength(4)
    const plugin = links(
      'https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2Fobt',
    )
    expect(socialAccounts(plugin)[0]?.url).toBe('https://www.facebook.com/obt')
  })

  test.each([
    ['https://www.facebook.com/profile.php?id=100', '', true],
    ['https://www.facebook.com/people/x/100', '', true],
    ['https://www.facebook.com/somchai.jaidee.7', '', true],
    ['https://www.facebook.com/obt', 'นายสมชาย ใจดี', true],
    ['https://www.facebook.com/obt', 'นายก อบต.', false],
    ['https://www.facebook.com/obt.sample', 'Facebook', false],
    ['https://line.me/R/ti/p/@obt', 'LINE', false],
    ['https://line.me/ti/p/abc', 'LINE', true],
  ])('%s called “%s” is a person’s: %s', (address, text, expected) => {
    expect(isPersonal({ url: address, text })).toBe(expected)
  })
})
