/** ถ้อยคำของคำสั่ง agencies ปัญหาของทะเบียนหน่วยงาน และปัญหาของแฟ้มรายชื่อที่นำเข้า */
import type { Values } from '../text.ts'

const meant = ({ suggestion }: Values): string => (suggestion ? ` หมายถึง “${suggestion}” หรือไม่` : '')

export const registry = {
  imported: ({ added, updated, unchanged, failed }: Values) =>
    `เพิ่ม ${added} ปรับปรุง ${updated} ไม่เปลี่ยนแปลง ${unchanged} ไม่ผ่าน ${failed} แถว`,
  previewed: ({ added, updated, unchanged, failed }: Values) =>
    `ดูตัวอย่าง ยังไม่ได้บันทึก: จะเพิ่ม ${added} ปรับปรุง ${updated} ไม่เปลี่ยนแปลง ${unchanged} ต้องแก้ ${failed} แถว`,
  refused: ({ failed }: Values) => `ยังไม่ได้บันทึกหน่วยงานใด มี ${failed} แถวที่ต้องแก้`,
  fault: ({ line, field, reason }: Values) => `แถวที่ ${line} ${field}: ${reason}`,
  moreFaults: ({ count }: Values) => `และยังมีอีก ${count} แห่งที่ต้องแก้ ดูทั้งหมดด้วย --json`,
  progress: ({ written, total }: Values) => `บันทึกแล้ว ${written} จาก ${total} หน่วยงาน`,
  none: 'ไม่มีหน่วยงานที่ตรงกับที่ขอ',
  page: ({ page, pages, total }: Values) => `หน้า ${page} จาก ${pages} ทั้งหมด ${total} หน่วยงาน`,
  imaginary: '(สมมติ)',
}

export const registryProblems = {
  'registry.notAllowed': () => 'เฉพาะผู้ดูแลระบบเท่านั้นที่แก้ไขทะเบียนหน่วยงานได้',
  'registry.agencyNotFound': ({ code }: Values) => `ไม่พบหน่วยงานรหัส ${code}`,
  'registry.agenciesInvalid': () => 'ข้อมูลหน่วยงานมีที่ต้องแก้ ยังไม่ได้บันทึกหน่วยงานใด',
  'registry.codeInvalid': ({ value }: Values) =>
    `รหัสหน่วยงาน “${value}” ใช้ไม่ได้ โปรดใช้อักษรอังกฤษ ตัวเลข และขีดกลาง ไม่เกิน 40 ตัว`,
  'registry.codeTwice': ({ value }: Values) => `รหัสหน่วยงาน ${value} ซ้ำกัน`,
  'registry.codeOnTwoLines': ({ value, first, line }: Values) =>
    `รหัส ${value} อยู่ในแถวที่ ${first} แล้วซ้ำอีกในแถวที่ ${line} โปรดเหลือไว้แถวเดียว`,
  'registry.typeUnknown': ({ agency, value }: Values) => `หน่วยงาน ${agency}: ไม่มีประเภทหน่วยงาน “${value}”`,
  'registry.ministryUnknown': ({ agency, value }: Values) => `หน่วยงาน ${agency}: ไม่มีกระทรวง “${value}”`,
  'registry.provinceUnknown': ({ agency, value }: Values) => `หน่วยงาน ${agency}: ไม่มีจังหวัด “${value}”`,
  'registry.cellMissing': ({ field }: Values) => `ช่อง ${field} ว่าง ทุกหน่วยงานต้องมีข้อมูลนี้`,
  'registry.nameTooLong': ({ length, most }: Values) => `ชื่อยาว ${length} ตัวอักษร รับได้ไม่เกิน ${most}`,
  'registry.noSuchType': (values: Values) => `ไม่มีประเภทหน่วยงาน “${values.value}”${meant(values)}`,
  'registry.noSuchMinistry': (values: Values) => `ไม่มีกระทรวง “${values.value}”${meant(values)}`,
  'registry.noSuchProvince': (values: Values) => `ไม่มีจังหวัด “${values.value}”${meant(values)}`,
  'registry.sizeInvalid': ({ value }: Values) => `“${value}” ไม่ใช่ขนาดหน่วยงาน โปรดใส่ S, M หรือ L หรือเว้นว่าง`,
  'registry.websiteInvalid': ({ value }: Values) =>
    `“${value}” ไม่ใช่ที่อยู่เว็บไซต์ โปรดใส่ให้ครบ เช่น https://www.example.go.th`,
  'registry.dayInvalid': ({ value }: Values) =>
    `“${value}” ไม่ใช่วันที่ โปรดใส่แบบ 2024-10-01, 1/10/2567 หรือ 1 ตุลาคม 2567`,
  'registry.endsBeforeStart': ({ from, to }: Values) => `วันที่สิ้นสุด ${to} อยู่ก่อนวันที่เริ่ม ${from}`,
  'registry.rowTooWide': ({ found, expected }: Values) =>
    `แถวนี้มี ${found} ช่อง แต่หัวตารางมี ${expected} ช่อง ถ้าในช่องมีเครื่องหมายจุลภาค โปรดใส่เครื่องหมายคำพูดครอบ`,
  'registry.numberInvalid': ({ option, value, most }: Values) =>
    `${option}: “${value}” ใช้ไม่ได้ โปรดใส่จำนวนเต็มตั้งแต่ 1 ถึง ${most}`,
  'registry.referenceInvalid': ({ file }: Values) => `บัญชีอ้างอิงใน ${file} มีที่ต้องแก้`,
  'registry.referenceEntry': ({ place, reason }: Values) => `รายการที่ ${place}: ${reason}`,
}

/** แฟ้มที่ไม่ใช่ตาราง หรือเปิดอ่านแล้วไม่ปลอดภัย */
export const tableProblems = {
  'table.notTable': ({ file }: Values) =>
    `${file} ไม่ใช่รายชื่อที่อ่านได้ ยังไม่ได้บันทึกสิ่งใด โปรดบันทึกเป็น XLSX หรือ CSV UTF-8`,
  'table.tooLarge': ({ file, size, most }: Values) =>
    `${file} มีขนาด ${size} MB รับได้ไม่เกิน ${most} MB ยังไม่ได้บันทึกสิ่งใด โปรดตัดรูปภาพและแผ่นงานอื่นออก หรือแบ่งรายชื่อ`,
  'table.tooManyRows': ({ file, most }: Values) => `${file} มีเกิน ${most} แถว ยังไม่ได้บันทึกสิ่งใด โปรดแบ่งรายชื่อ`,
  'table.tooWide': ({ file, line, most }: Values) =>
    `${file} แถวที่ ${line} มีเกิน ${most} ช่อง ยังไม่ได้บันทึกสิ่งใด โปรดตรวจว่าเป็นแฟ้มที่ต้องการ`,
  'table.macros': ({ file }: Values) => `${file} มีมาโคร จึงไม่รับ ยังไม่ได้บันทึกสิ่งใด โปรดบันทึกเป็นสมุดงาน XLSX ธรรมดา`,
  'table.encrypted': ({ file }: Values) => `${file} ล็อกด้วยรหัสผ่าน ยังไม่ได้บันทึกสิ่งใด โปรดนำรหัสผ่านออกแล้วบันทึกใหม่`,
  'table.oldExcel': ({ file }: Values) => `${file} เป็นแฟ้ม XLS รุ่นเก่า ยังไม่ได้บันทึกสิ่งใด โปรดเปิดแล้วบันทึกเป็น XLSX`,
  'table.bomb': ({ file, most }: Values) =>
    `${file} เมื่อคลายแล้วใหญ่เกินกว่ารายชื่อทั่วไปมาก (รับได้ไม่เกิน ${most} MB) จึงไม่เปิดอ่าน ยังไม่ได้บันทึกสิ่งใด`,
  'table.broken': ({ file }: Values) => `${file} เสียหาย อ่านไม่ได้ ยังไม่ได้บันทึกสิ่งใด โปรดเปิดแล้วบันทึกเป็น XLSX ใหม่`,
}
