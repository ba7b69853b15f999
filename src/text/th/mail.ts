/** จดหมายที่ระบบส่ง และปัญหาในการส่ง */
import { writeDay } from '../days.ts'
import type { Values } from '../text.ts'

interface Close {
  readonly phase: string
  /** วันสุดท้าย เช่น 2026-04-30 */
  readonly lastDay: string
}

const closeOf = ({ phase, lastDay }: Close) => `${phase} ปิด ${writeDay(lastDay, 'th')} เวลา 24.00 น.`

export const mail = {
  reminder: {
    subject: (closes: readonly Close[]) =>
      `ใกล้ปิดแล้ว: ${closes.map(({ phase, lastDay }) => `${phase} (${writeDay(lastDay, 'th')})`).join(', ')}`,
    text: ({
      name,
      agency,
      year,
      closes,
      calendar,
    }: {
      readonly name: string
      readonly agency: string
      readonly year: number
      readonly closes: readonly Close[]
      readonly calendar: string
    }) => `เรียน ${name}

ขั้นตอนการประเมิน ITA ปีงบประมาณ พ.ศ. ${year} ของ${agency} ที่ใกล้ปิด

${closes.map((close) => `• ${closeOf(close)}`).join('\n')}

เมื่อปิดแล้วระบบไม่รับข้อมูลของขั้นตอนนั้นอีก หากต้องการเวลาเพิ่ม โปรดขอขยายเวลาจากผู้ดูแลรอบการประเมินก่อนวันปิด

ปฏิทินของรอบ: ${calendar}

จดหมายนี้ส่งโดยระบบ ถึงผู้ดูแลระบบของหน่วยงาน
`,
  },
}

export const mailProblems = {
  'mail.notSent': ({ reason }: Values) => `ยังส่งจดหมายไม่ได้ (${reason}) ระบบจะลองส่งใหม่เอง`,
  'mail.refused': ({ reason }: Values) => `เซิร์ฟเวอร์อีเมลไม่รับจดหมายถึงที่อยู่นี้ (${reason}) โปรดตรวจที่อยู่อีเมล`,
}
