/** การเฝ้าดูลิงก์ OIT ประจำวัน จดหมายแจ้งลิงก์ที่เปิดไม่ได้ และสำเนาของลิงก์ที่ส่ง */
import type { Values } from '../text.ts'
import { checker } from './checker.ts'

interface FailingLink {
  /** รหัสข้อ เช่น O12 */
  readonly item: string
  readonly title: string
  readonly agency: string
  readonly url: string
  readonly verdict: keyof typeof checker.verdicts
  readonly fix: string
  readonly page: string
}

interface LetterFacts {
  readonly name: string
  readonly year: number
  readonly links: readonly FailingLink[]
}

const number = new Intl.NumberFormat('th-TH')
const many = (count: string | number | undefined) => number.format(Number(count))

export const watching = {
  letter: {
    subject: ({ links, year }: LetterFacts) => `ลิงก์ OIT เปิดไม่ได้ ${many(links.length)} ลิงก์ ปี ${year}`,
    text: ({ name, year, links }: LetterFacts) => `เรียน ${name}

ตัวตรวจลิงก์เปิดลิงก์ต่อไปนี้ไม่ได้ 2 ครั้งติดกัน ลิงก์เหล่านี้เป็นคำตอบ OIT ปีงบประมาณ พ.ศ. ${year} ที่อยู่ในความดูแลของท่าน

${links
  .map(
    ({ item, title, agency, url, verdict, fix, page }) => `• ${item} ${title} (${agency})
  ลิงก์: ${url}
  ผลตรวจ: ${checker.verdicts[verdict]}
  วิธีแก้: ${fix}
  ดูคำตอบ: ${page}`,
  )
  .join('\n\n')}

โปรดเปิดแต่ละลิงก์ด้วยเบราว์เซอร์ก่อนแก้ ระบบจะไม่แจ้งลิงก์เดิมซ้ำจนกว่าจะกลับมาเปิดได้แล้วเปิดไม่ได้อีก

จดหมายนี้ส่งโดยระบบ ถึงผู้รับผิดชอบข้อ หรือผู้ดูแลระบบของหน่วยงานเมื่อไม่มีผู้รับผิดชอบ
`,
  },
  cli: {
    progress: ({ written, total }: Values) => `ตรวจลิงก์แล้ว ${many(written)} จาก ${many(total)}`,
    finished: ({ year, links, failing }: Values) =>
      `ตรวจลิงก์ของรอบปี ${year} ครบแล้ว ${many(links)} ลิงก์ เปิดไม่ได้ ${many(failing)}`,
    nothing: ({ year }: Values) => `รอบปี ${year} ยังไม่มีลิงก์ให้ตรวจ`,
    busy: ({ year }: Values) => `มีโปรแกรมอื่นกำลังตรวจลิงก์ของรอบปี ${year} อยู่ กำลังรอ`,
    stopped: ({ year }: Values) => `หยุดตรวจลิงก์ของรอบปี ${year} ไว้ก่อน สั่งอีกครั้งเพื่อตรวจต่อจากเดิม`,
  },
}

export const watchingProblems = {
  'snapshot.notFound': () => 'ไม่มีสำเนาของลิงก์นี้ สำเนาเก็บเมื่อหน่วยงานส่งคำตอบ',
}
