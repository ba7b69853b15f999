/** งานแบบวัดในพื้นที่ทำงาน: การติดตาม ลิงก์ จำนวนขั้นต่ำ การปิดรับ การส่งออก จดหมายเตือน และสัญญาณความน่าเชื่อถือ */
import { writeDay } from '../days.ts'
import type { Values } from '../text.ts'

const day = (iso: string) => writeDay(iso, 'th')
const thaiNumber = new Intl.NumberFormat('th-TH')
const many = (count: number) => thaiNumber.format(count)
const decimals = new Intl.NumberFormat('th-TH', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const points = (value: number) => decimals.format(value)
const percents = new Intl.NumberFormat('th-TH', { maximumFractionDigits: 1 })
const percent = (share: number) => `ร้อยละ ${percents.format(share * 100)}`
/** 10 ยกกำลัง: เช่น -8.3 เป็น “1 ใน 10^8” */
const oneIn = (log10: number) =>
  log10 > -1 ? 'เกิดขึ้นได้ตามปกติ' : `ราว 1 ใน 10 ยกกำลัง ${many(Math.floor(-log10))}`

interface Behind {
  readonly part: string
  readonly count: number
  readonly expected: number
  readonly minimum: number
}

interface LetterFacts {
  readonly name: string
  readonly agency: string
  readonly year: number
  readonly parts: readonly Behind[]
  /** วันสุดท้าย เช่น 2026-01-29 */
  readonly closesOn: string
  readonly page: string
}

type Evidence = Readonly<Record<string, number>>
const of = (evidence: Evidence, name: string) => evidence[name] ?? 0

const partNames: Readonly<Record<string, string>> = {
  iit: 'IIT',
  eit: 'EIT',
  eitPublic: 'EIT ส่วนที่ 1',
  eitSurvey: 'EIT ส่วนที่ 2',
}

export const surveysWork = {
  /** ชื่อสั้นสำหรับหัวตาราง */
  partName: (part: string) => partNames[part] ?? part,
  title: 'แบบวัด IIT และ EIT',
  titleOf: (agency: string, year: number) => `แบบวัดของ${agency} ปี ${year}`,
  yearOf: (year: number) => `ปีงบประมาณ พ.ศ. ${year}`,
  year: 'ปีงบประมาณ',
  years: 'รอบการประเมิน',
  noRound: 'ยังไม่มีรอบการประเมิน เมื่อผู้ดูแลระบบเปิดรอบแล้ว จำนวนผู้ตอบของแต่ละหน่วยงานจะอยู่ที่หน้านี้',
  notEnrolled: 'หน่วยงานของท่านยังไม่อยู่ในรอบการประเมินใด โปรดติดต่อผู้ดูแลรอบการประเมิน',
  collecting: (opens: string | null, closes: string | null) =>
    opens === null && closes === null
      ? 'ยังไม่กำหนดวันเก็บแบบวัด จึงยังบอกไม่ได้ว่าเร็วหรือช้า'
      : `เก็บแบบวัด ${opens ? day(opens) : '…'} – ${closes ? `${day(closes)} เวลา 24.00 น.` : '…'}`,
  filters: 'กรองหน่วยงาน',
  search: 'ค้นชื่อหรือรหัส',
  state: 'สถานะ',
  anyState: 'ทุกสถานะ',
  states: {
    below: 'ช้ากว่าที่ควร',
    reached: 'ครบขั้นต่ำแล้ว',
    closed: 'ปิดรับแล้ว',
  },
  show: 'แสดง',
  clear: 'ล้างตัวกรอง',
  none: 'ไม่มีหน่วยงานที่ตรงกับที่ขอ ลองล้างตัวกรอง หรือเพิ่มหน่วยงานในรอบก่อน',
  count: (count: number) => `${many(count)} หน่วยงาน ตัวเลขคือจำนวนผู้ตอบ / ขั้นต่ำ`,
  agency: 'หน่วยงาน',
  ofMinimum: (count: number, minimum: number | null) =>
    minimum === null ? many(count) : `${many(count)} / ${many(minimum)}`,
  standings: {
    closed: 'ปิดรับแล้ว',
    reached: 'ครบขั้นต่ำ',
    onPace: 'ทันตามแผน',
    below: 'ช้ากว่าที่ควร',
    unknown: 'ยังเทียบไม่ได้',
  },
  underMinimum: 'ปิดโดยไม่ครบขั้นต่ำ',
  openAll: 'ทำลิงก์ให้ทุกหน่วยงานที่ยังไม่มี',
  counts: {
    heading: 'ผู้ตอบ',
    answered: (count: number) => `ตอบแล้ว ${many(count)} คน`,
    minimum: (minimum: number) => `ขั้นต่ำ ${many(minimum)} คน`,
    expected: (expected: number) => `ถ้าเพิ่มเท่ากันทุกวันจนครบขั้นต่ำในวันสุดท้าย วันนี้ควรมีแล้ว ${many(expected)} คน`,
    noPace: 'ยังบอกไม่ได้ว่าวันนี้ควรมีเท่าใด เพราะยังไม่ทราบขั้นต่ำหรือวันเก็บแบบวัด',
    sealed: 'คะแนนยังไม่แสดงแก่ใครจนกว่าจะปิดรับ ที่นี่จึงมีเพียงจำนวน',
    frozen: 'จำนวนและขั้นต่ำคงไว้ตามวันที่ปิดรับ',
  },
  rules: {
    share: ({ percent: share, atLeast, headcount }: Values) =>
      `ร้อยละ ${share} ของ ${headcount === '' ? 'จำนวนทั้งหมด' : `${many(Number(headcount))} คน`} (ปัดขึ้น) แต่ไม่น้อยกว่า ${many(Number(atLeast))} คน หากมีน้อยกว่านั้นให้ตอบทุกคน`,
    cap: ({ above, minimum }: Values) => `หากมีเกิน ${many(Number(above))} คน ใช้ ${many(Number(minimum))} คน`,
    group: ({ group }: Values) => `กำหนดตามกลุ่มของหน่วยงาน: ${group}`,
    unknown: 'ยังไม่พบเกณฑ์จำนวนขั้นต่ำของปีนี้ จึงยังไม่มีขั้นต่ำ',
    noGroup: 'ยังไม่พบเกณฑ์จำนวนขั้นต่ำของหน่วยงานกลุ่มนี้ จึงยังไม่มีขั้นต่ำ',
    noMission: 'เกณฑ์ของปีนี้แยกตามภารกิจของหน่วยงาน ทะเบียนยังไม่บอกว่าหน่วยงานนี้มีภารกิจใด จึงยังไม่มีขั้นต่ำ',
    noHeadcount: 'ยังไม่ทราบจำนวนคน จึงยังคิดขั้นต่ำไม่ได้ โปรดระบุจำนวนด้านบน',
  },
  headcount: {
    title: 'จำนวนผู้มีส่วนได้ส่วนเสีย',
    lead: 'ใช้คิดจำนวนขั้นต่ำตามเกณฑ์ของปี ส่วนที่ปิดรับแล้วไม่เปลี่ยนตาม',
    staff: 'บุคลากรที่ทำงานมาไม่น้อยกว่า 1 ปี (คน)',
    serviceUsers: 'ผู้รับบริการหรือผู้ติดต่อในปีงบประมาณนี้ (คน)',
    state: 'บันทึกจำนวน',
    unknown: 'ยังไม่ได้ระบุ',
    people: (count: number | null) => (count === null ? 'ยังไม่ได้ระบุ' : `${many(count)} คน`),
  },
  link: {
    heading: 'ลิงก์',
    qr: (part: string) => `คิวอาร์โค้ดของลิงก์${part}`,
    none: 'ยังไม่มีลิงก์ของส่วนนี้',
    open: 'ทำลิงก์',
    interviews: 'ส่วนนี้เก็บด้วยการสัมภาษณ์ จึงไม่มีลิงก์',
    downloads: 'ดาวน์โหลดเพื่อแจกหรือติดประกาศ',
    poster: 'ป้ายประกาศ A4 (PDF)',
    slide: 'สไลด์ (PDF)',
    qrPng: 'คิวอาร์ (PNG)',
    qrSvg: 'คิวอาร์ (SVG)',
    replaceAsk: 'เปลี่ยนเป็นลิงก์ใหม่ …',
    replaceMeans: 'ลิงก์และป้ายเดิมจะใช้ไม่ได้ทันที คำตอบที่ส่งมาแล้วยังอยู่ครบ ต้องแจกลิงก์ใหม่',
    replace: 'เลิกใช้ลิงก์เดิมและทำลิงก์ใหม่',
    revokeAsk: 'เลิกใช้ลิงก์ …',
    revokeMeans: 'จะไม่มีใครตอบส่วนนี้ได้จนกว่าจะทำลิงก์ใหม่ คำตอบที่ส่งมาแล้วยังอยู่ครบ',
    revoke: 'เลิกใช้ลิงก์นี้',
  },
  mode: {
    heading: 'วิธีตอบ',
    names: { open: 'ลิงก์เปิด: ผู้มีลิงก์ตอบได้', codes: 'รหัสครั้งเดียว: แต่ละคำตอบใช้หนึ่งรหัส' },
    choose: 'กำหนดวิธีตอบ',
    choice: (part: string) => `วิธีตอบของ${part}`,
    fixed: 'มีผู้ตอบแล้ว จึงเปลี่ยนวิธีตอบไม่ได้: ถ้าเปลี่ยนกลางทาง คำตอบสองกลุ่มจะแยกออกจากกันได้',
  },
  codes: {
    heading: 'รหัสครั้งเดียว',
    means: 'ดาวน์โหลดได้ครั้งเดียวเมื่อทำ ระบบเก็บเพียงลายพิมพ์ของรหัส จึงพิมพ์ซ้ำไม่ได้ ถ้าแฟ้มหายให้ทำรหัสใหม่',
    count: 'จำนวนรหัส (1–5,000)',
    format: 'แฟ้ม',
    formats: { pdf: 'PDF สำหรับพิมพ์และตัดแจก', csv: 'CSV สำหรับส่งต่อ' },
    make: 'ทำรหัสและดาวน์โหลด',
    columns: { code: 'รหัส', address: 'ที่อยู่แบบวัด' },
  },
  close: {
    ask: 'ปิดรับส่วนนี้ …',
    means: (part: string) =>
      `${part}ของหน่วยงานนี้จะไม่รับคำตอบอีก จำนวนผู้ตอบและขั้นต่ำจะคงที่ คำตอบทั้งหมดจะถูกสับลำดับ และเริ่มคำนวณคะแนนได้ เปิดคืนไม่ได้`,
    under: (count: number, minimum: number) =>
      `ตอนนี้มี ${many(count)} คน ยังไม่ครบขั้นต่ำ ${many(minimum)} คน ผลจะมีเครื่องหมายว่าไม่ครบขั้นต่ำ`,
    close: (part: string) => `ปิดรับ${part}`,
  },
  exports: {
    heading: 'ส่งออก',
    afterClose: 'ส่งออกได้เมื่อปิดรับแล้ว',
    counts: (format: string) => `จำนวนผู้ตอบ (${format})`,
    answers: (format: string) => `คำตอบ (${format})`,
    answersMean: 'คำตอบมีเพียงส่วน วัน และตัวเลือก ไม่เรียงลำดับภายในวัน ส่วนที่มีผู้ตอบไม่ถึง 5 คนไม่อยู่ในแฟ้ม',
    tooFew: 'มีผู้ตอบไม่ถึง 5 คน จึงไม่ส่งออก',
    withheld: 'ไม่แสดง: กลุ่มไม่ถึง 5 คน',
    written: ({ file, answers, leftOut }: Values) =>
      `เขียน ${file} แล้ว ${many(Number(answers))} แถว${Number(leftOut) > 0 ? ` ไม่รวม ${many(Number(leftOut))} ส่วนที่มีผู้ตอบไม่ถึง 5 คน` : ''}`,
  },
  toSignals: 'สัญญาณความน่าเชื่อถือของคำตอบ',
  done: {
    headcountStated: 'บันทึกจำนวนผู้มีส่วนได้ส่วนเสียแล้ว',
    linksOpened: 'ทำลิงก์ที่ยังไม่มีแล้ว',
    linkReplaced: 'ทำลิงก์ใหม่แล้ว ลิงก์เดิมใช้ไม่ได้แล้ว',
    linkRevoked: 'เลิกใช้ลิงก์แล้ว',
    modeSet: 'กำหนดวิธีตอบแล้ว',
    partClosed: 'ปิดรับแล้ว จำนวนผู้ตอบคงที่',
  },
  paceLetter: {
    subject: ({ agency, year }: LetterFacts) => `ผู้ตอบแบบวัดยังช้ากว่าที่ควร: ${agency} ปี ${year}`,
    text: ({ name, agency, year, parts, closesOn, page }: LetterFacts) => `เรียน ${name}

จำนวนผู้ตอบแบบวัดของ${agency} ปีงบประมาณ พ.ศ. ${year} ยังช้ากว่าที่ควร

${parts
  .map(
    ({ part, count, expected, minimum }) =>
      `• ${part}: ตอบแล้ว ${many(count)} คน วันนี้ควรมี ${many(expected)} คน ขั้นต่ำ ${many(minimum)} คน`,
  )
  .join('\n')}

เปิดรับถึง ${day(closesOn)} เวลา 24.00 น.

ลิงก์ คิวอาร์ และป้ายประกาศอยู่ที่ ${page}

โปรดชวนให้ตอบตามความจริง และอย่าขอดูว่าใครตอบอย่างไร จดหมายนี้ส่งโดยระบบ ถึงผู้ดูแลระบบของหน่วยงาน
`,
  },
  signals: {
    points,
    title: 'สัญญาณความน่าเชื่อถือของคำตอบ',
    titleOf: (agency: string, year: number) => `สัญญาณของ${agency} ปี ${year}`,
    nothingChanges: 'สัญญาณเหล่านี้ไม่เปลี่ยนคะแนนใดเลย',
    lead: 'เป็นสถิติที่คำนวณหลังปิดรับ เพื่อให้ผู้ตรวจประเมินรู้ว่าควรถามต่อที่ใด สัญญาณหนึ่งอาจมีเหตุปกติ และไม่ชี้ถึงผู้ตอบคนใด ไม่แสดงกลุ่มที่มีไม่ถึง 5 คน',
    empty: 'ยังไม่มีส่วนใดปิดรับ สัญญาณคำนวณได้หลังปิดรับเท่านั้น',
    noRound: 'ยังไม่มีรอบการประเมิน',
    tooFew: (answers: number) => `มี ${many(answers)} คำตอบ น้อยเกินกว่าจะคำนวณสัญญาณ (อย่างน้อย 10)`,
    answers: (answers: number) => `${many(answers)} คำตอบ`,
    count: (count: number) => `${many(count)} หน่วยงาน`,
    raisedColumn: 'สัญญาณที่ดัง',
    closedColumn: 'ส่วนที่ปิดรับ',
    noneRaised: 'ไม่มี',
    noneRaisedHere: 'ไม่มีสัญญาณใดถึงเกณฑ์',
    stillOpen: 'ยังไม่ปิดรับ',
    raised: 'ถึงเกณฑ์',
    silent: 'ไม่ถึงเกณฑ์',
    statistic: 'ค่าที่วัดได้',
    threshold: 'เกณฑ์',
    evidence: 'หลักฐาน',
    why: 'เหตุที่ตั้งเกณฑ์นี้',
    silentOnes: (count: number) => `ที่ไม่ถึงเกณฑ์ ${many(count)} รายการ`,
    fewer: 'ไม่ถึง 5',
    bar: 'รายการ',
    figure: 'จำนวน',
    drawn: 'แผนภูมิ',
    marked: 'จุดที่สัญญาณชี้',
    option: (place: number) => `ตัวเลือกที่ ${many(place)} ทุกข้อ`,
    group: (place: number) => `กลุ่มที่ ${many(place)}`,
    byLink: 'ตอบเองทางลิงก์ (ส่วนที่ 1)',
    interviewed: 'สัมภาษณ์ (ส่วนที่ 2)',
    lowestPeer: 'ต่ำสุดในประเภทเดียวกัน',
    medianPeer: 'ค่ากลางของประเภทเดียวกัน',
    highestPeer: 'สูงสุดในประเภทเดียวกัน',
    thisAgency: 'หน่วยงานนี้',
    kinds: {
      straightLining: {
        name: 'ตอบช่องเดียวกันทุกข้อ',
        statistic: (value: number) => percent(value),
        threshold: (value: number) => `${percent(value)} ขึ้นไป`,
        evidence: (evidence: Evidence) =>
          `จาก ${many(of(evidence, 'answers'))} คำตอบ${evidence.usual === undefined ? ' ไม่มีหน่วยงานประเภทเดียวกันมากพอให้เทียบ' : ` ค่ากลางของหน่วยงานประเภทเดียวกัน ${many(of(evidence, 'peers'))} แห่งคือ${percent(evidence.usual)}`}`,
        why: 'ข้อคำถามมีทั้งทางบวกและทางลบ ผู้ที่อ่านจึงมักไม่เลือกช่องเดียวกันทุกข้อ เกณฑ์คือครึ่งหนึ่งของผู้ตอบ และมากกว่าหน่วยงานประเภทเดียวกัน 30 จุดร้อยละ',
      },
      identicalVectors: {
        name: 'คำตอบเหมือนกันทุกข้อหลายชุด',
        statistic: (value: number) => `โอกาส ${oneIn(value)}`,
        threshold: (value: number) => `โอกาสไม่เกิน 1 ใน 10 ยกกำลัง ${many(-value)}`,
        evidence: (evidence: Evidence) =>
          of(evidence, 'group') === 0
            ? `จาก ${many(of(evidence, 'answers'))} คำตอบ ไม่มีชุดเหมือนกันถึง 5 ชุด`
            : `${many(of(evidence, 'group'))} จาก ${many(of(evidence, 'answers'))} คำตอบเหมือนกันทั้ง ${many(of(evidence, 'questions'))} ข้อ`,
        why: 'ไม่นับผู้ที่ตอบดีที่สุดหรือแย่ที่สุดทุกข้อ และผู้ที่ตอบช่องเดียวทุกข้อ เกณฑ์หนึ่งในล้านทำให้แทบไม่ดังโดยบังเอิญ',
      },
      bursts: {
        name: 'วันเดียวมีผู้ตอบมากผิดปกติ',
        statistic: (value: number) => `${percents.format(value)} เท่าของวันอื่น`,
        threshold: (value: number) => `${many(value)} เท่าขึ้นไป และมีอย่างน้อย 20 คำตอบ`,
        evidence: (evidence: Evidence) =>
          `วันที่มากที่สุดมี ${of(evidence, 'most') < 5 ? 'ไม่ถึง 5' : many(of(evidence, 'most'))} จาก ${many(of(evidence, 'answers'))} คำตอบ วันอื่นเฉลี่ยวันละ ${percents.format(of(evidence, 'rate'))} ใน ${many(of(evidence, 'days'))} วัน`,
        why: 'การประกาศหรือการประชุมทำให้เพิ่มสองสามเท่า ไม่ใช่สิบเท่า ระบบเก็บเพียงวัน ไม่มีเวลา จึงดูได้เพียงรายวัน',
      },
      crowding: {
        name: 'เก็บเสร็จเร็วเกินคาด',
        statistic: (value: number) => `${percent(value)} ของวันที่เปิดรับ`,
        threshold: (value: number) => `${percent(value)} ของวันที่เปิดรับ หรือน้อยกว่า`,
        evidence: (evidence: Evidence) =>
          `${many(of(evidence, 'held'))} จาก ${many(of(evidence, 'answers'))} คำตอบมาใน ${many(of(evidence, 'crowded'))} วัน จากที่เปิดรับ ${many(of(evidence, 'open'))} วัน`,
        why: 'คำตอบเก้าในสิบมาในหนึ่งในสิบห้าของวันที่เปิดรับ ใช้กับส่วนที่มีอย่างน้อย 40 คำตอบและเปิดไม่น้อยกว่า 10 วัน',
      },
      publicAgainstSurvey: {
        name: 'ผู้ตอบเองกับผู้ถูกสัมภาษณ์ต่างกัน',
        statistic: (value: number) => `ต่างกัน ${points(value)} คะแนน`,
        threshold: (value: number) => `${points(value)} คะแนนขึ้นไป และเกิน 4 เท่าของความคลาดเคลื่อน`,
        evidence: (evidence: Evidence) =>
          `ตอบเองเฉลี่ย ${points(of(evidence, 'public'))} (${many(of(evidence, 'publicAnswers'))} คน) สัมภาษณ์เฉลี่ย ${points(of(evidence, 'survey'))} (${many(of(evidence, 'surveyAnswers'))} คน) ความคลาดเคลื่อน ${points(of(evidence, 'error'))}`,
        why: 'สองส่วนถามคำถามเดียวกัน ต่างกันเล็กน้อยเป็นปกติ ต่างกันมากควรดูว่าผู้ตอบส่วนใดไม่ใช่ผู้รับบริการจริง',
      },
      againstPeers: {
        name: 'ต่างจากหน่วยงานประเภทเดียวกัน',
        statistic: (value: number) => `ต่างกัน ${points(value)} คะแนน`,
        threshold: (value: number) => `${points(value)} คะแนนขึ้นไป และเกิน 3.5 เท่าของการกระจาย`,
        evidence: (evidence: Evidence) =>
          `เฉลี่ย ${points(of(evidence, 'own'))} จาก ${many(of(evidence, 'answers'))} คำตอบ ค่ากลางของ ${many(of(evidence, 'peers'))} หน่วยงานประเภทเดียวกันคือ ${points(of(evidence, 'usual'))} การกระจาย ${points(of(evidence, 'deviation'))}`,
        why: 'หน่วยงานที่ดีหรือแย่จริงก็ต่างจากที่อื่นได้ สัญญาณนี้จึงเพียงชวนให้อ่านประกอบสัญญาณอื่น',
      },
    },
  },
}

export const surveysWorkProblems = {
  'survey.exportSealed': ({ agency, year }: Values) =>
    agency
      ? `แบบวัดของ ${agency} ปี ${year} ยังไม่ปิดรับครบทุกส่วนที่ขอ จึงยังส่งออกไม่ได้`
      : `รอบปี ${year} ยังเปิดรับคำตอบอยู่ จึงยังส่งออกไม่ได้ ปิดรับให้ครบก่อน`,
  'survey.exportFormat': ({ value }: Values) => `ไม่รู้จักแฟ้มแบบ “${value}” ใช้ csv หรือ json`,
  'survey.modeUnknown': () => 'โปรดเลือกวิธีตอบ',
}
