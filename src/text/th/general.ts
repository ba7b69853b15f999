/** ปัญหาที่พบได้ทุกส่วนของระบบ */
import type { Values } from '../text.ts'

export const generalProblems = {
  'file.unreadable': ({ file }: Values) => `เปิดแฟ้ม ${file} ไม่ได้ โปรดตรวจชื่อแฟ้มและสิทธิ์อ่าน`,
  'file.empty': () => 'แฟ้มว่าง ไม่มีแถวข้อมูล',
  'file.notUtf8': () => 'แฟ้มไม่ได้เข้ารหัสแบบ UTF-8 โปรดบันทึกใหม่เป็น CSV UTF-8',
  'year.invalid': ({ value }: Values) => `“${value}” ไม่ใช่ปีงบประมาณ พ.ศ. โปรดใส่ปีสี่หลัก เช่น 2568`,
  'config.invalid': () => 'ค่าตั้งของระบบไม่ถูกต้อง',
  'config.setting': ({ name, reason }: Values) => `ตัวแปร ${name}: ${reason}`,
  'database.tooOld': ({ version }: Values) => `PostgreSQL รุ่น ${version} เก่าเกินไป ต้องใช้รุ่น 15 ขึ้นไป`,
  'database.unavailable': () => 'ติดต่อฐานข้อมูลไม่ได้ในขณะนี้ ระบบจะกลับมาเองเมื่อฐานข้อมูลพร้อม',
  'postgres.noBinaries': ({ platform }: Values) =>
    `ไม่มี PostgreSQL สำหรับเครื่องนี้ (${platform}) โปรดตั้ง DATABASE_URL ไปยังเซิร์ฟเวอร์ PostgreSQL 15 ขึ้นไป`,
  'postgres.unreachable': ({ folder }: Values) =>
    `ระบบทำงานด้วยสิทธิ์ root แต่บัญชีที่จะใช้รัน PostgreSQL เข้าถึง ${folder} ไม่ได้ โปรดตั้ง DATA_DIR เป็นโฟลเดอร์ที่บัญชีอื่นเข้าถึงได้ หรือรันด้วยบัญชีที่ไม่ใช่ root`,
  'postgres.noStart': ({ log }: Values) => `PostgreSQL ไม่เริ่มทำงานภายในเวลาที่กำหนด ดูรายละเอียดใน ${log}`,
  'server.alreadyRuns': ({ address, pid }: Values) =>
    `มีเซิร์ฟเวอร์ทำงานกับโฟลเดอร์ข้อมูลนี้อยู่แล้วที่ ${address} (โปรเซส ${pid})`,
  'server.portTaken': ({ port }: Values) =>
    `พอร์ต ${port} มีโปรแกรมอื่นใช้อยู่ โปรดหยุดโปรแกรมนั้นหรือตั้งค่า PORT เป็นเลขอื่น`,
  'page.notFound': () => 'ไม่พบหน้าที่ขอ',
  'query.invalid': () => 'พารามิเตอร์ของคำขอไม่ถูกต้อง',
  'query.parameter': ({ name, reason }: Values) => `พารามิเตอร์ ${name}: ${reason}`,
  'service.unavailable': () => 'ระบบขัดข้องชั่วคราว ไม่มีข้อมูลสูญหาย โปรดลองใหม่อีกครั้ง',
}
