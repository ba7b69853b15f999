/** How the pages of three made-up agencies look: a new municipality's, an old table-built one, and a department's. */
import type { Host, Page } from './hosts.ts'

export interface AgencySite {
  readonly host: Host
  /** A page of the site: its menus, its side, its foot, and the content between them. */
  readonly page: (title: string, content: string) => Page
}

const municipality = (title: string, content: string) => `<!DOCTYPE html>
<html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} - เทศบาลตำบลบ้านสวน</title><link rel="stylesheet" href="/css/bootstrap.min.css"></head><body>
<header><a class="navbar-brand" href="/">เทศบาลตำบลบ้านสวน</a>
<form class="login-box" action="/member/check" method="post"><input name="username" placeholder="ชื่อผู้ใช้">
<input type="password" name="password" placeholder="รหัสผ่าน"><button>เข้าสู่ระบบ</button></form>
<form action="/search"><input name="q" placeholder="ค้นหา"></form>
<nav><ul><li><a href="/">หน้าแรก</a></li><li><a href="/history">ประวัติความเป็นมา</a></li><li><a href="/structure">โครงสร้างหน่วยงาน</a></li>
<li><a href="/plan">แผนพัฒนาท้องถิ่น</a></li><li><a href="/ita">ITA</a></li><li><a href="/contact">ติดต่อเรา</a></li></ul></nav></header>
<main class="container">${content}</main>
<aside><h3>ข่าวล่าสุด</h3><ul><li><a href="/n/1">โครงการจิตอาสาพัฒนาคลอง</a></li><li><a href="/n/2">ประกาศจ่ายเบี้ยยังชีพผู้สูงอายุ</a></li></ul>
<p>ผู้เข้าชมวันนี้ 128 คน เดือนนี้ 4,211 คน</p></aside>
<footer>สำนักงานเทศบาลตำบลบ้านสวน เลขที่ 99 หมู่ 4 โทร 0 3827 0000 สงวนลิขสิทธิ์ พ.ศ. 2567</footer></body></html>`

const subdistrict = (title: string, content: string) => `<html><head><title>อบต.ทุ่งนา :: ${title}</title>
<meta http-equiv="Content-Type" content="text/html; charset=windows-874"></head><body bgcolor="#ffffff">
<table width="1000" align="center" border="0"><tr><td colspan="2"><img src="/images/head.gif" alt="องค์การบริหารส่วนตำบลทุ่งนา"></td></tr>
<tr><td width="200" valign="top"><a href="/index.php">หน้าหลัก</a><br><a href="/index.php?mod=general">สภาพทั่วไป</a><br>
<a href="/index.php?mod=person">บุคลากร</a><br><a href="/index.php?mod=board">กระดานสนทนา</a><br><a href="/admin/">สำหรับเจ้าหน้าที่</a></td>
<td valign="top">${content}</td></tr><tr><td colspan="2" align="center">องค์การบริหารส่วนตำบลทุ่งนา อำเภอเมือง โทรศัพท์ 0-5555-0000</td></tr></table></body></html>`

const department = (
  title: string,
  content: string,
) => `<!doctype html><html lang="th-TH"><head><meta charset="UTF-8">
<title>${title} | กรมส่งเสริมตัวอย่าง</title><script src="/wp-includes/js/jquery.js"></script></head><body class="page">
<a class="skip" href="#content">ข้ามไปยังเนื้อหา</a><nav aria-label="เมนูหลัก"><a href="/">หน้าหลัก</a> <a href="/about/">เกี่ยวกับกรม</a>
<a href="/news/">ข่าวประชาสัมพันธ์</a> <a href="/law/">กฎหมายและระเบียบ</a> <a href="/ita-2568/">ข้อมูล ITA</a> <a href="/en/">English</a></nav>
<div id="content">${content}</div><div class="cookie">เว็บไซต์นี้ใช้คุกกี้เพื่อเพิ่มประสิทธิภาพการใช้งาน <button>ยอมรับ</button></div>
<footer>กรมส่งเสริมตัวอย่าง ถนนพระราม 6 กรุงเทพฯ 10400 โทร. 0 2200 0000 | นโยบายคุ้มครองข้อมูลส่วนบุคคล</footer></body></html>`

/** The Thai letters of TIS-620 and the quotation marks of Windows; nothing else beyond ASCII is written in it here. */
export function inWindows874(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (letter) => {
      const code = letter.codePointAt(0) ?? 63
      if (code >= 0x0e01 && code <= 0x0e5b) return code - 0x0e00 + 0xa0
      if (code === 0x201c || code === 0x201d) return code - 0x201c + 0x93
      return code < 0x80 ? code : 63
    }),
  )
}

export function municipalitySite(host: Host): AgencySite {
  const page = (title: string, content: string) => ({ body: municipality(title, content) })
  host.put('/', page('หน้าแรก', home('เทศบาลตำบลบ้านสวน')))
  return { host, page }
}

/** Its pages do not say their encoding in a header. */
export function subdistrictSite(host: Host): AgencySite {
  const page = (title: string, content: string) => ({
    body: inWindows874(subdistrict(title, content)),
    type: 'text/html',
  })
  host.put('/', page('ยินดีต้อนรับ', home('องค์การบริหารส่วนตำบลทุ่งนา')))
  host.put('/index.php', page('ยินดีต้อนรับ', home('องค์การบริหารส่วนตำบลทุ่งนา')))
  return { host, page }
}

export function departmentSite(host: Host): AgencySite {
  const page = (title: string, content: string) => ({ body: department(title, content) })
  host.put('/', { body: '', status: 302, headers: { location: '/th/home' } })
  host.put('/th/home', page('หน้าหลัก', home('กรมส่งเสริมตัวอย่าง')))
  return { host, page }
}

function home(agency: string): string {
  return `<h1>${agency}</h1><section><h2>ข่าวประชาสัมพันธ์</h2><p>ขอเชิญประชาชนร่วมงานประเพณีลอยกระทง ณ ลานกีฬากลาง</p>
<p>ประกาศผู้ชนะการเสนอราคา จ้างปรับปรุงถนนคอนกรีตเสริมเหล็ก</p><p>รับลงทะเบียนผู้สูงอายุรายใหม่ ตั้งแต่บัดนี้เป็นต้นไป</p></section>
<section><h2>บริการประชาชน</h2><ul><li>ชำระภาษีออนไลน์</li><li>แจ้งซ่อมไฟสาธารณะ</li><li>ร้องเรียนร้องทุกข์</li></ul></section>
<section><h2>สารจากผู้บริหาร</h2><p>มุ่งมั่นพัฒนา โปร่งใส ตรวจสอบได้ ประชาชนมีส่วนร่วม</p></section>`
}
