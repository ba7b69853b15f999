/** ปัญหาในแฟ้มกรอบการประเมินของแต่ละปี: ผิดที่ใด และต้องแก้เป็นอะไร */
import type { Values } from '../text.ts'

const kinds: Readonly<Record<string, string>> = {
  string: 'ข้อความ',
  number: 'ตัวเลข',
  int: 'จำนวนเต็ม',
  array: 'รายการ (ขึ้นต้นแต่ละข้อด้วย -)',
  object: 'กลุ่มของค่า (ชื่อ: ค่า)',
}

const kind = (name: string | number | undefined) => kinds[String(name)] ?? String(name)

const fileProblems = {
  'framework.invalid': () => 'กรอบการประเมินยังใช้ไม่ได้ โปรดแก้ทุกจุดที่แจ้ง แล้วตรวจอีกครั้ง',
  'framework.versionNotFound': ({ hash }: Values) => `ไม่พบกรอบการประเมินรุ่น ${hash}`,
  'framework.folderMissing': ({ folder }: Values) => `เปิดโฟลเดอร์ ${folder} ไม่ได้ โปรดตรวจชื่อและสิทธิ์อ่าน`,
  'framework.notFolder': ({ folder }: Values) =>
    `${folder} ไม่ใช่โฟลเดอร์ โปรดระบุโฟลเดอร์ของปี เช่น frameworks/2568`,
  'framework.noYearFolder': ({ folder }: Values) => `ใน ${folder} ไม่มีโฟลเดอร์ของปีใด เช่น 2568`,
  'framework.fileMissing': ({ file }: Values) => `ไม่มีแฟ้ม ${file} โปรดสร้างแฟ้มนี้ในโฟลเดอร์ของปี`,
  'framework.fileUnreadable': ({ file }: Values) => `อ่านแฟ้ม ${file} ไม่ได้ โปรดตรวจว่าเป็นแฟ้มและมีสิทธิ์อ่าน`,
  'framework.fileTooLarge': ({ file, bytes }: Values) =>
    `แฟ้ม ${file} ใหญ่เกินไป (${bytes} ไบต์) ต้องไม่เกิน 2,000,000 ไบต์`,
  'framework.unknownFile': ({ file, allowed }: Values) =>
    `ไม่รู้จักแฟ้ม ${file} โปรดเปลี่ยนชื่อเป็นแฟ้มใดแฟ้มหนึ่งต่อไปนี้หรือย้ายออก: ${allowed}`,
  'framework.notUtf8': ({ file }: Values) => `แฟ้ม ${file} ไม่ได้เข้ารหัสแบบ UTF-8 โปรดบันทึกใหม่เป็น UTF-8`,
  'framework.notMap': ({ file, keys }: Values) => `แฟ้ม ${file} ต้องเป็นกลุ่มของค่า (ชื่อ: ค่า) ที่มี ${keys}`,
  'framework.tooDeep': ({ file }: Values) => `แฟ้ม ${file} ซ้อนลึกเกินกว่าจะอ่านได้ โปรดลดชั้นของวงเล็บหรือย่อหน้า`,
  'framework.aliases': ({ file, limit }: Values) =>
    `แฟ้ม ${file} อ้าง *ชื่อ ซ้ำรวมเกิน ${limit} ครั้ง โปรดเขียนค่าแทนการอ้าง`,
  'framework.duplicateKey': ({ key }: Values) => `มี “${key}” ซ้ำในกลุ่มเดียวกัน โปรดเหลือไว้แห่งเดียว`,
  'framework.keyInTwoFiles': ({ key, file }: Values) => `“${key}” มีในแฟ้ม ${file} แล้ว โปรดเหลือไว้แฟ้มเดียว`,
  'framework.tabIndent': () => 'ย่อหน้าด้วยแท็บไม่ได้ โปรดใช้ช่องว่าง',
  'framework.badIndent': ({ detail }: Values) =>
    `ย่อหน้าไม่ตรงกับบรรทัดก่อนหน้า หรือลืมปิดวงเล็บ (ตัวอ่าน YAML แจ้งว่า ${detail})`,
  'framework.missingCharacter': ({ column, detail }: Values) =>
    `คอลัมน์ ${column} ขาดเครื่องหมาย โปรดตรวจเครื่องหมายคำพูด วงเล็บ และ : (ตัวอ่าน YAML แจ้งว่า ${detail})`,
  'framework.badAlias': ({ alias }: Values) =>
    `อ้าง *${alias} แต่ไม่มี &${alias} อยู่ก่อนหน้าในแฟ้มนี้ โปรดแก้ชื่อหรือเขียนค่าแทน`,
  'framework.severalDocuments': () => 'แฟ้มหนึ่งมีเอกสารได้ชุดเดียว โปรดลบเส้นคั่น ---',
  'framework.syntax': ({ column, detail }: Values) =>
    `เขียน YAML ไม่ถูกต้องที่คอลัมน์ ${column} (ตัวอ่าน YAML แจ้งว่า ${detail})`,
}

const formProblems = {
  'framework.missingKey': ({ place }: Values) => `ขาด ${place} โปรดเพิ่ม`,
  'framework.unknownKey': ({ place, key }: Values) => `ไม่รู้จัก “${key}” ใน ${place || 'แฟ้มนี้'} โปรดแก้ชื่อหรือลบออก`,
  'framework.needsQuotes': ({ place, found }: Values) =>
    `${place} ต้องเป็นข้อความ โปรดใส่เครื่องหมายคำพูดเป็น '${found}'`,
  'framework.wrongType': ({ place, expected, found }: Values) =>
    `${place} ต้องเป็น${kind(expected)} แต่พบ ${found || 'ค่าว่าง'}`,
  'framework.notOneOf': ({ place, found, allowed }: Values) =>
    `${place} เป็น “${found}” ไม่ได้ ต้องเป็นค่าใดค่าหนึ่งต่อไปนี้: ${allowed}`,
  'framework.unknownKind': ({ place, allowed }: Values) =>
    `${place} ไม่ตรงแบบใดที่รู้จัก โปรดใช้ kind ค่าใดค่าหนึ่งต่อไปนี้: ${allowed}`,
  'framework.format.decimalText': ({ place, found }: Values) =>
    `${place} ต้องเป็นจำนวนไม่ติดลบในเครื่องหมายคำพูด เช่น '15' หรือ '12.5' แต่พบ “${found}”`,
  'framework.format.isoDate': ({ place, found }: Values) =>
    `${place} ต้องเป็นวันที่แบบ ค.ศ.-เดือน-วัน เช่น '2025-08-15' แต่พบ “${found}”`,
  'framework.format.questionId': ({ place, found }: Values) =>
    `${place} ต้องเป็นรหัสคำถาม เช่น i1 หรือ e1 แต่พบ “${found}”`,
  'framework.format.kebab': ({ place, found }: Values) =>
    `${place} ใช้ได้เฉพาะ a-z 0-9 และ - เช่น annual-plan แต่พบ “${found}”`,
  'framework.format.itemCode': ({ place, found }: Values) =>
    `${place} ต้องเป็นตัวอักษร o ตามด้วยเลขอารบิก เช่น o12 แต่พบ “${found}”`,
  'framework.listLength': ({ place, limit, found }: Values) =>
    `${place} ต้องมี ${limit} รายการพอดี แต่พบ ${found} รายการ`,
  'framework.listTooShort': ({ place, limit, found }: Values) =>
    `${place} ต้องมีอย่างน้อย ${limit} รายการ แต่พบ ${found} รายการ`,
  'framework.emptyText': ({ place }: Values) => `${place} ว่างอยู่ โปรดใส่ข้อความ`,
  'framework.tooSmall': ({ place, limit, found }: Values) => `${place} ต้องไม่น้อยกว่า ${limit} แต่พบ ${found}`,
  'framework.tooLarge': ({ place, limit, found }: Values) => `${place} ต้องไม่เกิน ${limit} แต่พบ ${found}`,
  'framework.badValue': ({ place, found }: Values) => `${place} เป็น “${found}” ไม่ได้ โปรดแก้ตามแบบของปีอื่น`,
}

const indicatorProblems = {
  'framework.weightsNotHundred': ({ sum, weights }: Values) =>
    `น้ำหนักของทุกส่วนรวมกันได้ ${weights} = ${sum} ต้องเป็น 100`,
  'framework.duplicateInstrument': ({ instrument }: Values) =>
    `มีแบบวัด ${instrument} ซ้ำ ต้องมี iit, eit และ oit อย่างละหนึ่ง`,
  'framework.duplicatePart': ({ part }: Values) => `รหัสส่วน “${part}” ซ้ำ แต่ละส่วนต้องมีรหัสของตนเอง`,
  'framework.instrumentKind': ({ instrument, found, expected }: Values) =>
    `แบบวัด ${instrument} เป็นชนิด ${found} ไม่ได้ ต้องเป็น ${expected}`,
  'framework.duplicateIndicator': ({ indicator, missing }: Values) =>
    `มีตัวชี้วัดที่ ${indicator} ซ้ำ ต้องมี 1 ถึง 10 อย่างละหนึ่ง (ยังขาด ${missing})`,
  'framework.unknownInstrument': ({ indicator, instrument }: Values) =>
    `ตัวชี้วัดที่ ${indicator} อยู่ในแบบวัด “${instrument}” ซึ่งไม่มีในปีนี้`,
  'framework.aggregateDoesNotFit': ({ indicator, instrument, found, expected }: Values) =>
    `ตัวชี้วัดที่ ${indicator} ของ ${instrument} คำนวณแบบ ${found} ไม่ได้ ต้องเป็น ${expected}`,
  'framework.subIndicatorsMissing': ({ indicator }: Values) =>
    `ตัวชี้วัดที่ ${indicator} ต้องมี subIndicators อย่างน้อยหนึ่งตัวชี้วัดย่อย`,
  'framework.subIndicatorsNotAllowed': ({ indicator, instrument }: Values) =>
    `ตัวชี้วัดที่ ${indicator} ของ ${instrument} มีตัวชี้วัดย่อยไม่ได้ โปรดลบ subIndicators`,
  'framework.duplicateSubIndicator': ({ subIndicator }: Values) =>
    `มีตัวชี้วัดย่อย ${subIndicator} ซ้ำ โปรดเหลือไว้แห่งเดียวหรือแก้เลข`,
  'framework.subIndicatorId': ({ subIndicator, indicator }: Values) =>
    `ตัวชี้วัดย่อย “${subIndicator}” อยู่ในตัวชี้วัดที่ ${indicator} จึงต้องมีรหัสแบบ '${indicator}.1'`,
}

const questionProblems = {
  'framework.duplicateQuestion': ({ question }: Values) => `มีคำถาม ${question} ซ้ำ แต่ละคำถามต้องมีรหัสของตนเอง`,
  'framework.questionOrder': ({ question, expected }: Values) =>
    `ลำดับคำถามไม่ต่อเนื่อง: ตรงนี้ควรเป็น ${expected} แต่พบ ${question}`,
  'framework.questionIndicator': ({ question, indicator, expected, allowed }: Values) =>
    `คำถาม ${question} อยู่ในตัวชี้วัดที่ ${indicator} ไม่ได้ ต้องเป็นตัวชี้วัดของ ${expected} คือ ${allowed}`,
  'framework.indicatorWithoutQuestion': ({ indicator }: Values) =>
    `ตัวชี้วัดที่ ${indicator} ยังไม่มีคำถาม ต้องมีอย่างน้อยหนึ่งข้อ`,
  'framework.subQuestionId': ({ found, expected }: Values) => `คำถามย่อย “${found}” ต้องมีรหัส ${expected}`,
  'framework.duplicateOptionSet': ({ optionSet }: Values) => `มีชุดตัวเลือก “${optionSet}” ซ้ำ โปรดเปลี่ยนรหัส`,
  'framework.unknownOptionSet': ({ question, optionSet }: Values) =>
    `คำถาม ${question} ใช้ชุดตัวเลือก “${optionSet}” ซึ่งไม่มีใน optionSets`,
  'framework.unusedOptionSet': ({ optionSet }: Values) =>
    `ไม่มีคำถามใดใช้ชุดตัวเลือก “${optionSet}” โปรดลบหรือแก้รหัสให้ตรงกัน`,
  'framework.scoresNotMonotone': ({ optionSet, scores }: Values) =>
    `คะแนนของชุดตัวเลือก “${optionSet}” (${scores}) ต้องเพิ่มขึ้นตลอดหรือลดลงตลอดโดยไม่ซ้ำ`,
  'framework.scoresNotFullRange': ({ optionSet, scores }: Values) =>
    `คะแนนของชุดตัวเลือก “${optionSet}” (${scores}) ต้องต่ำสุด 0 และสูงสุด 100`,
  'framework.optionCount': ({ question, kind: answers, optionSet, found, expected, year }: Values) =>
    `คำถาม ${question} ชนิด ${answers} ของปี ${year} ต้องมีตัวเลือก ${expected} ตัว แต่ชุด “${optionSet}” มี ${found} ตัว`,
  'framework.polarityDirection': ({ question, polarity, optionSet, scores }: Values) =>
    `คำถาม ${question} เป็น ${polarity} แต่คะแนนของชุด “${optionSet}” (${scores}) เรียงสวนทาง โปรดแก้ polarity หรือเลือกชุดอื่น`,
}

const itemProblems = {
  'framework.duplicateItemCode': ({ item }: Values) => `มีเลขข้อ ${item} ซ้ำ แต่ละข้อต้องมีเลขของตนเอง`,
  'framework.itemOrder': ({ item, expected }: Values) => `เลขข้อไม่ต่อเนื่อง: ตรงนี้ควรเป็น ${expected} แต่พบ ${item}`,
  'framework.duplicateItemId': ({ item, id }: Values) => `ข้อ ${item} ใช้ id “${id}” ซ้ำกับข้ออื่น โปรดเปลี่ยน`,
  'framework.unknownSubIndicator': ({ item, subIndicator, allowed }: Values) =>
    `ข้อ ${item} อยู่ในตัวชี้วัดย่อย “${subIndicator}” ซึ่งไม่มี ต้องเป็นค่าใดค่าหนึ่งต่อไปนี้: ${allowed}`,
  'framework.subIndicatorWithoutItem': ({ subIndicator }: Values) =>
    `ตัวชี้วัดย่อย ${subIndicator} ยังไม่มีข้อใด โปรดเพิ่มข้อหรือลบตัวชี้วัดย่อยนี้`,
  'framework.pointsMissing': ({ item, indicator }: Values) =>
    `ข้อ ${item} ต้องมี points เพราะตัวชี้วัดที่ ${indicator} คิดตามคะแนนของข้อ`,
  'framework.pointsNotAllowed': ({ item, indicator, aggregate }: Values) =>
    `ข้อ ${item} มี points ไม่ได้ เพราะตัวชี้วัดที่ ${indicator} คำนวณแบบ ${aggregate} โปรดลบ points`,
  'framework.pointsNotHundred': ({ indicator, sum, points }: Values) =>
    `points ของตัวชี้วัดที่ ${indicator} รวมกันได้ ${points} = ${sum} ต้องเป็น 100`,
  'framework.placeholder': ({ item, found }: Values) =>
    `ชื่อข้อ ${item} มี “${found}” ซึ่งไม่รู้จัก ใช้ได้เฉพาะ {fy} และ {fy-1}`,
  'framework.searchedWord': ({ item, found }: Values) =>
    `คำที่ใช้ค้นของข้อ ${item} คือ “${found}” ไม่มีตัวอักษร จึงค้นไม่ได้ โปรดใส่คำที่ควรพบในเอกสาร`,
  'framework.duplicateCheck': ({ item, check }: Values) =>
    `องค์ประกอบหนึ่งของข้อ ${item} มีวิธีตรวจ ${check} ซ้ำ โปรดรวมเป็นรายการเดียว`,
}

const referenceProblems = {
  'framework.unknownReference': ({ question, reference }: Values) =>
    `คำถาม ${question} อ้างถึง “${reference}” ซึ่งไม่มีทั้งในเลขข้อ OIT และตัวชี้วัดย่อยของปีนี้`,
  'framework.unknownRecommendedQuestion': ({ question }: Values) =>
    `มีข้อเสนอแนะของคำถาม “${question}” ซึ่งไม่มีในปีนี้ โปรดแก้รหัสหรือลบ`,
  'framework.recommendedIndicator': ({ indicator, instrument, allowed }: Values) =>
    `ข้อเสนอแนะของ ${instrument} กล่าวถึงตัวชี้วัดที่ ${indicator} ซึ่งไม่อยู่ในแบบวัดนี้ ต้องเป็น ${allowed}`,
  'framework.duplicateRecommendation': ({ about }: Values) =>
    `มีข้อเสนอแนะของ ${about} ซ้ำ โปรดรวมเป็นรายการเดียว`,
  'framework.aboveHundred': ({ found }: Values) => `คะแนน ${found} เกิน 100 โปรดแก้`,
}

const ratingProblems = {
  'framework.duplicateLevel': ({ level }: Values) => `มีระดับ “${level}” ซ้ำ โปรดเปลี่ยนรหัส`,
  'framework.levelOrder': ({ level, total, better, betterTotal }: Values) =>
    `ระดับ “${level}” เริ่มที่ ${total} ต้องต่ำกว่าระดับ “${better}” (${betterTotal}) หรือเท่ากันได้เมื่อ “${better}” มี everyPartAtLeast`,
  'framework.lastLevelCondition': ({ level }: Values) =>
    `ระดับสุดท้าย “${level}” ต้องรับทุกคะแนนที่เหลือ โปรดลบ everyPartAtLeast`,
  'framework.lastLevelNotZero': ({ level, found }: Values) =>
    `ระดับสุดท้าย “${level}” ต้องมี totalAtLeast เป็น '0' แต่พบ ${found}`,
  'framework.levelStep': ({ level, step, better, betterStep }: Values) =>
    `ระดับ “${level}” มี step ${step} ต้องไม่น้อยกว่า step ${betterStep} ของระดับ “${better}” ที่ดีกว่า`,
  'framework.bandOrder': ({ found, expected }: Values) =>
    `ระดับมาตรการตรงนี้ต้องเป็น ${expected} แต่พบ ${found} (ลำดับคือ maintain, improve, urgent)`,
  'framework.lastBandNotZero': ({ band, found }: Values) =>
    `ระดับมาตรการ ${band} ต้องมี atLeast เป็น '0' แต่พบ ${found}`,
  'framework.bandThreshold': ({ band, found, better, betterAtLeast }: Values) =>
    `ระดับมาตรการ ${band} เริ่มที่ ${found} ต้องต่ำกว่า ${better} (${betterAtLeast})`,
}

const scheduleProblems = {
  'framework.yearNotFolder': ({ year, folder }: Values) =>
    `fiscalYear เป็น ${year} แต่โฟลเดอร์ชื่อ “${folder}” โปรดแก้ให้ตรงกัน`,
  'framework.duplicatePhase': ({ phase }: Values) => `มีขั้นตอน “${phase}” ซ้ำ โปรดรวมเป็นรายการเดียว`,
  'framework.noSuchDate': ({ phase, found }: Values) => `ขั้นตอน “${phase}” มีวันที่ ${found} ซึ่งไม่มีในปฏิทิน`,
  'framework.phaseCloses': ({ phase, opensOn, closesOn }: Values) =>
    `ขั้นตอน “${phase}” ปิด ${closesOn} ก่อนเปิด ${opensOn} โปรดแก้วันใดวันหนึ่ง`,
  'framework.unknownSamplingPart': ({ part, allowed }: Values) =>
    `เกณฑ์กลุ่มตัวอย่างของ “${part}” ไม่ตรงกับส่วนใดของแบบสำรวจ ต้องเป็น ${allowed}`,
  'framework.duplicateSampling': ({ part }: Values) => `มีเกณฑ์กลุ่มตัวอย่างของ “${part}” ซ้ำ โปรดรวมเป็นรายการเดียว`,
}

export const frameworkProblems = {
  ...fileProblems,
  ...formProblems,
  ...indicatorProblems,
  ...questionProblems,
  ...itemProblems,
  ...referenceProblems,
  ...ratingProblems,
  ...scheduleProblems,
}
