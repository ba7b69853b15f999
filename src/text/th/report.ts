/** ถ้อยคำของรายงานผล (PDF) แผนภาพ และคำสั่ง report */
import type { Values } from '../text.ts'
import { reasonKindNames } from './items.ts'

export const report = {
  charts: {
    trend: ({ list }: Values) => `แนวโน้มคะแนนรวม ${list}`,
    year: ({ year, score }: Values) => `ปี ${year} ได้ ${score}`,
    radar: ({ list }: Values) => `คะแนนรายตัวชี้วัด ${list}`,
    indicator: ({ number, name, score }: Values) => `ตัวชี้วัดที่ ${number} ${name} ${score}`,
    targetLine: ({ line }: Values) => `ค่าเป้าหมาย ${line}`,
    topLine: ({ line }: Values) => `ระดับสูงสุด ${line}`,
  },

  documentTitle: ({ agency, year }: Values) => `รายงานผลการประเมิน ITA ปีงบประมาณ พ.ศ. ${year} ${agency}`,
  title: 'รายงานผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ',
  year: ({ year }: Values) => `ประจำปีงบประมาณ พ.ศ. ${year}`,
  code: ({ code }: Values) => `รหัสหน่วยงาน ${code}`,
  province: ({ name }: Values) => `จังหวัด${name}`,
  imaginary: 'หน่วยงานสมมติ: ชื่อและคะแนนสร้างขึ้นเพื่อสาธิตระบบ ไม่ใช่ผลของหน่วยงานจริง',
  page: ({ page, pages }: Values) => `หน้า ${page} จาก ${pages}`,
  footer: ({ agency, year }: Values) => `${agency} · ผล ITA ปี ${year}`,
  frameworkHash: 'เกณฑ์',
  sheetHash: 'ใบคะแนน',
  absent: 'ไม่มีข้อมูล',

  summary: {
    total: 'คะแนนรวม',
    scale: 'จาก 100 คะแนน',
    totalUnknown: 'ไม่ทราบคะแนนรวม',
    rating: 'ระดับผลการประเมิน',
    ratingUnknown: 'ยังจัดระดับไม่ได้',
    decided: ({ rating, list, line }: Values) =>
      `จัดอยู่ในระดับ “${rating}” เนื่องจาก ${list} ต่ำกว่า ${line} ซึ่งเป็นเกณฑ์ของระดับที่สูงกว่า`,
    decider: ({ name, score }: Values) => `${name} ได้ ${score}`,
    theTotal: 'คะแนนรวม',
    and: ' และ ',
    described: ({ rating, description }: Values) => `จัดอยู่ในระดับ “${rating}”: ${description}`,
    rated: ({ rating }: Values) => `จัดอยู่ในระดับ “${rating}”`,
    derivedRating: 'คำนวณจากคะแนนรวมที่เผยแพร่ แหล่งข้อมูลไม่ได้พิมพ์ระดับไว้',
    undecided: 'ยังไม่ทราบคะแนนครบทุกส่วนที่ใช้จัดระดับ จึงยังไม่สรุประดับผลการประเมิน',
    change: 'เทียบกับปีก่อน',
    changeFrom: ({ year, score }: Values) => `จาก ${score} ในปี ${year}`,
    sameRating: 'ระดับผลคงเดิม',
    betterRating: ({ steps }: Values) => `ระดับผลสูงขึ้น ${steps} ระดับ`,
    worseRating: ({ steps }: Values) => `ระดับผลลดลง ${steps} ระดับ`,
    rank: ({ place }: Values) => `อันดับ ${place}`,
    rankOf: ({ of }: Values) => `จาก ${of} หน่วยงาน`,
    rankOfImaginary: ({ of }: Values) => `จาก ${of} หน่วยงานสมมติ`,
    rankPublished: ({ of }: Values) => `จาก ${of} หน่วยงาน ตามที่ประกาศ`,
    rankScopes: {
      nation: 'ทั้งประเทศ',
      type: 'กลุ่มประเภทเดียวกัน',
      ministry: 'ในกระทรวงเดียวกัน',
      province: 'ในจังหวัดเดียวกัน',
    },
  },

  instruments: {
    heading: 'ผลตามแบบวัด',
    name: 'แบบวัด',
    weight: 'น้ำหนัก',
    score: 'คะแนน',
    before: ({ year }: Values) => `ปี ${year}`,
    change: 'ผลต่าง',
    respondents: 'ผู้ตอบ',
    standing: ({ target }: Values) => `เป้าหมาย ${target}`,
    percent: ({ value }: Values) => `${value}%`,
    lines: ({ target }: Values) => `ขีดในแถบ คือ ค่าเป้าหมาย ${target} คะแนน และเกณฑ์ระดับสูงสุด 95 คะแนน`,
  },

  indicators: {
    heading: 'ผลรายตัวชี้วัดเรียงตามคะแนน',
    headingUnranked: 'ผลรายตัวชี้วัด',
    rank: 'อันดับ',
    name: 'ตัวชี้วัด',
    numbered: ({ number, name }: Values) => `${number} ${name}`,
    instrument: 'แบบวัด',
    level: 'ระดับมาตรการ',
  },

  trend: {
    heading: 'แนวโน้มคะแนนรวม',
    year: 'ปี',
    change: 'ผลต่าง',
    rating: 'ระดับ',
    derived: ({ rating }: Values) => `${rating} (คำนวณ)`,
    single: 'มีผลเพียงปีเดียว จึงยังไม่มีแนวโน้มให้เปรียบเทียบ',
  },

  levels: { maintain: 'รักษาระดับ', improve: 'ยกระดับ', urgent: 'แก้ไขเร่งด่วน' },
  standings: { passed: 'ผ่าน', partBelow: 'บางส่วนต่ำกว่า', below: 'ต่ำกว่า', notKnown: 'ไม่ทราบ' },

  recommendations: {
    heading: 'ข้อเสนอแนะ',
    total: {
      passed: ({ score, target }: Values) => `คะแนนรวม ${score} ผ่านค่าเป้าหมาย ${target} คะแนน`,
      below: ({ score, target }: Values) => `คะแนนรวม ${score} ต่ำกว่าค่าเป้าหมาย ${target} คะแนน`,
      notKnown: ({ target }: Values) => `ไม่ทราบคะแนนรวม จึงไม่สรุปว่าผ่านค่าเป้าหมาย ${target} คะแนนหรือไม่`,
    },
    instruments: {
      passed: ({ list }: Values) => `แบบวัดที่ผ่านค่าเป้าหมาย คือ ${list}`,
      partBelow: ({ list }: Values) => `แบบวัดที่มีบางส่วนต่ำกว่าค่าเป้าหมาย คือ ${list}`,
      below: ({ list }: Values) => `แบบวัดที่ต่ำกว่าค่าเป้าหมาย คือ ${list}`,
      notKnown: ({ list }: Values) => `ไม่ทราบคะแนนของแบบวัด ${list} จึงไม่มีข้อเสนอแนะต่อแบบวัดนั้น`,
    },
    instrument: ({ id, name }: Values) => `${id} ${name}`,
    belowParts: ({ list, target }: Values) => `ทั้งนี้ ${list} ต่ำกว่าค่าเป้าหมาย ${target} จึงควรดำเนินการดังนี้`,
    extremes: ({ highest, highestScore, lowest, lowestScore }: Values) =>
      `ตัวชี้วัดที่ได้คะแนนสูงสุดคือ ${highest} (${highestScore}) ควรรักษามาตรฐานไว้ ต่ำสุดคือ ${lowest} (${lowestScore}) ควรพัฒนาก่อน`,
    extremesBelow: ({ highest, highestScore, lowest, lowestScore }: Values) =>
      `ตัวชี้วัดที่ได้คะแนนสูงสุดคือ ${highest} (${highestScore}) ต่ำสุดคือ ${lowest} (${lowestScore}) ควรพัฒนาก่อน`,
    indicator: ({ number, name }: Values) => `ตัวชี้วัดที่ ${number} ${name}`,
    questions: 'ข้อคำถามที่ควรปรับปรุง เรียงจากคะแนนต่ำสุด',
    question: ({ id }: Values) => `ข้อ ${id}`,
    findingAndAdvice: ({ finding, advice }: Values) => `${finding} จึงควร${advice}`,
    partShort: ({ number }: Values) => `ส่วนที่ ${number}`,
    pooled: 'รวมทุกส่วน',
    references: ({ list }: Values) => `อ้างอิง: ${list}`,
    reference: ({ code, title }: Values) => `${code} ${title}`,
    lostItems: ({ count, of }: Values) => `ข้อที่ไม่ได้คะแนน ${count} ข้อ จาก ${of} ข้อ`,
    lostItemsAdvice: 'ควรทบทวนสาเหตุและเผยแพร่ข้อมูลให้ครบองค์ประกอบตามหลักเกณฑ์ของข้อนั้น',
    lostItem: ({ subIndicator, title }: Values) => `${title} (ตัวชี้วัดย่อย ${subIndicator})`,
    noLostItems: ({ of }: Values) => `ได้คะแนนครบทั้ง ${of} ข้อ`,
  },

  clarification: {
    heading: 'ผลการตรวจและการชี้แจงข้อที่ได้ 0 คะแนน',
    intro: 'ข้อ OIT ที่ผู้ตรวจประเมินให้ 0 คะแนน พร้อมคำชี้แจงของหน่วยงานและผลการพิจารณาครั้งที่สอง (ถ้ามี)',
    reasons: reasonKindNames,
    firstRemark: 'ข้อสังเกตครั้งแรก',
    explanation: 'คำชี้แจงของหน่วยงาน',
    secondRemark: 'ข้อสังเกตหลังชี้แจง',
    noRemark: 'ไม่มีข้อสังเกตเพิ่มเติม',
    score: ({ score }: Values) => `คะแนนที่ยืนยัน ${score}`,
  },

  questions: {
    heading: 'คะแนนรายข้อคำถาม',
    id: 'ข้อ',
    text: 'คำถาม',
    score: 'คะแนน',
    level: 'ระดับมาตรการ',
    indicator: ({ number, name }: Values) => `ตัวชี้วัดที่ ${number} ${name}`,
  },

  notes: {
    heading: 'หมายเหตุ',
    computed: 'คะแนนในรายงานนี้คำนวณจากคำตอบและผลการตรวจข้อมูลในระบบ ตามเกณฑ์ของปีนั้น และตรวจสอบย้อนกลับได้จากใบคะแนน',
    computedWithheld: 'คะแนนในรายงานนี้คำนวณจากคำตอบและผลการตรวจข้อมูลในระบบ ตามเกณฑ์ของปีนั้น',
    imported: ({ source }: Values) => `คะแนนในรายงานนี้นำเข้าตามที่เผยแพร่ แหล่งที่มา: ${source}`,
    compared: ({ source }: Values) => `เทียบกับผลที่เผยแพร่แล้ว ตรงกันทุกตัวเลขที่เทียบได้ แหล่งที่มา: ${source}`,
    disagreement: ({ name, published, computed }: Values) =>
      `${name}: ที่เผยแพร่ ${published} ที่คำนวณได้ ${computed} (แสดงไว้ทั้งสองค่า ไม่ได้แก้ตัวเลขใด)`,
    derived: ({ list }: Values) => `แหล่งข้อมูลไม่ได้พิมพ์ไว้ คำนวณจากตัวเลขที่เผยแพร่: ${list}`,
    standings: 'แหล่งข้อมูลบอกเพียงว่าแบบวัดถึงค่าเป้าหมายหรือไม่ ไม่ได้เผยแพร่คะแนน',
    withheld: 'ไม่เปิดเผยคะแนนบางส่วน เพราะมีแบบวัดที่ผู้ตอบน้อยกว่า 5 คน รวมทั้งตัวเลขที่ใช้หักลบย้อนหาคะแนนนั้นได้',
    underMinimum: ({ name, count, minimum }: Values) =>
      `${name}: มีผู้ตอบ ${count} คนเมื่อปิดรับคำตอบ ต่ำกว่าเกณฑ์ขั้นต่ำ ${minimum} คน`,
    underMinimumOnly: ({ name }: Values) => `${name}: จำนวนผู้ตอบเมื่อปิดรับคำตอบต่ำกว่าเกณฑ์ขั้นต่ำ`,
    bands: ({ list }: Values) => `ระดับมาตรการ: ${list}`,
    band: ({ name, line }: Values) => `${name} ตั้งแต่ ${line} คะแนน`,
    lastBand: ({ name }: Values) => `${name} ต่ำกว่านั้น`,
    ownAdvice: '† ข้อเสนอแนะที่เรียบเรียงจากเนื้อหาของคำถาม ยังไม่พบข้อเสนอแนะของผู้ประเมินต่อคำถามนี้',
    ownWording: '‡ ถ้อยคำของคำถามยังไม่ได้ยืนยันกับต้นฉบับของปีนั้น',
    fact: ({ name, confidence, note }: Values) => `${name} (${confidence}): ${note}`,
    factOnly: ({ name, confidence }: Values) => `${name}: ${confidence}`,
    confidences: { inferred: 'อนุมานจากข้อมูลที่มี', unverified: 'ยังไม่ยืนยัน' },
    conflict: 'แหล่งข้อมูลขัดแย้งกัน',
    facts: {
      rounding: 'วิธีปัดเศษ',
      rating: 'เกณฑ์ระดับผล',
      level: ({ name }: Values) => `เกณฑ์ระดับ “${name}”`,
      part: ({ name }: Values) => `น้ำหนักของ ${name}`,
      indicator: ({ number, name }: Values) => `ตัวชี้วัดที่ ${number} ${name}`,
      bands: 'เกณฑ์ระดับมาตรการ',
    },
    notKnown: {
      total: 'ไม่ทราบคะแนนรวมของปีนี้',
      instruments: 'ไม่ทราบคะแนนรายแบบวัด จึงไม่สรุปว่าแบบวัดใดผ่านค่าเป้าหมาย',
      indicators: 'ไม่ทราบคะแนนรายตัวชี้วัด จึงไม่เปรียบเทียบระหว่างตัวชี้วัด',
      questions: 'ไม่ทราบคะแนนรายข้อคำถามของ IIT และ EIT จึงไม่มีข้อค้นพบรายข้อ',
      items: 'ไม่ทราบคะแนนรายข้อของ OIT จึงไม่ระบุข้อที่ไม่ได้คะแนน',
    },
  },

  command: {
    written: ({ file }: Values) => `บันทึกรายงานไว้ที่ ${file}`,
  },
}

export const reportProblems = {
  'report.notWritable': ({ file }: Values) =>
    `บันทึกรายงานที่ ${file} ไม่ได้ โปรดตรวจว่ามีโฟลเดอร์นี้ มีสิทธิ์เขียน และมีพื้นที่เหลือ`,
  'report.noFramework': ({ year }: Values) => `ไม่มีเกณฑ์การประเมินของปี ${year} จึงทำรายงานของปีนี้ไม่ได้`,
}
