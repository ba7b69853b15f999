/** ถ้อยคำของการคิดคะแนน: เหตุที่คิดไม่ได้ วิธีคิด คำสั่ง score และ verify และปัญหาของแฟ้มคะแนน */
import type { Values } from '../text.ts'

export const scoring = {
  /** เหตุที่ตัวเลขหนึ่งยังคิดไม่ได้ ตามรหัสใน modules/scoring/score.ts */
  reasons: {
    noAnswers: ({ list }: Values) => `ยังไม่มีคำตอบของ ${list}`,
    noItems: ({ list }: Values) => `ยังไม่มีผลคะแนนรายข้อของ ${list}`,
    missingItems: ({ list }: Values) => `ยังไม่มีผลคะแนนของข้อ ${list}`,
    missingInput: ({ list }: Values) => `ยังขาด ${list}`,
    notKnownFromPublished: ({ list }: Values) => `คะแนนที่เผยแพร่ไม่ได้แยก ${list} ไว้`,
    ratingUndecided: ({ list }: Values) => `ตัดสินระดับผลไม่ได้ เพราะไม่ทราบคะแนนของ ${list}`,
  },
  /** วิธีคิดของตัวเลขหนึ่ง ตามชื่อใน modules/scoring/score.ts */
  rules: {
    meanOfAnswers: 'ค่าเฉลี่ยของผู้ตอบทุกคน',
    meanOfSubQuestions: 'ค่าเฉลี่ยของข้อย่อย',
    meanOfQuestions: 'ค่าเฉลี่ยของข้อคำถาม',
    meanOfParts: 'ค่าเฉลี่ยของแต่ละส่วน',
    itemScore: 'ผลคะแนนของข้อ',
    meanOfItems: 'ค่าเฉลี่ยของข้อ',
    meanOfSubIndicators: 'ค่าเฉลี่ยของตัวชี้วัดย่อย',
    points: 'ผลรวมตามคะแนนประจำข้อ',
    meanOfIndicators: 'ค่าเฉลี่ยของตัวชี้วัด',
    weightedMeanOfParts: 'ค่าเฉลี่ยถ่วงน้ำหนักของแต่ละส่วน',
    weightedTotal: 'ผลรวมถ่วงน้ำหนัก',
    published: 'คะแนนที่เผยแพร่',
    rating: 'เกณฑ์ระดับผลการประเมิน',
  },
  names: {
    total: 'คะแนนรวม',
    rating: 'ระดับผลการประเมิน',
    respondent: 'ผู้ตอบ',
    indicator: ({ number }: Values) => `ตัวชี้วัดที่ ${number}`,
    subIndicator: ({ number }: Values) => `ตัวชี้วัดย่อย ${number}`,
    questionOfPart: ({ question, part }: Values) => `${question} (${part})`,
  },
  /** เหตุผลของระดับผลในประโยคเดียว */
  why: {
    reached: ({ level, total, threshold }: Values) => `${level}: คะแนนรวม ${total} ถึงเกณฑ์ ${threshold}`,
    reachedWithParts: ({ level, total, threshold, parts }: Values) =>
      `${level}: คะแนนรวม ${total} ถึงเกณฑ์ ${threshold} และทุกส่วนได้ไม่ต่ำกว่า ${parts}`,
    heldBack: ({ level, total, better, parts, list }: Values) =>
      `${level}: คะแนนรวม ${total} ถึงเกณฑ์ของ ${better} แต่ ${list} ซึ่งต่ำกว่า ${parts}`,
    partBelow: ({ part, score }: Values) => `${part} ได้ ${score}`,
    heldBackSomewhere: ({ level, total, better, parts }: Values) =>
      `${level}: คะแนนรวม ${total} ถึงเกณฑ์ของ ${better} แต่มีบางส่วนต่ำกว่า ${parts}`,
  },
  command: {
    title: ({ year }: Values) => `คะแนน ITA ปีงบประมาณ พ.ศ. ${year}`,
    respondents: 'จำนวนผู้ตอบ',
    questions: ({ part }: Values) => `ข้อคำถาม ${part}`,
    indicators: 'ตัวชี้วัด',
    instruments: 'เครื่องมือ',
    measureLevels: 'ระดับมาตรการรายข้อ',
    rank: ({ place }: Values) => `อันดับ ${place}`,
    disagreements: 'ตัวเลขที่เผยแพร่ไม่ตรงกับที่คิดได้',
    disagreement: ({ name, published, computed }: Values) => `${name}: เผยแพร่ ${published} คิดได้ ${computed}`,
    unknown: 'ยังคิดไม่ได้',
    sheetWritten: ({ file }: Values) => `บันทึกใบคะแนนไว้ที่ ${file}`,
    matches: ({ total, hash }: Values) => `ใบคะแนนถูกต้อง คะแนนรวม ${total} แฮช ${hash}`,
    differs: ({ count }: Values) => `ใบคะแนนไม่ตรงกับที่คิดใหม่ ${count} แห่ง`,
    difference: ({ path, stated, recomputed }: Values) => `${path}: ในใบ ${stated} คิดใหม่ได้ ${recomputed}`,
    otherFramework: 'ใบนี้คิดด้วยเกณฑ์อีกฉบับหนึ่ง ไม่ใช่ฉบับที่โปรแกรมนี้มี',
    absent: 'ไม่มี',
  },
}

export const scoringProblems = {
  'csv.brokenQuotes': () => 'เครื่องหมายคำพูดไม่ครบคู่ จึงอ่านแฟ้มตั้งแต่บรรทัดนี้ไม่ได้',
  'csv.ragged': ({ expected, found }: Values) => `แถวนี้มี ${found} ช่อง แต่หัวตารางมี ${expected} ช่อง`,
  'csv.unknownColumn': ({ column, expected }: Values) => `ไม่รู้จักคอลัมน์ “${column}” ต้องเป็น ${expected}`,
  'csv.duplicateColumn': ({ column }: Values) => `คอลัมน์ ${column} ซ้ำ`,
  'csv.missingColumn': ({ column }: Values) => `ไม่มีคอลัมน์ ${column}`,
  'csv.emptyCell': ({ column }: Values) => `ช่อง ${column} ว่าง`,
  'csv.noQuestionColumn': ({ expected }: Values) => `ไม่มีคอลัมน์ข้อคำถามเลย ต้องมีอย่างน้อยหนึ่งใน ${expected}`,
  'csv.more': ({ count }: Values) => `และยังมีอีก ${count} แห่งที่ต้องแก้`,
  'csv.invalid': ({ file, count }: Values) => `แฟ้ม ${file} มี ${count} แห่งที่ต้องแก้`,
  'answers.mixedColumns': ({ question, columns }: Values) =>
    `มีทั้งคอลัมน์ ${question} และข้อย่อย ${columns} ให้ใช้อย่างใดอย่างหนึ่ง`,
  'answers.impossibleValue': ({ column, value, allowed }: Values) =>
    `ช่อง ${column} มีค่า “${value}” ซึ่งไม่ใช่คะแนนของตัวเลือก ใช้ได้เฉพาะ ${allowed}`,
  'items.unknown': ({ item, first, last }: Values) => `ไม่มีข้อ “${item}” ในปีนี้ ต้องเป็น ${first} ถึง ${last}`,
  'items.duplicate': ({ item, line }: Values) => `ข้อ ${item} ซ้ำกับบรรทัด ${line}`,
  'items.impossibleScore': ({ item, value }: Values) => `ข้อ ${item} มีคะแนน “${value}” ใช้ได้เฉพาะ 0 หรือ 100`,
  'published.unknownName': ({ name, expected }: Values) => `ไม่รู้จัก “${name}” ต้องเป็น ${expected}`,
  'published.duplicate': ({ name, line }: Values) => `${name} ซ้ำกับบรรทัด ${line}`,
  'published.impossibleScore': ({ name, value }: Values) =>
    `${name} มีคะแนน “${value}” ต้องเป็นตัวเลข 0 ถึง 100 ทศนิยมไม่เกินสองตำแหน่ง`,
  'score.noInput': ({ options }: Values) => `ต้องให้แฟ้มอย่างน้อยหนึ่งแฟ้มด้วย ${options}`,
  'score.noFramework': ({ year, years }: Values) => `ไม่มีเกณฑ์ของปีงบประมาณ ${year} มีเฉพาะปี ${years}`,
  'score.partNotInYear': ({ option, year, options }: Values) =>
    `ปีงบประมาณ ${year} ไม่มีส่วนของ ${option} ปีนี้ใช้ ${options}`,
  'score.pooledBesideParts': ({ pooled, parts }: Values) =>
    `ใช้ ${pooled} ร่วมกับ ${parts} ไม่ได้ ให้ใช้คำตอบรวมหรือแยกส่วนอย่างใดอย่างหนึ่ง`,
  'score.invalid': ({ count }: Values) => `แฟ้มที่ให้มามี ${count} แห่งที่ต้องแก้`,
  'score.unwritable': ({ file }: Values) => `เขียนแฟ้ม ${file} ไม่ได้ โปรดตรวจโฟลเดอร์และสิทธิ์เขียน`,
  'sheet.notJson': () => 'แฟ้มนี้ไม่ใช่ JSON จึงอ่านเป็นใบคะแนนไม่ได้',
  'sheet.invalid': ({ count }: Values) => `แฟ้มนี้ไม่มีรูปแบบของใบคะแนน พบ ${count} แห่ง`,
  'sheet.notSheet': () => 'แฟ้มนี้ไม่มีใบคะแนน',
  'sheet.unknownKey': ({ name }: Values) => `${name} ไม่ใช่ส่วนหนึ่งของใบคะแนน`,
}
