/** คะแนนชั่วคราวของส่วนที่ปิดรับแล้ว ก่อนประกาศผล และความคืบหน้าของการคำนวณ */
import type { Values } from '../text.ts'

const thaiNumber = new Intl.NumberFormat('th-TH')
const many = (count: number) => thaiNumber.format(count)

export const provisional = {
  /** เหตุที่ยังไม่มีคะแนน ตามรหัสใน modules/results/provisional-score.ts */
  reasons: {
    open: ({ list }: Values) => `ยังไม่ปิดรับ ${list}`,
    nobody: ({ list }: Values) => `${list} ปิดรับโดยไม่มีผู้ตอบ`,
    openItself: () => 'ยังไม่ปิดรับ',
    nobodyItself: () => 'ปิดรับโดยไม่มีผู้ตอบ',
    withheld: () => 'ไม่แสดง เพราะมีส่วนที่ผู้ตอบน้อยกว่า 5 คน และอาจย้อนคิดหาคะแนนของส่วนนั้นได้',
  },
  title: 'คะแนนชั่วคราว',
  titleOf: ({ agency, year }: Values) => `คะแนนชั่วคราวของ ${agency} ปี ${year}`,
  means: 'คิดจากส่วนที่ปิดรับแล้วและคะแนน OIT ที่บันทึกไว้เท่านั้น ยังไม่ใช่ผลการประเมินจนกว่าจะประกาศ และอาจเปลี่ยนได้',
  isPublished: 'ประกาศผลของรอบนี้แล้ว คะแนนนี้คิดจากข้อมูลเดียวกับผลที่ประกาศ',
  sealed: 'คะแนนของแต่ละส่วนไม่แสดงแก่ใครจนกว่าส่วนนั้นจะปิดรับ',
  score: (score: string) => `คะแนนชั่วคราว ${score}`,
  scorePublished: (score: string) => `คะแนน ${score}`,
  noScore: (reason: string) => `ยังไม่มีคะแนน: ${reason}`,
  points: 'คะแนน',
  rating: 'ระดับผล',
  respondents: (count: number) => `ผู้ตอบ ${many(count)} คน`,
  underMinimum: 'ไม่ครบขั้นต่ำ',
  cli: {
    part: ({ name, score }: Values) => `คะแนนชั่วคราวของ ${name}: ${score} (ยังไม่ใช่ผลที่ประกาศ)`,
    noPart: ({ name, reason }: Values) => `คะแนนชั่วคราวของ ${name}: ยังไม่มี — ${reason}`,
  },
  computing: ({ written, total }: Values) => `คำนวณแล้ว ${written} จาก ${total} หน่วยงาน`,
}
