/** ถ้อยคำของทะเบียนหน่วยงาน ส่วนงาน และเจ้าหน้าที่ ปัญหาของทะเบียน และปัญหาของแฟ้มรายชื่อที่นำเข้า */
import type { Values } from '../text.ts'

const meant = ({ suggestion }: Values): string => (suggestion ? ` หมายถึง “${suggestion}” หรือไม่` : '')

export const registry = {
  imported: ({ added, updated, unchanged, failed }: Values) =>
    `เพิ่ม ${added} ปรับปรุง ${updated} ไม่เปลี่ยนแปลง ${unchanged} ไม่ผ่าน ${failed} แถว`,
  previewed: ({ added, updated, unchanged, failed }: Values) =>
    `ดูตัวอย่าง ยังไม่ได้บันทึก: จะเพิ่ม ${added} ปรับปรุง ${updated} ไม่เปลี่ยนแปลง ${unchanged} ต้องแก้ ${failed} แถว`,
  refused: ({ failed }: Values) => `ยังไม่ได้บันทึกสิ่งใด มี ${failed} แถวที่ต้องแก้`,
  fault: ({ line, field, reason }: Values) => `แถวที่ ${line} ${field}: ${reason}`,
  moreFaults: ({ count }: Values) => `และยังมีอีก ${count} แห่งที่ต้องแก้ ดูทั้งหมดด้วย --json`,
  unread: ({ columns }: Values) => `คอลัมน์ที่ไม่ได้อ่าน: ${columns}`,
  progress: ({ written, total }: Values) => `บันทึกแล้ว ${written} จาก ${total} แถว`,
  none: 'ไม่มีหน่วยงานที่ตรงกับที่ขอ',
  page: ({ page, pages, total }: Values) => `หน้า ${page} จาก ${pages} ทั้งหมด ${total} หน่วยงาน`,
  imaginary: '(สมมติ)',
  /** ชื่อช่องของตารางนำเข้าและแบบฟอร์ม */
  fields: {
    code: 'รหัส',
    name_th: 'ชื่อภาษาไทย',
    name_en: 'ชื่อภาษาอังกฤษ',
    type: 'ประเภท',
    size: 'ขนาด',
    ministry: 'กระทรวง',
    province: 'จังหวัด',
    website: 'เว็บไซต์หลัก',
    active_from: 'ตั้งแต่วันที่',
    active_to: 'ถึงวันที่',
    agency: 'หน่วยงาน',
    kind: 'ประเภทส่วนงาน',
    parent: 'อยู่ภายใต้',
    closed_on: 'ปิดเมื่อ',
    unit: 'ส่วนงาน',
    name: 'ชื่อและนามสกุล',
    position: 'ตำแหน่ง',
    email: 'อีเมล',
    phone: 'โทรศัพท์',
    left_on: 'พ้นหน้าที่เมื่อ',
    row: 'ทั้งแถว',
  },
  unitKinds: {
    bureau: 'สำนัก',
    division: 'กอง',
    centre: 'ศูนย์',
    group: 'กลุ่ม',
    section: 'ฝ่าย',
    other: 'อื่น ๆ',
  },
  sizes: { S: 'เล็ก', M: 'กลาง', L: 'ใหญ่' },
  noUnits: 'ยังไม่มีส่วนงาน',
  noPeople: 'ยังไม่มีเจ้าหน้าที่ที่ตรงกับที่ขอ',
}

export const registryProblems = {
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
  'registry.cellMissing': ({ field }: Values) => `ช่อง ${field} ว่าง โปรดใส่ข้อมูลนี้`,
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
  'registry.formInvalid': () => 'ข้อมูลมีที่ต้องแก้ ยังไม่ได้บันทึกสิ่งใด',
  'registry.codeTaken': ({ value }: Values) => `มีหน่วยงานรหัส ${value} อยู่แล้ว ยังไม่ได้บันทึกสิ่งใด`,
  'registry.endUnchanged': ({ code }: Values) => `วันสิ้นสุดของ ${code} เป็นเช่นนั้นอยู่แล้ว`,
  'registry.noSuchAgency': ({ value }: Values) => `ไม่มีหน่วยงานรหัส “${value}”`,
  'registry.agencyNotYours': ({ value }: Values) => `ท่านไม่มีสิทธิ์แก้ไขข้อมูลของหน่วยงาน ${value}`,
  'registry.unitNotFound': ({ code, agency }: Values) => `หน่วยงาน ${agency} ไม่มีส่วนงานรหัส ${code}`,
  'registry.unitCodeInvalid': ({ value }: Values) =>
    `รหัสส่วนงาน “${value}” ใช้ไม่ได้ โปรดใช้ตัวอักษร ตัวเลข จุด ขีดกลาง หรือขีดล่าง ไม่เกิน 40 ตัว`,
  'registry.unitCodeTaken': ({ value }: Values) => `หน่วยงานนี้มีส่วนงานรหัส ${value} อยู่แล้ว`,
  'registry.unitKindInvalid': ({ value }: Values) =>
    `“${value}” ไม่ใช่ประเภทส่วนงาน โปรดใส่ สำนัก กอง ศูนย์ กลุ่ม ฝ่าย หรืออื่น ๆ หรือเว้นว่าง`,
  'registry.noSuchParent': ({ value }: Values) => `ไม่มีส่วนงานรหัส “${value}” ให้อยู่ภายใต้`,
  'registry.parentClosed': ({ value }: Values) => `ส่วนงาน ${value} ปิดไปแล้ว จึงมีส่วนงานอยู่ภายใต้ไม่ได้`,
  'registry.unitCycle': ({ value }: Values) =>
    `ถ้าให้อยู่ภายใต้ ${value} ส่วนงานจะวนกลับมาอยู่ภายใต้ตัวเอง โปรดเลือกส่วนงานอื่น`,
  'registry.unitTooDeep': () => 'โครงสร้างจะลึกเกิน 6 ชั้น โปรดให้อยู่ภายใต้ส่วนงานที่สูงกว่านี้',
  'registry.unitIsClosed': ({ code, day }: Values) => `ส่วนงาน ${code} ปิดไปแล้วเมื่อ ${day} โปรดเปิดอีกครั้งก่อน`,
  'registry.unitInUse': ({ code, units, people }: Values) =>
    `ปิดส่วนงาน ${code} ไม่ได้ เพราะยังมีส่วนงานภายใต้ ${units} ส่วนงาน และเจ้าหน้าที่ ${people} คน โปรดย้ายก่อน`,
  'registry.noSuchUnit': ({ value }: Values) => `หน่วยงานนี้ไม่มีส่วนงานรหัส “${value}”`,
  'registry.unitClosed': ({ value }: Values) => `ส่วนงาน ${value} ปิดไปแล้ว โปรดเลือกส่วนงานอื่น`,
  'registry.personNotFound': () => 'ไม่พบเจ้าหน้าที่ที่ขอ',
  'registry.personAnonymised': ({ day }: Values) => `ข้อมูลของเจ้าหน้าที่ผู้นี้ถูกลบชื่อออกแล้วเมื่อ ${day} จึงแก้ไขไม่ได้`,
  'registry.personStillThere': () => 'เจ้าหน้าที่ผู้นี้ยังปฏิบัติหน้าที่อยู่ โปรดระบุวันที่พ้นหน้าที่ก่อนลบชื่อออก',
  'registry.leaveUnchanged': () => 'วันที่พ้นหน้าที่เป็นเช่นนั้นอยู่แล้ว',
  'registry.emailInvalid': ({ value }: Values) => `“${value}” ไม่ใช่ที่อยู่อีเมล โปรดใส่แบบ name@example.go.th`,
  'registry.emailTaken': ({ value }: Values) => `หน่วยงานนี้มีเจ้าหน้าที่ที่ใช้อีเมล ${value} อยู่แล้ว`,
  'registry.emailOnTwoLines': ({ value, first, line }: Values) =>
    `อีเมล ${value} อยู่ในแถวที่ ${first} แล้วซ้ำอีกในแถวที่ ${line} โปรดเหลือไว้แถวเดียว`,
  'registry.phoneInvalid': ({ value }: Values) => `“${value}” ไม่ใช่หมายเลขโทรศัพท์ โปรดใส่แบบ 0 2123 4567 ต่อ 12`,
  'registry.importNotFound': () => 'ไม่พบการนำเข้าที่ขอ อาจเก่ากว่า 30 วัน',
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
