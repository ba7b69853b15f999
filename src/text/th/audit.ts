/** ถ้อยคำของคำสั่ง audit และปัญหาของบันทึกการกระทำ */
import type { Values } from '../text.ts'

export const auditText = {
  whole: ({ count, hash }: Values) => `บันทึกการกระทำครบถ้วน ${count} รายการ แฮชสุดท้าย ${hash}`,
  broken: ({ faults, count }: Values) => `บันทึกการกระทำผิดปกติ ${faults} แห่ง จากที่อ่านได้ ${count} รายการ`,
  /** ตามชนิดใน platform/audit-chain.ts */
  faults: {
    changed: ({ number }: Values) => `รายการที่ ${number} ถูกแก้ไข ไม่ตรงกับที่บันทึกไว้`,
    missing: ({ number }: Values) => `รายการที่ ${number} หายไป`,
    reordered: ({ number }: Values) => `รายการที่ ${number} ถูกสลับที่ เดิมบันทึกไว้ในลำดับอื่น`,
    headDiffers: ({ number }: Values) => `บันทึกจบที่รายการ ${number} ไม่ตรงกับจำนวนหรือแฮชสุดท้ายที่เก็บไว้`,
  },
  missingRun: ({ number, through }: Values) => `รายการที่ ${number} ถึง ${through} หายไป`,
  none: 'ไม่มีรายการที่ตรงกับที่ขอ',
}

export const auditProblems = {
  'audit.noHead': () =>
    'บันทึกการกระทำไม่มีข้อมูลส่วนท้าย จึงยังทำรายการใดไม่ได้ โปรดตรวจด้วย prongsai audit verify และกู้คืนจากข้อมูลสำรอง',
  'audit.numberInvalid': ({ option, value, most }: Values) =>
    `${option}: “${value}” ใช้ไม่ได้ โปรดใส่จำนวนเต็มตั้งแต่ 1 ถึง ${most}`,
}
