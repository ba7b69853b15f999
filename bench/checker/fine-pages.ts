/** Pages that are what they should be, plain ones and such as a program may take for something else. */
import type { AgencySite } from './agency-sites.ts'
import type { Labelled, Page } from './hosts.ts'
import type { Hosts } from './site.ts'

type Words = readonly [title: string, content: string]

/** What agencies answer items with. */
const ordinary: readonly Words[] = [
  [
    'โครงสร้างหน่วยงาน',
    '<h1>โครงสร้างการแบ่งส่วนราชการ</h1><ul><li>สำนักปลัด</li><li>กองคลัง</li><li>กองช่าง</li></ul>',
  ],
  [
    'ข้อมูลผู้บริหาร',
    '<h1>คณะผู้บริหาร</h1><p>นายสมชาย ใจดี นายกเทศมนตรี โทร 081-000-0000</p><p>นางสมศรี งามดี ปลัดเทศบาล</p>',
  ],
  ['อำนาจหน้าที่', '<h1>อำนาจหน้าที่ตามกฎหมาย</h1><p>รักษาความสงบเรียบร้อยของประชาชน ให้มีและบำรุงทางบกและทางน้ำ</p>'],
  ['แผนยุทธศาสตร์', '<h1>แผนยุทธศาสตร์ พ.ศ. 2566-2570</h1><p>ยุทธศาสตร์ที่ 1 พัฒนาคุณภาพชีวิต</p><p>ตัวชี้วัด ร้อยละ 80</p>'],
  [
    'ข้อมูลการติดต่อ',
    '<h1>ติดต่อเรา</h1><p>ที่อยู่ 99 หมู่ 4 โทรศัพท์ 0 3827 0000 โทรสาร 0 3827 0001</p><p>อีเมล saraban@bansuan.example</p>',
  ],
  ['ข่าวประชาสัมพันธ์', '<h1>กิจกรรมวันสิ่งแวดล้อมโลก</h1><p>เมื่อวันที่ 5 มิถุนายน 2567 ร่วมปลูกต้นไม้ 500 ต้น</p>'],
  ['Q&A', '<h1>ถาม-ตอบ</h1><p>ถาม: ชำระภาษีที่ไหน</p><p>ตอบ: กองคลัง ชั้น 1 ในวันและเวลาราชการ</p>'],
  [
    'แผนดำเนินงานประจำปี',
    '<h1>แผนดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘</h1><table><tr><th>โครงการ</th><th>งบประมาณ</th></tr><tr><td>อบรมอาชีพ</td><td>๒๕,๐๐๐</td></tr></table>',
  ],
  ['รายงานผลการดำเนินงาน', '<h1>รายงานผล รอบ 6 เดือน</h1><p>ดำเนินการแล้ว 12 โครงการ ยังไม่ดำเนินการ 3 โครงการ</p>'],
  ['คู่มือการปฏิบัติงาน', '<h1>คู่มือการรับเรื่องร้องเรียน</h1><ol><li>รับเรื่อง</li><li>ตรวจสอบ</li><li>แจ้งผล</li></ol>'],
  [
    'แผนการจัดซื้อจัดจ้าง',
    '<h1>แผนการจัดซื้อจัดจ้าง 2568</h1><table><tr><th>รายการ</th><th>วงเงิน</th></tr><tr><td>วัสดุสำนักงาน</td><td>50,000.00</td></tr></table>',
  ],
  [
    'Organisation',
    '<h1>About the department</h1><p>The department promotes good practice in local administration.</p>',
  ],
  [
    'No Gift Policy',
    '<h1>ประกาศเจตนารมณ์นโยบายไม่รับของขวัญ</h1><p>ข้าพเจ้าและบุคลากรทุกคนขอประกาศไม่รับของขวัญทุกชนิดจากการปฏิบัติหน้าที่</p>',
  ],
]

const paragraphs = (text: string, times: number) => `<p>${text}</p>`.repeat(times)

/** Live, though some of their words are those of pages that are not. */
const misleading: readonly Words[] = [
  [
    'เตือนภัยเว็บปลอม',
    `<h1>เตือนภัยเว็บปลอม</h1>${paragraphs('ขณะนี้พบผู้แอบอ้างทำเว็บไซต์เลียนแบบหน่วยงาน เมื่อประชาชนกดลิงก์จะขึ้นข้อความ 404 ไม่พบหน้าเว็บที่ต้องการ ขอให้ตรวจสอบที่อยู่ให้ถูกต้องก่อนกรอกข้อมูล และแจ้งศูนย์ดิจิทัลหากพบความผิดปกติ', 6)}`,
  ],
  [
    'แจ้งปรับปรุงระบบ',
    `<h1>แจ้งผู้ใช้บริการ</h1><p>หากท่านเปิดหน้าเว็บแล้วพบข้อความ Page not found ให้ล้างแคชแล้วลองใหม่</p>${paragraphs('ศูนย์เทคโนโลยีสารสนเทศได้ย้ายเครื่องแม่ข่ายเรียบร้อยแล้ว บริการทั้งหมดใช้ได้ตามปกติ', 4)}`,
  ],
  [
    'สรุปผลการรับเรื่องร้องเรียน',
    '<h1>สถิติเรื่องร้องเรียนการทุจริต ปี 2568</h1><table><tr><th>เดือน</th><th>จำนวน</th></tr><tr><td>ตุลาคม</td><td>ไม่มีเรื่องร้องเรียน</td></tr><tr><td>พฤศจิกายน</td><td>ไม่มีเรื่องร้องเรียน</td></tr></table>',
  ],
  [
    'การขอข้อมูลข่าวสาร',
    `<h1>สิทธิได้รู้</h1>${paragraphs('กรณีไม่พบข้อมูลที่ต้องการ ประชาชนยื่นคำขอต่อศูนย์ข้อมูลข่าวสารได้ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540 โดยเจ้าหน้าที่จะแจ้งผลภายใน 15 วัน', 5)}`,
  ],
  [
    'วิธีเข้าสู่ระบบ e-Service',
    `<h1>คู่มือการใช้งาน e-Service</h1><ol><li>กดปุ่ม เข้าสู่ระบบ</li><li>กรอกชื่อผู้ใช้และรหัสผ่าน</li><li>เลือกบริการที่ต้องการ</li><li>กรอกแบบคำขอ</li><li>รอเจ้าหน้าที่ติดต่อกลับภายใน 3 วันทำการ</li></ol>${paragraphs('บริการที่เปิดให้ใช้ ได้แก่ ขออนุญาตก่อสร้าง แจ้งซ่อมไฟ ชำระค่าขยะ และจองคิว', 3)}`,
  ],
  [
    'ระบบป้องกันโปรแกรมอัตโนมัติ',
    `<h1>ข่าวไอที</h1>${paragraphs('กรมนำระบบ CAPTCHA และ Cloudflare มาใช้ตรวจว่าเป็นมนุษย์หรือไม่ก่อนส่งคำร้อง ทำให้คำร้องขยะลดลงร้อยละ 90', 6)}`,
  ],
  ['ห้อง 404', '<h1>ตารางการใช้ห้องประชุม 404</h1><p>จันทร์ ประชุมผู้บริหาร</p><p>อังคาร อบรมระบบบัญชี</p><p>พุธ ว่าง</p>'],
  ['403 ครัวเรือน', '<h1>ผลสำรวจ 403 ครัวเรือน</h1><p>ความพึงพอใจเฉลี่ยร้อยละ 91.5 จากผู้ตอบ 403 ครัวเรือน</p>'],
  [
    'รายงานของหาย',
    '<h1>ประกาศตามหาเจ้าของ</h1><p>พบกระเป๋าเงินบริเวณตลาด ยังไม่พบเจ้าของ ติดต่อรับได้ที่งานเทศกิจ โทร 0 3827 0000</p>',
  ],
  [
    'ผลการจัดซื้อ',
    '<h1>สรุปผลการจัดซื้อจัดจ้าง เดือนมกราคม 2568</h1><table><tr><th>งาน</th><th>วงเงิน</th><th>หมายเหตุ</th></tr><tr><td>จ้างซ่อมรถ</td><td>12,000</td><td>ยกเลิก</td></tr><tr><td>ซื้อคอมพิวเตอร์</td><td>48,000</td><td>หมดอายุการเสนอราคา</td></tr></table>',
  ],
  ['สั้น', '<h1>ขนาดพื้นที่</h1><p>12.5 ตร.กม.</p>'],
  [
    'คำสั่งยกเลิก',
    '<h1>คำสั่งที่ 12/2568</h1><p>เรื่อง ยกเลิกคำสั่งเดิมและแต่งตั้งคณะกรรมการ ITA ชุดใหม่ ประกอบด้วยปลัด ผู้อำนวยการกองคลัง และหัวหน้าสำนักปลัด</p>',
  ],
  [
    'นโยบายคุกกี้',
    '<h1>นโยบายคุกกี้</h1><p>หากปิดการใช้คุกกี้หรือ JavaScript บางส่วนของเว็บไซต์อาจใช้งานไม่ได้ ท่านตั้งค่าได้ที่เบราว์เซอร์</p>',
  ],
]

/** Whatever it shows is made by a script, as of the great frameworks. */
const shell = (
  title: string,
) => `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>${title}</title>
<script type="module" src="/assets/index-4f2a.js"></script></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>`

const apart: readonly (readonly [path: string, page: Page, about: string])[] = [
  ['/app/open-data', { body: shell('ระบบข้อมูลเปิด') }, 'a page made by scripts'],
  [
    '/app/dashboard',
    { body: shell('แดชบอร์ดผลการดำเนินงาน').replace('root', 'app') },
    'a page made by scripts',
  ],
  [
    '/board/8',
    {
      body: '<iframe src="https://docs.google.com/forms/d/e/x/viewform" width="640" height="900">กำลังโหลด…</iframe>',
    },
    'a form in a frame',
  ],
  [
    '/frames',
    {
      body: '<html><head><title>ระบบงานสารบรรณ</title></head><frameset cols="20%,80%"><frame src="/plain/1"><frame src="/plain/2"></frameset></html>',
    },
    'frames',
  ],
  [
    '/reload',
    {
      body: '<html><head><meta charset="utf-8"><meta http-equiv="refresh" content="300"><title>ระดับน้ำ</title></head><body><h1>ระดับน้ำวันนี้</h1><p>สถานีบ้านสวน 1.25 เมตร ปกติ</p></body></html>',
    },
    'reloads itself',
  ],
  [
    '/no-type',
    {
      body: '<!doctype html><meta charset="utf-8"><title>ประกาศ</title><h1>ประกาศรายชื่อผู้มีสิทธิสอบ</h1><p>1. นายหนึ่ง 2. นางสาวสอง</p>',
      type: '',
    },
    'no content type',
  ],
  [
    '/plain.txt',
    { body: 'ระเบียบว่าด้วยการลา\nข้อ 1 ลาป่วย\nข้อ 2 ลากิจ', type: 'text/plain; charset=utf-8' },
    'plain text',
  ],
  [
    '/xhtml',
    {
      body: '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>คู่มือประชาชน</title></head><body><h1>คู่มือประชาชน</h1><p>การจดทะเบียนพาณิชย์ ใช้เวลา 1 ชั่วโมง</p></body></html>',
      type: 'application/xhtml+xml',
    },
    'XHTML',
  ],
]

const delays = [600, 1200, 1800] as const

export function putFinePages({ sites, secure }: Hosts): Labelled[] {
  const each = (site: AgencySite) =>
    [...ordinary, ...misleading].map(([title, content], place) => ({
      url: site.host.put(`/page/${place + 1}`, site.page(title, content)),
      about: title,
    }))
  const [first] = sites
  if (!first) return []
  const fine = [
    ...sites.flatMap(each),
    ...apart.map(([path, page, about]) => ({ url: first.host.put(path, page), about })),
    ...delays.map((milliseconds) => {
      const page = {
        ...first.page('ช้าแต่มา', '<h1>รายงานประจำปี 2567</h1><p>ผลการดำเนินงานแปดด้าน</p>'),
        milliseconds,
      }
      return { url: first.host.put(`/slow/${milliseconds}`, page), about: 'slow' }
    }),
    ...sites.map(({ host }) => ({ url: `${host.origin}/`, about: 'a home page' })),
    ...['/o1', '/o2'].map((path) => ({
      url: secure.put(path, first.page('ข้อมูลพื้นฐาน', `<h1>ข้อมูล ${path}</h1><p>แผนที่และการเดินทาง</p>`)),
      about: 'secure',
    })),
    ...['/page/๑', '/หน้า/แผน?ปี=2568'].map((path) => ({
      url: `${first.host.origin}${encodeURI(path)}`,
      about: first.host.put(
        encodeURI(path),
        first.page('แผน', `<h1>แผนปฏิบัติการ ${path}</h1><p>กิจกรรมและงบประมาณ</p>`),
      ),
    })),
  ]
  return fine.map((link) => ({ ...link, verdict: 'live' }))
}
