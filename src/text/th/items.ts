/** รายการเปิดเผยข้อมูล (OIT) ตั้งแต่มอบหมายจนถึงคะแนนสุดท้าย: ชื่อสถานะ การกระทำ เหตุผล และปัญหาที่พบ */
import type { Values } from '../text.ts'

export const itemStateNames = {
  open: 'ยังไม่มอบหมาย',
  assigned: 'มอบหมายแล้ว',
  drafted: 'ร่างคำตอบแล้ว',
  inReview: 'รอตรวจทาน',
  returned: 'ส่งกลับให้แก้ไข',
  ready: 'ตรวจทานผ่าน',
  approved: 'ผู้บริหารอนุมัติแล้ว',
  submitted: 'ส่งแล้ว รอตรวจประเมิน',
  markedOnce: 'มีผู้ตรวจให้คะแนนแล้วหนึ่งคน',
  disputed: 'ผู้ตรวจให้คะแนนต่างกัน',
  assessed: 'ตรวจประเมินแล้ว',
  explained: 'หน่วยงานชี้แจงแล้ว',
  remarked: 'พิจารณาคำชี้แจงแล้ว',
  final: 'ยืนยันคะแนนแล้ว',
}

export const itemActNames = {
  assign: 'มอบหมาย',
  answer: 'ตอบ',
  sendToReview: 'ส่งตรวจทาน',
  takeBack: 'ดึงกลับมาแก้ไข',
  return: 'ส่งกลับให้แก้ไข',
  pass: 'ตรวจทานผ่าน',
  approve: 'อนุมัติ',
  submit: 'ส่งแบบวัด OIT',
  score: 'ให้คะแนน',
  settle: 'ตัดสินคะแนนที่ต่างกัน',
  explain: 'ชี้แจง',
  remark: 'พิจารณาคำชี้แจง',
  confirm: 'ยืนยันคะแนน',
}

export const reasonKindNames = {
  element: 'ขาดองค์ประกอบด้านข้อมูล',
  condition: 'ขาดองค์ประกอบด้านเงื่อนไขการตอบ',
  notDisclosed: 'ไม่ได้เปิดเผยหรือไม่ได้ส่งคำตอบ',
}

const named = (names: Readonly<Record<string, string>>, key: string | number | undefined): string =>
  names[key ?? ''] ?? String(key)

export const itemProblems = {
  'item.unknown': ({ item, year, first, last }: Values) =>
    `ปี ${year} ไม่มีข้อ “${item}” ใช้ได้ตั้งแต่ ${first} ถึง ${last}`,
  'item.wrongState': ({ item, state, act }: Values) =>
    `ข้อ ${item} อยู่ในสถานะ “${named(itemStateNames, state)}” จึง${named(itemActNames, act)}ไม่ได้ ไม่มีข้อมูลใดเปลี่ยนแปลง`,
  'item.textMissing': () => 'ยังไม่ได้พิมพ์ข้อความ',
  'item.textTooLong': ({ most, length }: Values) => `ข้อความยาว ${length} ตัวอักษร ใช้ได้ไม่เกิน ${most}`,
  'item.answerInvalid': () => 'ยังบันทึกคำตอบไม่ได้ โปรดแก้ตามรายการ',
  'item.linkMissing': () => 'ตอบว่ามี ต้องมีลิงก์อย่างน้อยหนึ่งลิงก์',
  'item.linkWithoutHas': () => 'ตอบว่าไม่มี จึงใส่ลิงก์ไม่ได้ ให้ลบลิงก์หรือตอบว่ามี',
  'item.tooManyLinks': ({ most, count }: Values) => `มี ${count} ลิงก์ ใส่ได้ไม่เกิน ${most}`,
  'item.linkTwice': () => 'ลิงก์นี้และตำแหน่งนี้ใส่ไว้แล้วข้างบน',
  'item.linkKindUnknown': () => 'ระบุว่าลิงก์เป็นหน้าเว็บ (page) หรือแฟ้ม (file)',
  'item.formatUnknown': ({ formats }: Values) => `รูปแบบที่ใช้ได้คือ ${formats}`,
  'item.urlInvalid': ({ url }: Values) => `“${url}” ไม่ใช่ที่อยู่เว็บที่ขึ้นต้นด้วย http:// หรือ https://`,
  'item.urlWithPassword': () => 'ที่อยู่มีชื่อผู้ใช้หรือรหัสผ่านอยู่ด้วย ให้ลบออก',
  'item.nothingToAssign': () => 'เลือกข้ออย่างน้อยหนึ่งข้อ และระบุส่วนงาน ผู้รับผิดชอบ หรือวันครบกำหนด',
  'item.unitUnknown': ({ unit, agency }: Values) => `${agency} ไม่มีส่วนงาน “${unit}” หรือปิดไปแล้ว`,
  'item.ownerUnknown': ({ owner, agency }: Values) =>
    `“${owner}” ไม่ได้เป็นผู้รับผิดชอบข้อมูลหรือผู้ดูแลระบบของ ${agency} ให้เชิญหรือให้บทบาทก่อน`,
  'item.ownerElsewhere': ({ item, owner }: Values) =>
    `${owner} รับผิดชอบเฉพาะส่วนงานของตน ซึ่งไม่ใช่ส่วนงานของข้อ ${item}`,
  'item.dayInvalid': ({ day }: Values) => `“${day}” ไม่ใช่วันที่ เช่น 2025-06-30`,
  'item.ticksInvalid': ({ item }: Values) => `รายการตรวจทานของข้อ ${item} ใช้ไม่ได้`,
  'item.elementUnknown': ({ element }: Values) => `ข้อนี้ไม่มีองค์ประกอบที่ ${element} สำหรับหน่วยงานประเภทนี้`,
  'item.elementTwice': ({ element }: Values) => `องค์ประกอบที่ ${element} มีซ้ำ`,
  'item.elementsNotMet': ({ item }: Values) => `ข้อ ${item} ยังตรวจทานผ่านไม่ได้ เพราะองค์ประกอบยังไม่ครบ`,
  'item.elementNotMet': ({ element, text }: Values) => `องค์ประกอบที่ ${element}: ${text}`,
  'item.notAllReady': ({ items, count }: Values) =>
    `อนุมัติไม่ได้ ต้องตรวจทานผ่านทุกข้อก่อน ยังขาด ${count} ข้อ: ${items}`,
  'item.notAllApproved': ({ items, count }: Values) =>
    `ส่งไม่ได้ ผู้บริหารต้องอนุมัติทุกข้อก่อน ยังขาด ${count} ข้อ: ${items}`,
  'item.stands': ({ item, state }: Values) => `ข้อ ${item}: ${named(itemStateNames, state)}`,
  'item.nothingToExplain': ({ item }: Values) => `ข้อ ${item} ไม่ได้คะแนน 0 จึงไม่ต้องชี้แจง`,
  'item.nothingToCheck': ({ item }: Values) => `ข้อ ${item} ยังไม่มีลิงก์ให้ตรวจ`,
  'item.linkUnknown': () => 'ไม่มีลิงก์นี้',
}

/** แฟ้มของกระดานรายการ และหน้า OIT ที่หน่วยงานนำไปวางบนเว็บไซต์ */
export const itemsExport = {
  sheet: ({ year }: Values) => `OIT ${year}`,
  headings: {
    code: 'ข้อ',
    title: 'ประเด็น',
    elements: 'องค์ประกอบด้านข้อมูล',
    state: 'สถานะ',
    unit: 'ส่วนงาน',
    owner: 'ผู้รับผิดชอบ',
    dueOn: 'วันครบกำหนด',
    has: 'คำตอบ',
    urls: 'ลิงก์',
    places: 'ตำแหน่งบนหน้า',
    verdicts: 'ผลตรวจลิงก์',
    findings: 'สิ่งที่ตรวจพบ',
  },
  has: 'มี',
  hasNot: 'ไม่มี',
  notChecked: 'ยังไม่ได้ตรวจ',
  public: {
    caption: ({ year, agency }: Values) => `การเปิดเผยข้อมูลสาธารณะ (OIT) ประจำปีงบประมาณ พ.ศ. ${year} ${agency}`,
    number: 'ลำดับ',
    code: 'ข้อ',
    title: 'ประเด็น',
    elements: 'องค์ประกอบด้านข้อมูล',
    links: 'ลิงก์',
    noLink: 'ยังไม่มีลิงก์',
  },
}
