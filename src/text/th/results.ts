/** ปัญหาของทะเบียนหน่วยงาน รอบการประเมิน คำตอบ คะแนนรายข้อ และผลการประเมิน */
import type { Values } from '../text.ts'

export const resultProblems = {
  'registry.notAllowed': () => 'เฉพาะผู้ดูแลระบบเท่านั้นที่แก้ไขทะเบียนหน่วยงานได้',
  'registry.agencyNotFound': ({ code }: Values) => `ไม่พบหน่วยงานรหัส ${code}`,
  'registry.agenciesInvalid': () => 'ข้อมูลหน่วยงานมีที่ต้องแก้ ยังไม่ได้บันทึกหน่วยงานใด',
  'registry.codeInvalid': ({ value }: Values) =>
    `รหัสหน่วยงาน “${value}” ใช้ไม่ได้ โปรดใช้อักษรอังกฤษ ตัวเลข และขีดกลาง ไม่เกิน 40 ตัว`,
  'registry.codeTwice': ({ value }: Values) => `รหัสหน่วยงาน ${value} ซ้ำกัน`,
  'registry.typeUnknown': ({ agency, value }: Values) => `หน่วยงาน ${agency}: ไม่มีประเภทหน่วยงาน “${value}”`,
  'registry.ministryUnknown': ({ agency, value }: Values) => `หน่วยงาน ${agency}: ไม่มีกระทรวง “${value}”`,
  'registry.provinceUnknown': ({ agency, value }: Values) => `หน่วยงาน ${agency}: ไม่มีจังหวัด “${value}”`,
  'registry.referenceInvalid': ({ file }: Values) => `บัญชีอ้างอิงใน ${file} มีที่ต้องแก้`,
  'registry.referenceEntry': ({ place, reason }: Values) => `รายการที่ ${place}: ${reason}`,
  'framework.notAllowed': () => 'เฉพาะผู้ดูแลระบบเท่านั้นที่บันทึกกรอบการประเมินได้',
  'framework.versionNotFound': ({ hash }: Values) => `ไม่พบกรอบการประเมินรุ่น ${hash}`,
  'round.notAllowed': () => 'เฉพาะผู้ดูแลระบบเท่านั้นที่เปิด ปิด หรือเพิ่มหน่วยงานในรอบการประเมินได้',
  'round.notFound': ({ year }: Values) => `ยังไม่มีรอบการประเมินปีงบประมาณ ${year}`,
  'round.alreadyOpen': ({ year }: Values) => `รอบการประเมินปีงบประมาณ ${year} เปิดไว้แล้ว`,
  'round.closed': ({ year }: Values) => `รอบการประเมินปีงบประมาณ ${year} ปิดแล้ว ไม่รับข้อมูลเพิ่ม`,
  'round.enrolmentsInvalid': () => 'มีหน่วยงานที่ยังไม่อยู่ในทะเบียน ยังไม่ได้เพิ่มหน่วยงานใดเข้ารอบ',
  'round.notEnrolled': ({ agency, year }: Values) =>
    `หน่วยงาน ${agency} ไม่ได้อยู่ในรอบการประเมินปีงบประมาณ ${year}`,
  'survey.notAllowed': () => 'เฉพาะผู้ดูแลระบบเท่านั้นที่นำเข้าคำตอบทั้งชุดได้',
  'survey.partUnknown': ({ part, year }: Values) => `ปีงบประมาณ ${year} ไม่มีแบบวัด “${part}”`,
  'survey.columnUnknown': ({ column }: Values) => `แบบวัดนี้ไม่มีข้อ “${column}”`,
  'survey.answersInvalid': () => 'มีคำตอบที่ไม่ตรงกับข้อคำถาม ยังไม่ได้บันทึกคำตอบใด',
  'survey.answerMisfit': ({ respondent }: Values) => `คำตอบชุดที่ ${respondent} ไม่ตรงกับข้อคำถามหรือตัวเลือกของแบบวัด`,
  'disclosure.notAllowed': () => 'เฉพาะผู้ดูแลระบบเท่านั้นที่นำเข้าคะแนนรายข้อได้',
  'disclosure.scoresInvalid': () => 'คะแนนรายข้อมีที่ต้องแก้ ยังไม่ได้บันทึกคะแนนใด',
  'disclosure.itemUnknown': ({ item, year }: Values) => `ปีงบประมาณ ${year} ไม่มีข้อ ${item}`,
  'disclosure.scoreInvalid': ({ agency, item, score }: Values) =>
    `หน่วยงาน ${agency} ข้อ ${item}: คะแนน ${score} ใช้ไม่ได้ ต้องเป็น 0 หรือ 100`,
  'disclosure.itemTwice': ({ agency, item }: Values) => `หน่วยงาน ${agency} มีคะแนนข้อ ${item} มากกว่าหนึ่งแถว`,
  'results.notAllowed': () => 'เฉพาะผู้ดูแลระบบเท่านั้นที่คำนวณ ตรึง เผยแพร่ หรือนำเข้าผลการประเมินได้',
  'results.noAgencies': ({ year }: Values) => `รอบการประเมินปีงบประมาณ ${year} ยังไม่มีหน่วยงาน จึงยังคำนวณไม่ได้`,
  'results.notComputed': ({ year }: Values) => `ยังไม่ได้คำนวณผลปีงบประมาณ ${year} โปรดคำนวณก่อนตรึงผล`,
  'results.stale': ({ year }: Values) =>
    `คำตอบหรือคะแนนของปีงบประมาณ ${year} เปลี่ยนไปหลังการคำนวณ โปรดคำนวณใหม่ก่อนตรึงผล`,
  'results.alreadyFrozen': ({ year }: Values) => `ผลปีงบประมาณ ${year} ตรึงแล้ว แก้ไขไม่ได้`,
  'results.notFrozen': ({ year }: Values) => `ผลปีงบประมาณ ${year} ยังไม่ได้ตรึง โปรดตรึงก่อนเผยแพร่`,
  'results.alreadyPublished': ({ year }: Values) => `ผลปีงบประมาณ ${year} เผยแพร่แล้ว`,
  'results.notFound': ({ agency, year }: Values) => `ยังไม่มีผลการประเมินปีงบประมาณ ${year} ของหน่วยงาน ${agency}`,
  'results.importInvalid': ({ year }: Values) => `ผลปีงบประมาณ ${year} ที่นำเข้ามีที่ต้องแก้ ยังไม่ได้บันทึกผลใด`,
  'results.agencyTwice': ({ agency }: Values) => `หน่วยงาน ${agency} มีผลมากกว่าหนึ่งแถว`,
  'results.scoreInvalid': ({ agency, value }: Values) =>
    `หน่วยงาน ${agency}: คะแนน “${value}” ใช้ไม่ได้ ต้องเป็น 0 ถึง 100 ทศนิยมไม่เกินสองตำแหน่ง`,
  'results.ratingUnknown': ({ agency, value }: Values) => `หน่วยงาน ${agency}: ปีนี้ไม่มีระดับผล “${value}”`,
  'results.instrumentUnknown': ({ agency, value }: Values) => `หน่วยงาน ${agency}: ปีนี้ไม่มีแบบวัด “${value}”`,
  'results.indicatorUnknown': ({ agency, value }: Values) => `หน่วยงาน ${agency}: ปีนี้ไม่มีตัวชี้วัดที่ ${value}`,
}
