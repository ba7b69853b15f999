/** รอบการประเมิน: ปฏิทินที่ทุกคนอ่าน คำของคำสั่ง rounds และปัญหาที่พบ */
import { writeDay } from '../days.ts'
import type { Values } from '../text.ts'

const day = (iso: string) => writeDay(iso, 'th')
const close = (iso: string) => `${day(iso)} เวลา 24.00 น.`
const thaiNumber = new Intl.NumberFormat('th-TH')
const many = (count: number) => thaiNumber.format(count)

const names: Readonly<Record<string, string>> = {
  register: 'ลงทะเบียนและนำเข้าข้อมูล',
  collect: 'เก็บแบบวัด IIT และ EIT',
  answer: 'ตอบแบบวัด OIT',
  approve: 'ผู้บริหารอนุมัติ',
  score: 'ตรวจให้คะแนน OIT',
  clarify: 'ชี้แจงเพิ่มเติม',
  confirm: 'ยืนยันผลการประเมิน',
  publish: 'ประกาศผล',
  followUp: 'ขับเคลื่อนมาตรการปรับปรุง',
}
const nameOf = (phase: string | number | undefined) => names[String(phase)] ?? String(phase)

export const rounds = {
  day,
  nameOf,
  title: 'ปฏิทินการประเมิน',
  titleOf: (year: number) => `ปฏิทินการประเมิน ปีงบประมาณ พ.ศ. ${year}`,
  lead: 'แต่ละรอบทำอะไร เมื่อใด และตอนนี้ถึงขั้นตอนไหน ทุกวันนับตามเวลาประเทศไทย',
  empty: 'ยังไม่มีรอบการประเมิน',
  emptyAdvice: 'เมื่อผู้ดูแลระบบเปิดรอบของปีแล้ว ปฏิทินจะอยู่ที่หน้านี้ ระหว่างนี้อ่านกรอบการประเมินของแต่ละปีได้',
  readFrameworks: 'ดูกรอบการประเมิน',
  states: {
    notScheduled: 'ยังไม่กำหนด',
    upcoming: 'ยังไม่ถึง',
    open: 'เปิดอยู่',
    closed: 'ปิดแล้ว',
  },
  neverScheduled: 'ไม่ได้กำหนดวัน',
  roundClosed: 'รอบนี้ปิดแล้ว ไม่รับข้อมูลเพิ่ม',
  today: (iso: string) => `วันนี้ ${day(iso)}`,
  openNow: 'ขั้นตอนที่เปิดอยู่',
  opensNext: 'ขั้นตอนถัดไป',
  nothingOpen: 'ตอนนี้ไม่มีขั้นตอนใดเปิดอยู่',
  nothingScheduled: 'ยังไม่กำหนดวันของขั้นตอนใด',
  daysLeft: (days: number) => (days === 0 ? 'วันนี้เป็นวันสุดท้าย ปิดเวลา 24.00 น.' : `เหลืออีก ${many(days)} วัน`),
  daysToOpening: (days: number) => (days === 1 ? 'เปิดพรุ่งนี้' : `เปิดในอีก ${many(days)} วัน`),
  between: (opens: string, closes: string) =>
    opens === closes ? `วันเดียว ${day(opens)} จนถึงเวลา 24.00 น.` : `ตั้งแต่ ${day(opens)} จนถึง ${close(closes)}`,
  from: (opens: string) => `ตั้งแต่ ${day(opens)} ยังไม่กำหนดวันปิด`,
  until: (closes: string) => `จนถึง ${close(closes)}`,
  phases: 'ขั้นตอนตามลำดับ',
  sideBySide: 'สองขั้นตอนนี้ทำคู่กันไป',
  meanings: {
    register: 'หน่วยงานยืนยันข้อมูลของตน และเตรียมข้อมูลผู้ที่จะตอบแบบวัด',
    collect: 'คนในหน่วยงานตอบแบบวัด IIT ส่วนผู้รับบริการและผู้ติดต่อราชการตอบแบบวัด EIT',
    answer: 'หน่วยงานบอกทีละข้อว่าเปิดเผยข้อมูลไว้ที่ใดบนเว็บไซต์',
    approve: 'ผู้บริหารของหน่วยงานตรวจคำตอบ OIT แล้วอนุมัติให้ส่ง',
    score: 'ผู้ประเมินเปิดดูข้อมูลที่หน่วยงานเปิดเผย แล้วให้คะแนนทีละข้อ',
    clarify: 'หน่วยงานเห็นคะแนนรายข้อ และชี้แจงข้อที่เห็นต่างได้',
    confirm: 'ผู้ประเมินพิจารณาคำชี้แจงแล้วยืนยันคะแนน',
    publish: 'ผลการประเมินเปิดให้ทุกคนอ่าน',
    followUp: 'หน่วยงานลงมือปรับปรุงเรื่องที่ยังได้คะแนนน้อย',
  },
  extensionsNote: 'หน่วยงานที่ได้รับการขยายเวลามีวันปิดของตนเอง ซึ่งช้ากว่าวันในปฏิทินนี้',
  facts: 'เกี่ยวกับรอบนี้',
  enrolled: 'หน่วยงานที่เข้ารับการประเมิน',
  enrolledCount: (count: number) => `${many(count)} หน่วยงาน`,
  framework: 'กรอบการประเมินที่ใช้',
  seeCalendar: (year: number) => `ดูปฏิทินปี ${year}`,
  cli: {
    opened: ({ year, hash, scheduled, phases }: Values) =>
      `เปิดรอบการประเมินปี ${year} แล้ว ด้วยกรอบ ${hash} มีวันแล้ว ${scheduled} จาก ${phases} ขั้นตอน`,
    enrolled: ({ year, agencies, added }: Values) =>
      `รอบปี ${year}: เพิ่ม ${added} หน่วยงาน อยู่ในรอบแล้ว ${Number(agencies) - Number(added)} หน่วยงาน`,
    scheduled: ({ phase, span }: Values) => `ขั้นตอน “${nameOf(phase)}” กำหนดแล้ว ${span}`,
    extended: ({ agency, phase, until }: Values) =>
      `ขยายเวลาขั้นตอน “${nameOf(phase)}” ให้หน่วยงาน ${agency} จนถึง ${close(String(until))}`,
    closed: ({ year }: Values) => `ปิดรอบการประเมินปี ${year} แล้ว ไม่รับหน่วยงาน คำตอบ หรือคะแนนเพิ่มอีก`,
    none: 'ยังไม่มีรอบการประเมิน เปิดด้วยคำสั่ง rounds open --year ปี',
    round: ({ year, state, agencies, hash }: Values) =>
      `รอบการประเมินปี ${year} (${state}) ${agencies} หน่วยงาน กรอบ ${hash}`,
    roundOpen: 'เปิดอยู่',
    roundClosed: 'ปิดแล้ว',
    extensions: 'การขยายเวลา',
    extension: ({ agency, phase, until, reason }: Values) =>
      `${agency}  ${nameOf(phase)}  จนถึง ${close(String(until))}  เพราะ ${reason}`,
  },
}

const openingClosing = ({ opens, closes }: Values): string =>
  [
    ...(opens ? [`เปิดวันที่ ${day(String(opens))}`] : []),
    ...(closes ? [`ปิดวันที่ ${close(String(closes))}`] : []),
  ].join(' ')

/** การขยายเวลามีเฉพาะขั้นตอนที่หน่วยงานทำเอง และไม่ทำให้ขั้นตอนเปิดเร็วขึ้น */
const adviceFor = (state: string | number | undefined, actors: string | number | undefined): string => {
  if (actors === 'centre') return 'หากต้องการทำวันนี้ ผู้ดูแลรอบการประเมินกำหนดวันใหม่ได้ในปฏิทินของรอบ'
  if (state === 'upcoming') return 'โปรดทำอีกครั้งเมื่อถึงวันเปิด'
  return 'หากต้องการเวลาเพิ่ม โปรดขอขยายเวลาจากผู้ดูแลรอบการประเมิน'
}

export const roundProblems = {
  'round.notFound': ({ year, years }: Values) =>
    `ยังไม่มีรอบการประเมินปีงบประมาณ ${year}${years ? ` รอบที่มีคือปี ${years}` : ''}`,
  'round.alreadyOpen': ({ year }: Values) => `รอบการประเมินปีงบประมาณ ${year} เปิดไว้แล้ว`,
  'round.closed': ({ year }: Values) => `รอบการประเมินปีงบประมาณ ${year} ปิดแล้ว ไม่รับข้อมูลเพิ่ม`,
  'round.phaseNotOpen': ({ phase, state, actors, opens, closes }: Values) =>
    `ขั้นตอน “${nameOf(phase)}” ${state === 'upcoming' ? 'ยังไม่เปิด' : 'ปิดแล้ว'} (${openingClosing({ opens: opens ?? '', closes: closes ?? '' })}) จึงยังไม่ได้บันทึกสิ่งใด ข้อมูลที่บันทึกไว้ก่อนหน้ายังอยู่ครบ ${adviceFor(state, actors)}`,
  'round.phaseUnknown': ({ phase, year, phases }: Values) =>
    `รอบปี ${year} ไม่มีขั้นตอน “${phase}” ขั้นตอนที่มีคือ ${phases}`,
  'round.phaseHasNoClose': ({ phase }: Values) =>
    `ขั้นตอน “${nameOf(phase)}” ยังไม่กำหนดวันปิด จึงไม่มีเวลาให้ขยาย โปรดกำหนดวันก่อนด้วย rounds schedule`,
  'round.extensionNotLater': ({ phase, until, closes }: Values) =>
    `ขยายถึง ${day(String(until))} ไม่ได้ เพราะขั้นตอน “${nameOf(phase)}” ปิด ${close(String(closes))} อยู่แล้ว โปรดใส่วันที่ช้ากว่า`,
  'round.closesBeforeOpens': ({ opens, closes }: Values) =>
    `วันปิด ${day(String(closes))} มาก่อนวันเปิด ${day(String(opens))} โปรดแก้วันใดวันหนึ่ง`,
  'round.dayFarFromYear': ({ day: given, year, most }: Values) =>
    `${day(String(given))} ห่างจากปีงบประมาณ ${year} เกิน ${most} ปี โปรดตรวจปีที่พิมพ์`,
  'round.dayInvalid': ({ option, value }: Values) =>
    `${option} “${value}” ไม่ใช่วันที่ โปรดใส่แบบ 2569-03-01 หรือ 1/3/2569 หรือ 1 มี.ค. 2569`,
  'round.reasonMissing': () => 'การขยายเวลาต้องบอกเหตุผล',
  'round.reasonTooLong': ({ most, length }: Values) => `เหตุผลยาว ${length} ตัวอักษร โปรดย่อให้ไม่เกิน ${most}`,
  'round.frameworkOfOtherYear': ({ year, found }: Values) =>
    `โฟลเดอร์ที่ระบุเป็นกรอบการประเมินของปี ${found} ไม่ใช่ปี ${year}`,
  'round.whomMissing': () =>
    'โปรดบอกว่าจะเพิ่มหน่วยงานใด ด้วย --type ประเภท หรือ --agency รหัส หรือ --all อย่างใดอย่างหนึ่ง',
  'round.typeUnknown': ({ type, types }: Values) => `ไม่มีประเภทหน่วยงาน “${type}” ประเภทที่มีคือ ${types}`,
  'round.noneToEnrol': ({ types }: Values) =>
    types ? `ในทะเบียนยังไม่มีหน่วยงานประเภท ${types}` : 'ในทะเบียนยังไม่มีหน่วยงานใด',
  'round.enrolmentsInvalid': () => 'มีหน่วยงานที่ยังไม่อยู่ในทะเบียน ยังไม่ได้เพิ่มหน่วยงานใดเข้ารอบ',
  'round.notEnrolled': ({ agency, year }: Values) =>
    `หน่วยงาน ${agency} ไม่ได้อยู่ในรอบการประเมินปีงบประมาณ ${year}`,
}
