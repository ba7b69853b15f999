/** ปัญหาของคำตอบ คะแนนรายข้อ และผลการประเมิน */
import type { Values } from '../text.ts'

export const resultProblems = {
  'results.noFiles': () => 'โปรดระบุแฟ้มอย่างน้อยหนึ่งแฟ้ม เช่น --iit หรือ --oit',
  'framework.versionNotFound': ({ hash }: Values) => `ไม่พบกรอบการประเมินรุ่น ${hash}`,
  'survey.partUnknown': ({ part, year }: Values) => `ปีงบประมาณ ${year} ไม่มีแบบวัด “${part}”`,
  'survey.columnUnknown': ({ column }: Values) => `แบบวัดนี้ไม่มีข้อ “${column}”`,
  'survey.answersInvalid': () => 'มีคำตอบที่ไม่ตรงกับข้อคำถาม ยังไม่ได้บันทึกคำตอบใด',
  'survey.answerMisfit': ({ respondent }: Values) => `คำตอบชุดที่ ${respondent} ไม่ตรงกับข้อคำถามหรือตัวเลือกของแบบวัด`,
  'disclosure.scoresInvalid': () => 'คะแนนรายข้อมีที่ต้องแก้ ยังไม่ได้บันทึกคะแนนใด',
  'disclosure.itemUnknown': ({ item, year }: Values) => `ปีงบประมาณ ${year} ไม่มีข้อ ${item}`,
  'disclosure.scoreInvalid': ({ agency, item, score }: Values) =>
    `หน่วยงาน ${agency} ข้อ ${item}: คะแนน ${score} ใช้ไม่ได้ ต้องเป็น 0 หรือ 100`,
  'disclosure.itemTwice': ({ agency, item }: Values) => `หน่วยงาน ${agency} มีคะแนนข้อ ${item} มากกว่าหนึ่งแถว`,
  'results.noAgencies': ({ year }: Values) => `รอบการประเมินปีงบประมาณ ${year} ยังไม่มีหน่วยงาน จึงยังคำนวณไม่ได้`,
  'results.notComputed': ({ year }: Values) => `ยังไม่ได้คำนวณผลปีงบประมาณ ${year} โปรดคำนวณก่อนตรึงผล`,
  'items.unconfirmed': ({ year, agency }: Values) =>
    `ยังตรึงผลของรอบ ${year} ไม่ได้: หน่วยงาน ${agency} เริ่มทำแบบวัด OIT แล้วแต่ยังไม่ได้ยืนยันคะแนน โปรดยืนยันคะแนนก่อน`,
  'disclosure.alreadyConfirmed': ({ agency, year }: Values) =>
    `คะแนนรายข้อของหน่วยงาน ${agency} ปี ${year} ยืนยันจากการตรวจประเมินแล้ว จึงนำเข้าทับไม่ได้ ยังไม่ได้บันทึกคะแนนใด`,
  'results.stale': ({ year }: Values) =>
    `คำตอบหรือคะแนนของปีงบประมาณ ${year} เปลี่ยนไปหลังการคำนวณ โปรดคำนวณใหม่ก่อนตรึงผล`,
  'results.alreadyFrozen': ({ year }: Values) => `ผลปีงบประมาณ ${year} ตรึงแล้ว แก้ไขไม่ได้`,
  'results.notFrozen': ({ year }: Values) => `ผลปีงบประมาณ ${year} ยังไม่ได้ตรึง โปรดตรึงก่อนเผยแพร่`,
  'results.alreadyPublished': ({ year }: Values) => `ผลปีงบประมาณ ${year} เผยแพร่แล้ว`,
  'results.notFound': ({ agency, year }: Values) => `ยังไม่มีผลการประเมินปีงบประมาณ ${year} ของหน่วยงาน ${agency}`,
  'results.sheetWithheld': () => 'ใบคะแนนนี้ไม่เผยแพร่ เพราะมีแบบวัดที่ผู้ตอบน้อยกว่า 5 คน',
  'results.importInvalid': ({ year }: Values) => `ผลปีงบประมาณ ${year} ที่นำเข้ามีที่ต้องแก้ ยังไม่ได้บันทึกผลใด`,
  'results.agencyTwice': ({ agency }: Values) => `หน่วยงาน ${agency} มีผลมากกว่าหนึ่งแถว`,
  'results.scoreInvalid': ({ agency, value }: Values) =>
    `หน่วยงาน ${agency}: คะแนน “${value}” ใช้ไม่ได้ ต้องเป็น 0 ถึง 100 ทศนิยมไม่เกินสองตำแหน่ง`,
  'results.ratingUnknown': ({ agency, value }: Values) => `หน่วยงาน ${agency}: ปีนี้ไม่มีระดับผล “${value}”`,
  'results.instrumentUnknown': ({ agency, value }: Values) => `หน่วยงาน ${agency}: ปีนี้ไม่มีแบบวัด “${value}”`,
  'results.indicatorUnknown': ({ agency, value }: Values) => `หน่วยงาน ${agency}: ปีนี้ไม่มีตัวชี้วัดที่ ${value}`,
}
