/** คำที่คำสั่งและเซิร์ฟเวอร์บอกผู้ดูแลเครื่อง */
import type { Values } from '../text.ts'

export const cli = {
  frameworkHolds: ({ year, hash }: Values) => `กรอบการประเมินปี ${year} ถูกต้องครบถ้วน (${hash})`,
  recorded: ({ year, agency, files }: Values) => `บันทึกข้อมูลของ ${agency} ในรอบปี ${year} แล้ว จาก ${files} แฟ้ม`,
  resultsDone: {
    compute: ({ year, agencies }: Values) => `คำนวณผลปี ${year} แล้ว ${agencies} หน่วยงาน`,
    freeze: ({ year, agencies }: Values) => `ตรึงผลปี ${year} แล้ว ${agencies} หน่วยงาน`,
    publish: ({ year, agencies }: Values) => `ประกาศผลปี ${year} แล้ว ${agencies} หน่วยงาน`,
  },
  demoAt: ({ address }: Values) => `ระบบสาธิตอยู่ที่ ${address}`,
  greeting: ({ address, year }: Values) =>
    year
      ? `โปร่งใสพร้อมใช้งานที่ ${address}\n  ภาพรวม          ${address}/\n  ตารางอันดับ      ${address}/results?year=${year}\n  English         ${address}/en/\n  API             ${address}/api/v1/results?year=${year}\nกด Ctrl-C เพื่อหยุด`
      : `โปร่งใสพร้อมใช้งานที่ ${address}\nยังไม่มีผลที่ประกาศ กด Ctrl-C เพื่อหยุด`,
}
