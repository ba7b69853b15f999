/** What a page says of itself that is not what was asked for: not found, a wall against programs, a log-in. Pure. */
import type { Reading } from '#platform/reading/document.ts'
import { normalise, normalPattern } from './matching-text.ts'

/** A page's words in one way of writing, with what tells a notice from an article. */
interface PageWords {
  readonly title: string
  readonly lines: readonly string[]
  readonly length: number
  /** Characters in paragraphs: menus and notices have few, however long the page is. */
  readonly prose: number
}

const paragraph = 140

/** Nobody writes so much to say that there is nothing. */
const longestNotice = 60_000

function wordsOf({ title, text }: Reading): PageWords {
  if (text.length > longestNotice)
    return { title: normalise(title), lines: [], length: text.length, prose: text.length }
  const lines = text
    .split(/[\n\t]/)
    .map(normalise)
    .filter((line) => line !== '')
  return {
    title: normalise(title),
    lines,
    length: lines.reduce((sum, line) => sum + line.length, 0),
    prose: lines.filter((line) => line.length >= paragraph).reduce((sum, line) => sum + line.length, 0),
  }
}

/** The whole of a title, or of one of its parts: "404 Not Found", "ไม่พบหน้าที่ต้องการ". */
const notFoundName = normalPattern(
  /^(?:(?:http )?(?:error|รหัส|ข้อผิดพลาด|oops!?)?:? ?404(?: error)?[!.]*)$/,
  /^(?:(?:http )?(?:error ?)?404[:.,! -]*)?(?:(?:the |this )?(?:web ?)?(?:page|file|document|content|article|resource|url|object)s? (?:was |is |could |can)?(?:not? ?(?:be )?found|missing|does not exist|unavailable)|not found|nothing found|file or directory not found)[!.]*$/,
  /^(?:ขออภัย|เสียใจ|404|error|ข้อผิดพลาด|[ :!,.-])*(?:ไม่พบ|ไม่มี|หาไม่พบ)(?:หน้า|เพจ|เว็บเพจ|ไฟล์|เอกสาร|เนื้อหา|บทความ|ข้อมูล|ข่าว|รายการ|ลิงก์|ลิงค์|url)(?:(?:เว็บ|เพจ|นี้|ดังกล่าว|ที่|ตาม|ซึ่ง|คุณ|ท่าน|ต้องการ)[^.]{0,30})?$/,
  /^(?:หน้า|เพจ|เอกสาร|ไฟล์|เนื้อหา)[^.]{0,24}(?:ไม่พบ|ไม่มีอยู่|ถูกลบ)[^.]{0,20}$/,
)

/** A sentence that says so of the page itself. */
const notFoundSentence = normalPattern(
  /\bpage\b[^.]{0,60}(?:can(?:not|'t) be found|not (?:be )?found|does(?:n't| not) exist|no longer exists|isn't available|has been (?:re)?moved)/,
  /requested (?:url|page|file|resource|document)[^.]{0,80}(?:not (?:be )?found|does not exist)/,
  /(?:404|error)[ :,.!-]*(?:page |file )?not found|error 404/,
  /(?:file|article|document|content) (?:you (?:have )?requested )?(?:was |could )?(?:not (?:be )?found|does not exist|has been (?:removed|deleted))/,
  /nothing was found at this location/,
  /(?:could not|couldn't|cannot|can't) find (?:the|that|this|your) (?:page|file|document|content)/,
  /(?:content|article|document|file|page) (?:is |you [^.]{0,30})?(?:no longer|not|un) ?available/,
  /(?:ไม่พบ|หาไม่พบ|ไม่มี)(?:หน้า|เพจ|เว็บเพจ)(?:เว็บ|เอกสาร|นี้|ที่|ดังกล่าว|เพจ|ซึ่ง|$)/,
  /ไม่พบ[^.]{0,30}ที่(?:คุณ|ท่าน)(?:ต้องการ|ร้องขอ|เรียก|ค้นหา|กำลัง|เลือก|ระบุ)/,
  /ไม่พบ(?:ข้อมูล|เนื้อหา|เอกสาร|ไฟล์|บทความ|ข่าว|รายการ|สิ่ง|ลิงก์|ลิงค์|url)(?:นี้|ดังกล่าว|ตามที่|ที่)?(?:คุณ|ท่าน|ต้องการ|ร้องขอ|เรียก|ค้นหา|กำลัง|เลือก|ระบุ)/,
  /ข้อมูลที่(?:ท่าน|คุณ)[^.]{0,20}(?:ไม่มีอยู่|ไม่มีใน|ถูกลบ)/,
  /ขออภัย[^.]{0,30}(?:ไม่พบ|ไม่มี|ไม่สามารถแสดง|ถูกลบ|ถูกย้าย)/,
  /(?:หน้า|เพจ|เนื้อหา|เอกสาร|ไฟล์|บทความ|ลิงก์|ลิงค์)[^.]{0,40}(?:ไม่มีอยู่|ถูกลบ|ไม่พบ|ถูกย้าย|หมดอายุ|ไม่มีแล้ว|ไม่ปรากฏ)/,
)

/** Advice on such pages, and no such page. */
const advice = normalPattern(/อย่างไร|คืออะไร|วิธี|หาก|ถ้า|กรณี|ถาม|ขึ้นว่า|แจ้งว่า|\?|how to|what is|\bif\b/)

/** Enough on a page that holds hardly anything else. */
const shortNotice = normalPattern(
  /^no (?:records?|data|items?|documents?|files?)(?: (?:was|were))? (?:found|available)[.!]*$/,
  /^(?:ไม่พบ|ยังไม่มี)(?:รายการ|ข้อมูล|เอกสาร|ข่าว|ไฟล์){1,2}(?:ใน|สำหรับ)(?:หมวด|ระบบ|ส่วน|เมนู|หัวข้อ)[^.]{0,20}$/,
  /^(?:not found|ไม่พบ(?:ข้อมูล|หน้า|ไฟล์|เอกสาร|เนื้อหา|รายการ|บทความ)?|no (?:results?|content)(?: found)?|file not found)[.!]*$/,
)

const articleProse = 400

/**
 * A page that answers as if all were well and says that there is nothing: an article about such pages is none.
 * `isOwn`: what the site says on every page is left out already.
 */
export function isNotFoundNotice(reading: Reading, isOwn: boolean): boolean {
  if (reading.format !== 'html' && reading.format !== 'text') return false
  const { title, lines, length, prose } = wordsOf(reading)
  if (length === 0) return notFoundName.test(title)
  if (prose > articleProse || length > 20_000) return false
  const parts = title.split(/ ?[|–—»·:] ?| - |-(?=[^\d])/).map((part) => part.trim())
  if ([title, ...parts].some((part) => part !== '' && notFoundName.test(part))) return true
  if (holdsMuchData(reading)) return false
  const says = lines.filter((line) => line.length <= 120 && !advice.test(line))
  return says.some((line) => length <= mostAround(line, isOwn))
}

/** A box that a page without words opens, and that says so: `source` as its author wrote it. */
export function isNotFoundBox(source: string): boolean {
  const [, said] = /\balert\(\s*["']([^"']{1,200})/.exec(source) ?? []
  const line = normalise(said ?? '')
  return notFoundName.test(line) || notFoundSentence.test(line) || shortNotice.test(line)
}

/** How long a page may be in which this line is the notice: the plainer the words, the more may stand around them. */
function mostAround(line: string, isOwn: boolean): number {
  const isName = notFoundName.test(line)
  if (isName && /หน้า|เพจ|page|url|resource/.test(line)) return isOwn ? 1000 : 8000
  if (notFoundSentence.test(line)) return isOwn ? 700 : 2500
  if (isName) return /\p{L}/u.test(line) ? 250 : 30
  return shortNotice.test(line) ? 150 : -1
}

function holdsMuchData({ tables }: Reading): boolean {
  return tables.some(({ rows }) => rows.filter((row) => row.length >= 2).length >= 4)
}

const wallNames = normalPattern(
  /just a moment|attention required|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:human|robot)|you are not a robot|ddos protection by|request unsuccessful\. incapsula|incapsula incident|sucuri website firewall|the requested url was rejected|security check|bot (?:verification|detection)|enable javascript and cookies to continue|pardon our interruption|unusual traffic|please complete the captcha|complete the security check|human verification|ยืนยันว่าคุณ(?:ไม่ใช่|เป็น)|ไม่ใช่(?:โปรแกรมอัตโนมัติ|หุ่นยนต์|บอท)|กำลังตรวจสอบเบราว์เซอร์|ตรวจสอบความปลอดภัยของการเชื่อมต่อ|กรุณายืนยันตัวตนว่าเป็นมนุษย์/,
)
const wallMarks =
  /cf-chl|cf_chl|challenge-form|challenge-platform|_incapsula_resource|incap_ses|sucuri_cloudproxy|g-recaptcha|h-captcha|hcaptcha\.com|captcha-delivery|datadome|px-captcha|awswaf|aws-waf|ddos-guard|captcha/

/** A page that lets no program by. `body` is the page's source, where the marks of such walls stand. */
export function isBotWall(reading: Reading | null, body: string): boolean {
  const source = body.toLowerCase()
  if (!reading) return wallNames.test(source) || wallMarks.test(source)
  const { title, lines, length, prose } = wordsOf(reading)
  if (prose > articleProse || length > 2000) return false
  const names = wallNames.test(title) || lines.some((line) => wallNames.test(line))
  return (
    names ||
    (length < 120 &&
      /_incapsula_resource|cf-chl|cf_chl|challenge-form|challenge-container|captcha-delivery|px-captcha/.test(
        source,
      ))
  )
}

/** Whether an answer that refuses names a wall: only asked where the server refused. */
export function hasWallMarks(reading: Reading | null, body: string): boolean {
  const source = body.toLowerCase()
  const words = reading ? normalise(`${reading.title}\n${reading.text}`) : ''
  return wallNames.test(words) || wallNames.test(source) || wallMarks.test(source)
}

const loginName = normalPattern(
  /^(?:.{0,30} )?(?:log ?in|sign ?in|log ?on|member login|user login|authentication required)(?: (?:to|-|page|form).{0,40})?$|^(?:กรุณา|โปรด|หน้า)?(?:เข้าสู่ระบบ|ลงชื่อเข้าใช้|ล็อกอิน|ลงชื่อเข้าสู่ระบบ).{0,40}$/,
)
const loginDemand = normalPattern(
  /(?:please|you must|you need to|must be) (?:log|sign)(?:ged)? ?in|(?:กรุณา|โปรด|ต้อง|จำเป็นต้อง)(?:ทำการ)?(?:เข้าสู่ระบบ|ลงชื่อเข้าใช้|ล็อกอิน|login|log in)|เฉพาะ(?:สมาชิก|เจ้าหน้าที่|ผู้มีสิทธิ์)|สำหรับ(?:สมาชิก|เจ้าหน้าที่)เท่านั้น|you need (?:access|permission)|request access|คุณต้องมีสิทธิ์|ขอสิทธิ์เข้าถึง|members only|login required/,
)

/** What stands on every log-in form. */
const loginFormWords = normalPattern(
  /log ?in|sign ?in|log ?on|user ?name|e-?mail|password|remember me|forgot|register|lost your|captcha|เข้าสู่ระบบ|ลงชื่อเข้าใช้|ชื่อผู้ใช้(?:งาน)?|ผู้ใช้(?:งาน)?|รหัสผ่าน|รหัสประจำตัว|จดจำ|ลืม|สมัครสมาชิก|ลงทะเบียน|ตกลง|ยกเลิก|ค้นหา/g,
)

/**
 * A page that shows a log-in and little else; a box for logging in beside contents is no wall. The box of the home page
 * stands on every page.
 */
export function isLoginWall(reading: Reading, home: Reading | null): boolean {
  if (reading.format !== 'html') return false
  const { title, lines, length, prose } = wordsOf(reading)
  if (prose > 300 || holdsMuchData(reading)) return false
  const demands = lines.some((line) => line.length <= 200 && loginDemand.test(line))
  if (demands && length <= 700) return true
  const parts = [title, ...title.split(/ ?[|–—»·:] ?| - |-/)].map((part) => part.trim())
  const isNamed = parts.some((part) => loginName.test(part))
  if (!reading.hasPasswordField) return isNamed && length <= 300
  if ((isNamed || demands) && length <= 1500) return true
  const others = lines.join('').replace(loginFormWords, '')
  return !home?.hasPasswordField && others.length <= 80
}

/** The page without the lines that stand on the home page too: menus, addresses and notices of the site. */
export function withoutFurniture(reading: Reading, home: Reading | null): Reading {
  if (!home || home.text === reading.text) return reading
  const known = new Set(home.text.split('\n'))
  return {
    ...reading,
    text: reading.text
      .split('\n')
      .filter((line) => !known.has(line))
      .join('\n'),
  }
}
