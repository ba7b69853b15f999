/** Pages that are gone: those whose servers say so, and those that only their words give away. */
import type { AgencySite } from './agency-sites.ts'
import type { Labelled, Page } from './hosts.ts'
import type { Hosts } from './site.ts'

/** As the content systems of Thai agencies word it. */
const thai: readonly (readonly [title: string, content: string])[] = [
  ['ไม่พบหน้าที่ค้นหา', '<h1>อุ๊ปส์! ไม่พบหน้าที่คุณกำลังค้นหา</h1><p>ดูเหมือนว่าจะไม่พบสิ่งใดในตำแหน่งนี้ ลองค้นหาดูไหม</p>'],
  [
    '404 - ข้อผิดพลาด: 404',
    '<h1>ข้อผิดพลาด: 404</h1><p>ไม่พบบทความ</p><p>คุณอาจไม่สามารถเข้าชมหน้านี้ได้เพราะ: ลิงก์ในบุ๊กมาร์กหมดอายุ หรือพิมพ์ที่อยู่ผิด</p>',
  ],
  [
    'รายละเอียดข่าว',
    '<h2>รายละเอียด</h2><p>ไม่พบข้อมูลที่ท่านต้องการ</p><a href="javascript:history.back()">ย้อนกลับ</a>',
  ],
  ['ดาวน์โหลดเอกสาร', '<p>ขออภัย ไม่พบไฟล์เอกสารที่ต้องการดาวน์โหลด กรุณาติดต่อผู้ดูแลระบบ</p>'],
  ['แจ้งเตือน', '<div class="alert">เนื้อหานี้ถูกลบหรือย้ายไปแล้ว</div>'],
  [
    'ขออภัย',
    '<h3>ขออภัยค่ะ</h3><p>หน้าเว็บไซต์ที่ท่านเรียกไม่มีอยู่ในระบบ หรืออาจมีการเปลี่ยนแปลงที่อยู่ กรุณาตรวจสอบ URL อีกครั้ง</p>',
  ],
  ['บทความ', '<p>บทความที่ท่านร้องขอไม่มีอยู่ หรือถูกปิดการเผยแพร่</p>'],
  ['ระบบ', '<h1>เกิดข้อผิดพลาด</h1><p>ไม่พบหน้านี้ในเว็บไซต์ กรุณากลับไปยังหน้าแรก</p>'],
  ['ลิงก์หมดอายุ', '<p>ลิงก์ที่ท่านเข้าถึงหมดอายุหรือถูกยกเลิกแล้ว</p>'],
  ['ไม่พบหน้า', '<p>ไม่พบหน้าที่ร้องขอ</p><p>หน้าที่ร้องขอ “/node/4512” ไม่สามารถค้นพบได้</p>'],
  ['ข้อมูล ITA', '<h2>หมวดหมู่</h2><p>ไม่พบรายการข้อมูลในหมวดหมู่นี้</p>'],
  ['เอกสาร', '<p>ขออภัย ไม่มีไฟล์ที่คุณขอ</p><p>โปรดตรวจสอบให้แน่ใจว่าคุณมี URL ที่ถูกต้องและไฟล์ดังกล่าวมีอยู่จริง</p>'],
]

const english: readonly (readonly [title: string, content: string])[] = [
  [
    'Page not found',
    '<h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found at this location. Maybe try a search?</p>',
  ],
  ['404', '<h1>404</h1><p>The page you requested could not be found.</p>'],
  [
    'Error',
    '<h2>The resource cannot be found.</h2><p>Description: HTTP 404. The resource you are looking for (or one of its dependencies) could have been removed, had its name changed, or is temporarily unavailable.</p>',
  ],
  [
    'Object not found!',
    '<h1>Object not found!</h1><p>The requested URL was not found on this server. If you entered the URL manually please check your spelling and try again.</p>',
  ],
  ['Download', '<p>File not found.</p>'],
  ['Sorry', '<p>Sorry, this content is no longer available.</p>'],
  [
    'Sorry',
    '<p>Sorry, the file you have requested does not exist.</p><p>Make sure that you have the correct URL and that the file exists.</p>',
  ],
  [
    'Error',
    '<h1>Article not found</h1><p>You may not be able to visit this page because of an out-of-date bookmark/favourite or a mistyped address.</p>',
  ],
  [
    'Not Found',
    '<h1>Whoops, looks like something went missing.</h1><p>The page you are looking for does not exist or has been moved.</p>',
  ],
  [
    'Error 404',
    '<p>We’re sorry, but the page you were looking for doesn’t exist.</p><a href="/">Back to home</a>',
  ],
  ['Notice', '<p>No record found.</p>'],
]

const bare = (title: string, content: string): Page => ({
  body: `<html><head><meta charset="utf-8"><title>${title}</title></head><body>${content}</body></html>`,
})

/** Old content systems say it in a box and go back. */
const boxes = [
  "<meta charset='utf-8'><script>alert('ไม่พบข้อมูลที่ท่านต้องการ');history.back();</script>",
  "<meta charset='utf-8'><script language='javascript'>alert('ไม่พบไฟล์'); window.location='index.php';</script>",
]

const deadStatuses = [404, 404, 404, 410, 404] as const

export function putGonePages({ sites }: Hosts): Labelled[] {
  return [...sites.flatMap(putSoft), ...sites.flatMap(putDead)]
}

function putSoft(site: AgencySite, place: number): Labelled[] {
  const { host, page } = site
  const notices = place === 2 ? [...thai, ...english] : place === 1 ? thai : english
  const inSite = notices.map(([title, content], at) => host.put(`/gone/${at}`, page(title, content)))
  const alone = (place === 0 ? [...thai, ...english] : []).map(([title, content], at) =>
    host.put(`/bare/${at}`, bare(title, content)),
  )
  const inBoxes = place === 1 ? boxes.map((body, at) => host.put(`/box/${at}`, { body })) : []
  host.put('/notfound.html', page('ไม่พบ', '<h1>ไม่พบหน้าที่ต้องการ</h1>'))
  const sentOn = host.put('/ita/gone', { body: '', status: 302, headers: { location: '/notfound.html' } })
  const empty = host.put('/empty', { body: '' })
  return [...inSite, ...alone, ...inBoxes, sentOn, empty].map((url) => ({
    url,
    verdict: 'soft404',
    about: notices[Number(url.split('/').at(-1))]?.[1] ?? 'soft',
  }))
}

function putDead(site: AgencySite): Labelled[] {
  const { host, page } = site
  const dead = deadStatuses.map((status, at) =>
    host.put(`/dead/${at}`, { ...page('ไม่พบ', '<h1>ไม่พบหน้าที่ต้องการ</h1>'), status }),
  )
  const never = ['/never/was.html', '/never/file.pdf'].map((path) => `${host.origin}${path}`)
  return [...dead, ...never].map((url) => ({ url, verdict: 'notFound', about: 'gone' }))
}
