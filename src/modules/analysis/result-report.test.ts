/** The report of a result holds its figures, whatever is known of them. */
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { ItemOutcome } from '#modules/disclosure/assessment/clarification-outcome.ts'
import type { Framework } from '#modules/frameworks/framework.ts'
import { readFramework } from '#modules/frameworks/load.ts'
import type { AgencyResult, TrendPoint } from '#modules/results/result.ts'
import { frameworksRoot } from '#platform/paths.ts'
import { recommend } from './recommend.ts'
import { clarificationContent } from './report-clarification.ts'
import { summaryContent } from './report-figures.ts'
import { notesContent } from './report-notes.ts'
import { makeSpeaker } from './report-words.ts'
import { type ReportOptions, renderResultReport } from './result-report.ts'
import { bangKacha2563, diprom2568, onlyTotal } from './result-samples.ts'

const { framework: of2568 } = await readFramework(`${frameworksRoot}/2568`)
const { framework: of2563 } = await readFramework(`${frameworksRoot}/2563`)

async function report(framework: Framework, result: AgencyResult, options: Partial<ReportOptions> = {}) {
  const pdf = await renderResultReport(result, recommend(framework, result), {
    digits: 'thai',
    framework,
    ...options,
  })
  return Buffer.from(pdf)
}

const pagesOf = (pdf: Buffer) => Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1])

/** Every run of glyphs, read by each font's table in turn: the right reading is among them. */
function readingsOf(pdf: Buffer): string {
  const streams = streamsOf(pdf)
  const tables = streams.filter((stream) => stream.includes('begincmap')).map(glyphTable)
  const runs = streams
    .filter((stream) => stream.includes(' Tf'))
    .flatMap((stream) =>
      [...stream.matchAll(/(?:\((?:\\.|[^\\)])*\)|[-\d. [\]])+ T[jJ]/gs)].map(([shown]) => glyphsIn(shown)),
    )
  return tables
    .flatMap((table) => runs.map((run) => run.map((glyph) => table.get(glyph) ?? '').join('')))
    .join('\n')
}

function streamsOf(pdf: Buffer): string[] {
  const bodies = pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\n?endstream/g)
  return [...bodies].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
    } catch {
      return body
    }
  })
}

function glyphTable(map: string): Map<number, string> {
  const pairs = map.matchAll(/^<([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>$/gm)
  return new Map([...pairs].map(([, glyph = '', text = '']) => [Number.parseInt(glyph, 16), hexText(text)]))
}

const hexText = (hex: string) =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** A run may be cut by kerning; its pieces belong together. */
const glyphsIn = (shown: string) =>
  [...shown.matchAll(/\(((?:\\.|[^\\)])*)\)/gs)].flatMap(([, piece]) => glyphsOf(piece ?? ''))

function glyphsOf(run: string): number[] {
  const bytes = [...run.matchAll(/\\([0-7]{1,3})|\\(.)|([\s\S])/g)].map(([, octal, escaped, plain]) =>
    octal
      ? Number.parseInt(octal, 8)
      : escaped
        ? (escapes[escaped] ?? escaped.charCodeAt(0))
        : (plain ?? '').charCodeAt(0),
  )
  return Array.from(
    { length: bytes.length >> 1 },
    (_, at) => ((bytes[2 * at] ?? 0) << 8) + (bytes[2 * at + 1] ?? 0),
  )
}

describe('the report of the Department of Industrial Promotion in 2568', () => {
  test('is a Thai PDF of two to four pages, small enough to mail', async () => {
    const pdf = await report(of2568, diprom2568(of2568))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1')).toContain('/Lang (th-TH)')
    expect(pagesOf(pdf)).toBeGreaterThanOrEqual(2)
    expect(pagesOf(pdf)).toBeLessThanOrEqual(4)
    expect(pdf.length).toBeLessThan(400_000)
  })

  test('is titled with the year and the agency', async () => {
    const pdf = await report(of2568, diprom2568(of2568), { digits: 'arabic' })
    expect(pdf.toString('utf8')).toContain('รายงานผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568 กรมส่งเสริมอุตสาหกรรม')
  })

  test('shows the total, every instrument, every indicator and every question', async () => {
    const result = diprom2568(of2568)
    const readings = readingsOf(await report(of2568, result, { digits: 'arabic' }))
    for (const score of [result.total, ...result.instruments.map((each) => each.score)])
      expect(readings).toContain(score)
    for (const { score } of result.indicators) expect(readings).toContain(score)
    for (const { scores } of result.questions) {
      for (const score of Object.values(scores)) expect(readings).toContain(score)
    }
  })

  test('writes its figures in Thai digits, and hashes as they are', async () => {
    const readings = readingsOf(await report(of2568, diprom2568(of2568)))
    expect(readings).toContain('๙๒.๖๕')
    expect(readings).not.toContain('92.65')
    expect(readings).toContain('b07745e29ac1')
  })

  test('is the same to the byte when made again', async () => {
    const first = await report(of2568, diprom2568(of2568))
    await report(of2563, bangKacha2563(of2563))
    expect((await report(of2568, diprom2568(of2568))).equals(first)).toBe(true)
  })

  test('is written in English where asked', async () => {
    const pdf = await report(of2568, diprom2568(of2568), { digits: 'arabic', language: 'en' })
    expect(pdf.toString('utf8')).toContain(
      'ITA result report, fiscal year 2568: Department of Industrial Promotion',
    )
  })
})

describe('other results', () => {
  test('a year with one EIT and no questions makes a shorter report', async () => {
    const pdf = await report(of2563, bangKacha2563(of2563))
    expect(pagesOf(pdf)).toBeLessThanOrEqual(2)
  })

  test('a total alone, of an agency with a very long name, still makes a report', async () => {
    const readings = readingsOf(await report(of2563, onlyTotal(of2563)))
    expect(readings).toContain('๙๐.๙๕')
  })

  test('a report of a year is the same whatever the years after it bring', async () => {
    const result = diprom2568(of2568)
    const later: TrendPoint = {
      fiscalYear: 2569,
      total: '96.11',
      change: '3.46',
      rating: null,
      isRatingDerived: false,
      origin: 'imported',
    }
    const pdf = await report(of2568, { ...result, trend: [...result.trend, later] })
    expect(pdf.equals(await report(of2568, result))).toBe(true)
  })

  test('figures that disagree are both shown', async () => {
    const disagreements = [{ node: 'indicator:4', published: '90.45', computed: '90.48' }]
    const readings = readingsOf(
      await report(of2568, { ...diprom2568(of2568), disagreements }, { digits: 'arabic' }),
    )
    expect(readings).toContain('90.45')
  })

  test('published places stand in the report as published, a place among one is left out', async () => {
    const result = diprom2568(of2568)
    const alone = { type: { place: 1, of: 1 } }
    const theirs = onlyTotal(of2568).imported
    const imported = theirs && { ...theirs, ranks: result.ranks }
    const { facts } = summaryContent(of2568, { ...result, ranks: alone, imported }, makeSpeaker('th'))
    expect(facts.slice(1).map(({ value, detail }) => [value, detail])).toEqual([
      ['อันดับ 122', 'จาก 160 หน่วยงาน ตามที่ประกาศ'],
      ['อันดับ 8', 'จาก 8 หน่วยงาน ตามที่ประกาศ'],
    ])
  })

  test('a place of an imaginary agency is said to be among imaginary ones', async () => {
    const result = diprom2568(of2568)
    const agency = { ...result.agency, isImaginary: true }
    const ranks = { nation: { place: 2, of: 38 } }
    const { facts } = summaryContent(of2568, { ...result, agency, ranks }, makeSpeaker('th'))
    expect(facts.at(-1)?.detail).toBe('จาก 38 หน่วยงานสมมติ')
  })

  test('derived and withheld figures are told of in the notes', async () => {
    const result = {
      ...bangKacha2563(of2563),
      derived: ['part:iit', 'rating'],
      withheld: ['part:eit'],
    }
    const recommendations = recommend(of2563, result)
    const notes = notesContent({ framework: of2563, result, recommendations }, makeSpeaker('th')).join('\n')
    expect(notes).toContain('IIT')
    expect(notes).toMatch(/คำนวณจากตัวเลขที่เผยแพร่: .*IIT.* · ระดับผลการประเมิน/)
    expect(notes).toContain('ผู้ตอบน้อยกว่า 5 คน')
  })

  test('a part that closed under its minimum is noted, without numbers where these are withheld', async () => {
    const result = {
      ...diprom2568(of2568),
      closings: {
        iit: { count: 30, minimum: 30, isUnderMinimum: false },
        eitPublic: { count: 12, minimum: 1309, isUnderMinimum: true },
        eitSurvey: { count: null, minimum: null, isUnderMinimum: true },
      },
    }
    const noted = { framework: of2568, result, recommendations: recommend(of2568, result) }
    const marks = notesContent(noted, makeSpeaker('th')).filter((note) => note.includes('ต่ำกว่าเกณฑ์ขั้นต่ำ'))
    const [part, survey] = result.instruments.filter(({ id }) => /^eit./.test(id)).map(({ name }) => name.th)
    expect(marks).toEqual([
      `${part}: มีผู้ตอบ 12 คนเมื่อปิดรับคำตอบ ต่ำกว่าเกณฑ์ขั้นต่ำ 1309 คน`,
      `${survey}: จำนวนผู้ตอบเมื่อปิดรับคำตอบต่ำกว่าเกณฑ์ขั้นต่ำ`,
    ])
    const english = notesContent(noted, makeSpeaker('en')).join(' | ')
    expect(english).toMatch(/12 had answered when it closed, under the minimum of 1309/)
    const readings = readingsOf(await report(of2568, result, { digits: 'arabic' }))
    expect(readings).toContain('1309')
  })

  test('an imaginary agency is called imaginary', async () => {
    const result = diprom2568(of2568)
    const plain = await report(of2568, result)
    const imaginary = await report(of2568, { ...result, agency: { ...result.agency, isImaginary: true } })
    expect(imaginary.equals(plain)).toBe(false)
  })

  test('words that look like a template stay words', async () => {
    const result = onlyTotal(of2563)
    const name = { th: '#panic("x") $ * _ "] {page}', en: 'x' }
    const pdf = await report(of2563, { ...result, agency: { ...result.agency, name } })
    expect(pagesOf(pdf)).toBe(1)
  })
})

describe('items that scored 0', () => {
  const mark = {
    score: 0,
    reasonKind: 'condition',
    remark: 'ช่องงบประมาณไม่มีจำนวนเงิน',
    assessedOn: '2025-08-15',
  } as const
  const outcome: ItemOutcome = {
    ...{ itemCode: 'o26', title: { th: 'รายงานผลการป้องกันการทุจริต', en: 'Prevention report' }, state: 'final' },
    ...{ assessed: mark, explanation: null, remarked: null, score: 0 },
  }
  const explanation = { text: 'อยู่ที่ https://a.go.th/4', at: new Date('2025-09-02T03:00:00Z') }
  const remarked = { score: 100, reasonKind: null, remark: 'พบตามที่ชี้แจง', assessedOn: '2025-09-05' } as const
  const content = (outcomes: readonly ItemOutcome[]) =>
    clarificationContent(outcomes, makeSpeaker('th'), 'thai')

  test('stand in the report with the reason, the remark and the day of the check', () => {
    expect(content([outcome])?.items).toMatchObject([
      {
        ...{ code: 'o๒๖', reason: 'ขาดองค์ประกอบด้านเงื่อนไขการตอบ', score: 'คะแนนที่ยืนยัน ๐', isRegained: false },
        facts: [{ label: 'ข้อสังเกตครั้งแรก', date: '๑๕ ส.ค. ๒๕๖๘', text: mark.remark }],
      },
    ])
  })

  test('stand there with the explanation as it was written, and both remarks, once they were explained', () => {
    const items = content([{ ...outcome, explanation, remarked, score: 100 }])?.items
    expect(items?.[0]?.facts.map(({ date, text }) => [date, text])).toEqual([
      ['๑๕ ส.ค. ๒๕๖๘', mark.remark],
      ['๒ ก.ย. ๒๕๖๘', explanation.text],
      ['๕ ก.ย. ๒๕๖๘', remarked.remark],
    ])
    expect(items?.[0]).toMatchObject({ score: 'คะแนนที่ยืนยัน ๑๐๐', isRegained: true })
  })

  test('that were never handed in are said to be so', () => {
    const items = content([{ ...outcome, assessed: null }])?.items
    expect(items).toMatchObject([{ reason: 'ไม่ได้เปิดเผยหรือไม่ได้ส่งคำตอบ', facts: [] }])
  })

  test('are not told of before they are confirmed, nor are items that never scored 0', () => {
    expect(content([{ ...outcome, state: 'assessed' }])).toBeNull()
    expect(content([{ ...outcome, assessed: { ...remarked }, score: 100 }])).toBeNull()
  })

  test('are printed', async () => {
    const outcomes = [{ ...outcome, explanation }]
    const readings = readingsOf(await report(of2568, diprom2568(of2568), { digits: 'arabic', outcomes }))
    expect(readings).toContain('https://a.go.th/4')
  })
})
