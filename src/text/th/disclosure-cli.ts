/** สิ่งที่คำสั่ง prongsai disclosure บอกผู้ดูแลเครื่อง */
import { writeDay } from '../days.ts'
import type { Values } from '../text.ts'

export const disclosureCli = {
  board: ({ agency, year, total }: Values) => `${agency} ปี ${year}: ${total} ข้อ`,
  dueOn: ({ day, late }: Values) => `ครบกำหนด ${writeDay(String(day), 'th')}${late ? ' (เลยกำหนด)' : ''}`,
  hasNot: 'ตอบว่าไม่มี',
  score: ({ score }: Values) => `${score} คะแนน`,
  link: ({ position, url }: Values) => `ลิงก์ที่ ${position}: ${url}`,
  answered: ({ item, agency }: Values) => `บันทึกคำตอบข้อ ${item} ของ ${agency} แล้ว`,
  assigned: ({ assigned, agency }: Values) => `มอบหมายแล้ว ${assigned} ข้อของ ${agency}`,
  approved: ({ approved, agency }: Values) => `อนุมัติแล้ว ${approved} ข้อของ ${agency}`,
  submitted: ({ items, links, agency }: Values) =>
    `ส่งแล้ว ${items} ข้อของ ${agency} กำลังเก็บหลักฐาน ${links} ลิงก์`,
  confirmed: ({ items, zeros, agency }: Values) =>
    `ยืนยันคะแนนของ ${agency} แล้ว ${items} ข้อ ในจำนวนนี้ได้ 0 คะแนน ${zeros} ข้อ`,
  confirmedAll: ({ confirmed, left }: Values) =>
    `ยืนยันคะแนนแล้ว ${confirmed} หน่วยงาน ยังยืนยันไม่ได้ ${left} หน่วยงาน`,
  confirming: ({ written, total }: Values) => `ยืนยันแล้ว ${written}/${total} หน่วยงาน`,
}
