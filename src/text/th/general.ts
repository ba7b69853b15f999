/** ปัญหาที่พบได้ทุกส่วนของระบบ */
import type { Values } from '../text.ts'

export const generalProblems = {
  'file.unreadable': ({ file }: Values) => `เปิดแฟ้ม ${file} ไม่ได้ โปรดตรวจชื่อแฟ้มและสิทธิ์อ่าน`,
  'file.empty': () => 'แฟ้มว่าง ไม่มีแถวข้อมูล',
  'file.notUtf8': () => 'แฟ้มไม่ได้เข้ารหัสแบบ UTF-8 โปรดบันทึกใหม่เป็น CSV UTF-8',
  'csv.separatedBy.semicolon': () => 'แฟ้มนี้คั่นช่องด้วยเครื่องหมาย ; โปรดบันทึกใหม่เป็น CSV ที่คั่นด้วยเครื่องหมายจุลภาค (,)',
  'csv.separatedBy.tab': () => 'แฟ้มนี้คั่นช่องด้วยแท็บ โปรดบันทึกใหม่เป็น CSV ที่คั่นด้วยเครื่องหมายจุลภาค (,)',
  'year.invalid': ({ value }: Values) => `“${value}” ไม่ใช่ปีงบประมาณ พ.ศ. โปรดใส่ปีสี่หลัก เช่น 2568`,
  'config.invalid': () => 'ค่าตั้งของระบบไม่ถูกต้อง',
  'dataFolder.notAFolder': ({ folder }: Values) =>
    `DATA_DIR คือ ${folder} ซึ่งเป็นแฟ้ม ไม่ใช่โฟลเดอร์ โปรดตั้ง DATA_DIR เป็นโฟลเดอร์`,
  'dataFolder.notWritable': ({ folder, reason }: Values) =>
    `เขียนลงโฟลเดอร์ข้อมูล ${folder} ไม่ได้ (${reason}) โปรดแก้สิทธิ์ของโฟลเดอร์ หรือตั้ง DATA_DIR เป็นโฟลเดอร์อื่น`,
  'secret.unreadable': ({ file }: Values) =>
    `ใช้กุญแจลับในแฟ้ม ${file} ไม่ได้ โปรดแก้สิทธิ์หรือกู้แฟ้มคืนจากสำเนาสำรอง หรือตั้ง SECRET ยาว 32 อักขระขึ้นไป (เซิร์ฟเวอร์หลายเครื่องที่ใช้ฐานข้อมูลเดียวกันต้องตั้ง SECRET ค่าเดียวกัน)`,
  'secret.cannotOpen': () =>
    'เปิดข้อมูลที่ผนึกไว้ไม่ได้ เพราะข้อมูลถูกแก้ไขหรือผนึกด้วยกุญแจลับอื่น เซิร์ฟเวอร์ทุกเครื่องที่ใช้ฐานข้อมูลเดียวกันต้องตั้ง SECRET ค่าเดียวกัน',
  'files.unavailable': ({ reason }: Values) =>
    `เก็บหรืออ่านแฟ้มไม่ได้ในขณะนี้ (${reason}) โปรดตรวจที่ว่างและสิทธิ์ของโฟลเดอร์ข้อมูล หรือ FILES_URL กับกุญแจของที่เก็บแฟ้ม`,
  'database.tooOld': ({ version }: Values) => `PostgreSQL รุ่น ${version} เก่าเกินไป ต้องใช้รุ่น 15 ขึ้นไป`,
  'database.unavailable': () => 'ติดต่อฐานข้อมูลไม่ได้ในขณะนี้ ระบบจะกลับมาเองเมื่อฐานข้อมูลพร้อม',
  'postgres.noBinaries': ({ platform }: Values) =>
    `ไม่มี PostgreSQL สำหรับเครื่องนี้ (${platform}) โปรดตั้ง DATABASE_URL ไปยังเซิร์ฟเวอร์ PostgreSQL 15 ขึ้นไป`,
  'postgres.unreachable': ({ folder }: Values) =>
    `ระบบทำงานด้วยสิทธิ์ root แต่บัญชีที่จะใช้รัน PostgreSQL เข้าถึง ${folder} ไม่ได้ โปรดตั้ง DATA_DIR เป็นโฟลเดอร์ที่บัญชีอื่นเข้าถึงได้ หรือรันด้วยบัญชีที่ไม่ใช่ root`,
  'postgres.noStart': ({ log }: Values) => `PostgreSQL ไม่เริ่มทำงานภายในเวลาที่กำหนด ดูรายละเอียดใน ${log}`,
  'server.alreadyRuns': ({ address, pid }: Values) =>
    `มีเซิร์ฟเวอร์ทำงานกับโฟลเดอร์ข้อมูลนี้อยู่แล้วที่ ${address} (โปรเซส ${pid})`,
  'server.alreadyStarts': ({ pid }: Values) => `มีเซิร์ฟเวอร์อีกตัวกำลังเริ่มทำงานกับโฟลเดอร์ข้อมูลนี้อยู่แล้ว (โปรเซส ${pid})`,
  'server.addressUnusable': ({ host, port, reason }: Values) =>
    `เปิดรับที่ ${host} พอร์ต ${port} ไม่ได้ (${reason}) โปรดตั้ง HOST และ PORT เป็นค่าที่เครื่องนี้ใช้ได้`,
  'claim.waitedTooLong': ({ folder, pid }: Values) =>
    `รอโปรเซส ${pid} ที่ใช้ฐานข้อมูลใน ${folder} อยู่นานเกินไป โปรดรอให้เสร็จหรือหยุดโปรเซสนั้น แล้วลองใหม่`,
  'postgres.notMade': ({ folder, log }: Values) => `สร้างฐานข้อมูลใน ${folder} ไม่ได้ ดูรายละเอียดใน ${log}`,
  'postgres.noPassword': ({ file }: Values) =>
    `เปิดฐานข้อมูลด้วยรหัสผ่านในแฟ้ม ${file} ไม่ได้ โปรดแก้สิทธิ์หรือกู้แฟ้มคืนจากสำเนาสำรอง`,
  'database.missing': ({ database, host }: Values) =>
    `ไม่มีฐานข้อมูล ${database} ที่ ${host} โปรดสร้างฐานข้อมูลหรือแก้ DATABASE_URL`,
  'database.refusesSignIn': ({ user, host }: Values) =>
    `PostgreSQL ที่ ${host} ไม่รับผู้ใช้ ${user} โปรดตรวจชื่อผู้ใช้และรหัสผ่านใน DATABASE_URL`,
  'database.unknownHost': ({ host }: Values) => `ไม่รู้จักเครื่อง ${host} โปรดตรวจชื่อเครื่องใน DATABASE_URL`,
  'database.notListening': ({ host }: Values) =>
    `ไม่มี PostgreSQL เปิดรับอยู่ที่ ${host} โปรดเริ่ม PostgreSQL หรือแก้ DATABASE_URL`,
  'database.unreachable': ({ host }: Values) => `ติดต่อเครื่อง ${host} ไม่ได้ โปรดตรวจเครือข่ายและที่อยู่ใน DATABASE_URL`,
  'database.notPermitted': ({ user, database }: Values) =>
    `ผู้ใช้ ${user} ไม่มีสิทธิ์สร้างตารางในฐานข้อมูล ${database} โปรดให้ผู้ใช้นี้เป็นเจ้าของฐานข้อมูล`,
  'database.unusable': ({ host, reason }: Values) => `เริ่มใช้ PostgreSQL ที่ ${host} ไม่ได้: ${reason}`,
  'demo.notRunning': ({ folder }: Values) =>
    `ไม่มีระบบสาธิตทำงานอยู่กับโฟลเดอร์ข้อมูล ${folder} โปรดเริ่มด้วย npm run demo หรือตั้ง DATA_DIR ให้ตรงกับที่ใช้เริ่ม`,
  'server.portTaken': ({ port }: Values) =>
    `พอร์ต ${port} มีโปรแกรมอื่นใช้อยู่ โปรดหยุดโปรแกรมนั้นหรือตั้งค่า PORT เป็นเลขอื่น`,
  'request.tooLarge': ({ most }: Values) => `สิ่งที่ส่งมาใหญ่เกินไป รับได้ไม่เกิน ${most} MB`,
  'form.unreadable': () => 'สิ่งที่ส่งมาไม่ใช่แบบฟอร์ม โปรดเปิดหน้านั้นใหม่แล้วส่งจากหน้านั้น',
  'page.notFound': () => 'ไม่พบหน้าที่ขอ',
  'query.invalid': () => 'พารามิเตอร์ของคำขอไม่ถูกต้อง',
  'value.missing': ({ name }: Values) => `ขาด ${name}`,
  'value.notNumber': ({ name }: Values) => `${name} ต้องเป็นจำนวนเต็ม เขียนด้วยตัวเลขเท่านั้น`,
  'value.notYear': ({ name }: Values) => `${name} ต้องเป็นปีงบประมาณ พ.ศ. สี่หลัก เช่น 2568`,
  'value.tooSmall': ({ name, least }: Values) => `${name} ต้องไม่น้อยกว่า ${least}`,
  'value.tooLarge': ({ name, most }: Values) => `${name} ต้องไม่เกิน ${most}`,
  'value.tooShort': ({ name, least }: Values) => `${name} ต้องยาวอย่างน้อย ${least} อักขระ`,
  'value.tooLong': ({ name, most }: Values) => `${name} ต้องยาวไม่เกิน ${most} อักขระ`,
  'value.notOneOf': ({ name, allowed }: Values) => `${name} ต้องเป็นค่าใดค่าหนึ่งต่อไปนี้: ${allowed}`,
  'value.notAddress': ({ name }: Values) => `${name} ไม่ใช่ที่อยู่ (URL) ที่ใช้ได้`,
  'value.notHostAndPort': ({ name, entry }: Values) =>
    `${name}: “${entry}” ไม่ใช่ชื่อเครื่องกับพอร์ต ให้เขียนเช่น intranet.example.go.th:8080 คั่นด้วยจุลภาค`,
  'value.neededWith': ({ name, other }: Values) => `ขาด ${name} ซึ่งต้องใช้คู่กับ ${other}`,
  'value.notObject': () => 'สิ่งที่ส่งมาต้องเป็นออบเจกต์เดียวที่มีชื่อกำกับทุกค่า',
  'value.unknown': ({ name }: Values) => `ไม่รู้จัก ${name} โปรดนำออกหรือแก้ตัวสะกด`,
  'value.invalid': ({ name }: Values) => `${name} ไม่ใช่ค่าที่รับได้`,
  'address.unreadable': () => 'ที่อยู่ที่ขอมีอักขระที่อ่านไม่ได้ เช่น เครื่องหมาย % ที่ไม่มีรหัสตามหลัง โปรดตรวจที่อยู่แล้วลองใหม่',
  'input.unstorable': () => 'ข้อความที่ส่งมามีอักขระที่จัดเก็บไม่ได้ โปรดลบอักขระพิเศษที่มองไม่เห็นแล้วส่งใหม่',
  'method.notAllowed': ({ method, allowed }: Values) => `ที่อยู่นี้ไม่รับ ${method} รับเฉพาะ ${allowed}`,
  'service.unavailable': () => 'ระบบขัดข้องชั่วคราว ไม่มีข้อมูลสูญหาย โปรดลองใหม่อีกครั้ง',
}
