/** การตรวจประเมิน OIT: ปัญหาเมื่อรับงาน ให้คะแนน พิจารณาคำชี้แจง และยืนยันคะแนน */
import { writeDay } from '../days.ts'
import type { Values } from '../text.ts'
import { itemStateNames } from './items.ts'

const day = (value: string | number | undefined): string => writeDay(String(value), 'th')
const states: Readonly<Record<string, string>> = itemStateNames
const stateOf = (state: string | number | undefined): string => states[state ?? ''] ?? String(state)

export const assessmentProblems = {
  'assessment.personOnly': () => 'การตรวจประเมินต้องทำโดยผู้ตรวจที่ลงชื่อเข้าใช้ คำสั่งของระบบทำแทนไม่ได้',
  'assessment.ownAgency': ({ agency }: Values) =>
    `ท่านมีบทบาทหรือมีชื่อเป็นเจ้าหน้าที่ของหน่วยงาน ${agency} จึงตรวจหน่วยงานนี้ไม่ได้ (ขัดกันแห่งผลประโยชน์)`,
  'assessment.formerAgency': ({ agency }: Values) =>
    `ท่านเคยมีบทบาทหรือเคยเป็นเจ้าหน้าที่ของหน่วยงาน ${agency} จึงตรวจหน่วยงานนี้ไม่ได้ (ขัดกันแห่งผลประโยชน์)`,
  'assessment.alreadyClaimed': ({ agency }: Values) => `ท่านรับหน่วยงาน ${agency} ไว้ตรวจอยู่แล้ว`,
  'assessment.nothingSubmitted': ({ agency }: Values) =>
    `หน่วยงาน ${agency} ยังไม่มีข้อที่ส่งมาให้ตรวจ หรือยืนยันคะแนนครบแล้ว`,
  'assessment.seatsTaken': ({ agency, seats }: Values) =>
    `หน่วยงาน ${agency} มีผู้ตรวจครบ ${seats} คนแล้ว หากต้องการตรวจแทน ให้หัวหน้าผู้ตรวจปล่อยงานของผู้ตรวจเดิมก่อน`,
  'assessment.notClaimed': ({ agency }: Values) => `ท่านยังไม่ได้รับหน่วยงาน ${agency} ไว้ตรวจ โปรดกดรับงานก่อน`,
  'assessment.notHeld': ({ agency }: Values) => `ไม่มีการรับงานหน่วยงาน ${agency} ที่จะปล่อย อาจถูกปล่อยไปแล้ว`,
  'assessment.hasBegun': ({ year }: Values) => `ปี ${year} เริ่มให้คะแนนแล้ว จึงเปลี่ยนจำนวนผู้ตรวจต่อข้อไม่ได้`,
  'mark.invalid': ({ item }: Values) => `ยังไม่ได้บันทึกคะแนนข้อ ${item} โปรดแก้ตามรายการ`,
  'mark.scoreInvalid': () => 'คะแนนต้องเป็น 0 หรือ 100',
  'mark.reasonMissing': () => 'ให้ 0 คะแนนต้องเลือกเหตุผล: ด้านข้อมูล ด้านเงื่อนไขการตอบ หรือไม่ได้เปิดเผย',
  'mark.reasonWithFull': () => 'ให้ 100 คะแนนไม่ต้องเลือกเหตุผลที่ไม่ได้คะแนน',
  'mark.remarkMissing': () => 'ให้ 0 คะแนนต้องเขียนคำอธิบายให้หน่วยงานทราบ',
  'mark.remarkTooLong': ({ most, length }: Values) => `คำอธิบายยาวได้ไม่เกิน ${most} ตัวอักษร ที่เขียนมายาว ${length}`,
  'mark.elementUnknown': ({ item, element }: Values) =>
    `ข้อ ${item} ไม่มีองค์ประกอบที่ ${element} สำหรับหน่วยงานประเภทนี้`,
  'mark.elementTwice': ({ element }: Values) => `องค์ประกอบที่ ${element} ถูกระบุซ้ำ`,
  'mark.elementUnmet': ({ element }: Values) =>
    `ให้ 100 คะแนนไม่ได้ เพราะระบุว่าองค์ประกอบที่ ${element} ไม่ครบ ข้อหนึ่งต้องครบทุกองค์ประกอบ`,
  'mark.dayInvalid': () => 'โปรดใส่วันที่ตรวจสอบให้ถูกต้อง',
  'mark.dayInFuture': ({ day: given }: Values) => `วันที่ตรวจสอบ ${day(given)} ยังมาไม่ถึง`,
  'mark.dayTooEarly': ({ day: given, since }: Values) =>
    `วันที่ตรวจสอบ ${day(given)} มาก่อนวันที่มีสิ่งให้ตรวจ คือ ${day(since)}`,
  'mark.ofAnother': ({ item }: Values) => `ข้อ ${item} ผู้ตรวจคนอื่นให้คะแนนครบแล้ว ผู้ที่ให้คะแนนเท่านั้นที่แก้ได้`,
  'mark.settledAlready': ({ item }: Values) => `ข้อ ${item} หัวหน้าผู้ตรวจตัดสินแล้ว จึงแก้คะแนนเดิมไม่ได้`,
  'mark.bothAgreed': ({ item }: Values) =>
    `ข้อ ${item} ผู้ตรวจสองคนให้คะแนนตรงกันและเห็นคะแนนของกันแล้ว จึงแก้ได้เฉพาะคำอธิบาย ไม่ใช่คะแนน`,
  'mark.clarificationBegan': ({ item }: Values) =>
    `หน่วยงานเห็นคะแนนข้อ ${item} แล้วเพราะเปิดช่วงชี้แจง จึงแก้คะแนนเดิมไม่ได้ หากหน่วยงานชี้แจงจึงพิจารณาใหม่ได้`,
  'mark.ownDispute': ({ item }: Values) => `ท่านเป็นผู้ให้คะแนนข้อ ${item} เอง จึงตัดสินข้อนี้ไม่ได้ ต้องเป็นหัวหน้าผู้ตรวจคนอื่น`,
  'items.clarificationOpen': ({ agency, closes }: Values) =>
    `หน่วยงาน ${agency} ยังชี้แจงได้ถึง ${day(closes)} จึงยังยืนยันคะแนนไม่ได้`,
  'items.answersOpen': ({ agency, closes }: Values) =>
    `หน่วยงาน ${agency} ยังตอบและส่งข้อที่เหลือได้ถึง ${day(closes)} จึงยังยืนยันคะแนนไม่ได้`,
  'items.alreadyFinal': ({ agency }: Values) => `คะแนนทุกข้อของหน่วยงาน ${agency} ยืนยันแล้ว`,
  'items.unsettled': ({ agency, count }: Values) =>
    `หน่วยงาน ${agency} ยังมี ${count} ข้อที่คะแนนไม่เรียบร้อย จึงยังยืนยันไม่ได้`,
  'items.unsettledOne': ({ item, state }: Values) => `ข้อ ${item}: ${stateOf(state)}`,
  'items.scoresRecorded': ({ agency }: Values) =>
    `หน่วยงาน ${agency} ไม่ได้ทำรายการในระบบนี้ และมีคะแนนที่นำเข้าทั้งชุดอยู่แล้ว จึงไม่ต้องยืนยัน`,
  'finding.invalid': ({ most }: Values) => `โปรดเขียนข้อค้นพบ 1 ถึง ${most} ตัวอักษร และเลือกเหตุผล`,
  'finding.exists': () => 'มีข้อค้นพบถ้อยคำนี้อยู่แล้ว',
  'finding.unknown': () => 'ไม่พบข้อค้นพบนี้ หรือเลิกใช้ไปแล้ว',
}
