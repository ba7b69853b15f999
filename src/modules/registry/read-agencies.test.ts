/** A list of agencies is read with forgiveness where the meaning is plain, and told row by row where it is not. */
import { describe, expect, test } from 'vitest'
import { readDelimited } from '#base/delimited-rows.ts'
import { seedsRoot } from '#platform/paths.ts'
import { en } from '#text/en.ts'
import { problemText } from '#text/text.ts'
import { th } from '#text/th.ts'
import { agencyColumnsOfLists } from './agency-record.ts'
import { readAgencies } from './read-agencies.ts'
import { findUnread } from './read-list.ts'
import { readReference } from './reference-files.ts'

const reference = await readReference(`${seedsRoot}/reference`)
const fileOf = (text: string) => ({
  file: 'list.csv',
  rows: readDelimited(text, { file: 'list.csv', mostRows: 100 }),
})
const read = (text: string) => readAgencies(fileOf(text), reference)
/** One row under the heading of all columns. */
const readRow = (row: string) =>
  read(`code,name_th,name_en,type,size,ministry,province,website,active_from,active_to\n${row}\n`)

describe('the heading', () => {
  test.each([
    ['as the commands name them', 'code,name_th,name_en,type,size,ministry,province,website'],
    ['in another case, with spaces', ' Code , NAME TH,Name-EN,TYPE, Size ,Ministry,Province,WebSite'],
    ['in Thai', 'รหัส,ชื่อหน่วยงาน,ชื่อ (อังกฤษ),ประเภท,ขนาด,กระทรวง,จังหวัด,เว็บไซต์'],
    ['in other Thai', 'รหัสหน่วยงาน,ชื่อ (ไทย),ชื่อภาษาอังกฤษ,ประเภทหน่วยงาน,ขนาดหน่วยงาน,สังกัด,จังหวัดที่ตั้ง,เว็บไซต์หลัก'],
  ])('names the columns %s', (_, heading) => {
    const { listed, faults } = read(`${heading}\nA1,กรม,Dept,department,S,finance,TH-10,https://a.go.th\n`)
    expect(faults).toEqual([])
    expect(listed).toEqual([
      {
        line: 2,
        values: {
          code: 'A1',
          name_th: 'กรม',
          name_en: 'Dept',
          type: 'department',
          size: 'S',
          ministry: 'finance',
          province: 'TH-10',
          website: 'https://a.go.th',
        },
      },
    ])
  })

  test('may stand in any order, under a title, beside columns that are not read', () => {
    const { listed } = read('รายชื่อหน่วยงาน\n\nลำดับ,ประเภท,ชื่อ,รหัส,หมายเหตุ\n1,กรมหรือเทียบเท่า,กรม,A1,ใหม่\n')
    expect(listed).toEqual([{ line: 4, values: { code: 'A1', name_th: 'กรม', type: 'department' } }])
  })

  test('may have columns that nobody reads, and they are named', () => {
    const text = 'code,name_th,type,โทรศัพท์,region\nA1,กรม,department,02,north\n'
    expect(read(text).listed).toEqual([
      { line: 2, values: { code: 'A1', name_th: 'กรม', type: 'department' } },
    ])
    expect(findUnread(fileOf(text), agencyColumnsOfLists)).toEqual(['โทรศัพท์', 'region'])
  })

  test('is refused where a column it lacks is misspelt', () => {
    expect(() => read('code,name_th,type,provnce\nA1,กรม,department,x\n')).toThrow(
      expect.objectContaining({
        findings: [
          expect.objectContaining({
            code: 'csv.unknownColumn',
            parameters: expect.objectContaining({ column: 'provnce' }),
          }),
        ],
      }),
    )
  })

  test('is refused with every column that is missing, unknown or there twice', () => {
    expect(() => read('code,provnce,website,url\nA1,x,,\n')).toThrow(
      expect.objectContaining({
        code: 'csv.invalid',
        findings: [
          expect.objectContaining({ line: 1, code: 'csv.unknownColumn' }),
          expect.objectContaining({ code: 'csv.missingColumn', parameters: { column: 'name_th' } }),
          expect.objectContaining({ code: 'csv.missingColumn', parameters: { column: 'type' } }),
          expect.objectContaining({ code: 'csv.duplicateColumn', parameters: { column: 'website' } }),
        ],
      }),
    )
  })
})

describe('a row', () => {
  test('may leave optional cells empty, or put a dash there', () => {
    expect(readRow('A1,กรม,-,department,–,-,,-,,').listed[0]?.values).toMatchObject({
      ...{ name_en: null, size: null, ministry: null, website: null },
    })
    const { listed } = readRow('A1,กรม,,department,,,,,,')
    expect(listed[0]?.values).toMatchObject({ name_en: null, size: null, website: null, active_to: null })
  })

  test('is read with Thai digits, Thai days and Thai sizes', () => {
    const { listed } = readRow('A๐๑,กรม ๒,,อบต.,ขนาดกลาง,,จ.ชลบุรี,,๑ ต.ค. ๒๕๖๗,30/9/2568')
    expect(listed[0]?.values).toMatchObject({
      code: 'A01',
      name_th: 'กรม ๒',
      size: 'M',
      province: 'TH-20',
      active_from: '2024-10-01',
      active_to: '2025-09-30',
    })
  })

  test('is freed of signs nobody sees, and Thai typed in another order is put right', () => {
    const { listed } = readRow('A1\u200b,กรม\u00a0 นํ้า\ufeff,,department,,,,,,')
    expect(listed[0]?.values).toMatchObject({ code: 'A1', name_th: 'กรม น้ำ' })
  })

  test.each([
    ['code', 'registry.cellMissing', ',กรม,,department,,,,,,'],
    ['name_th', 'registry.cellMissing', 'A1,,,department,,,,,,'],
    ['type', 'registry.cellMissing', 'A1,กรม,,,,,,,,'],
    ['code', 'registry.codeInvalid', 'A/1,กรม,,department,,,,,,'],
    ['code', 'registry.codeInvalid', `${'A'.repeat(41)},กรม,,department,,,,,,`],
    ['name_th', 'registry.nameTooLong', `A1,${'ก'.repeat(301)},,department,,,,,,`],
    ['type', 'registry.noSuchType', 'A1,กรม,,ship,,,,,,'],
    ['size', 'registry.sizeInvalid', 'A1,กรม,,department,XL,,,,,'],
    ['ministry', 'registry.noSuchMinistry', 'A1,กรม,,department,,กระทรวงเวทมนตร์,,,,'],
    ['province', 'registry.noSuchProvince', 'A1,กรม,,department,,,เชียงไหม่,,,'],
    ['website', 'registry.websiteInvalid', 'A1,กรม,,department,,,,www.a.go.th,,'],
    ['website', 'registry.websiteInvalid', 'A1,กรม,,department,,,,ftp://a.go.th,,'],
    ['website', 'registry.websiteInvalid', 'A1,กรม,,department,,,,javascript:alert(1),,'],
    ['website', 'registry.websiteInvalid', 'A1,กรม,,department,,,,https://me:secret@a.go.th,,'],
    ['website', 'registry.websiteInvalid', 'A1,กรม,,department,,,,https://a b.go.th,,'],
    ['active_from', 'registry.dayInvalid', 'A1,กรม,,department,,,,,31/2/2567,'],
    ['row', 'registry.rowTooWide', 'A1,กรม,,department,,,,,,,extra'],
  ] as const)('with a fault in %s says so: %s', (field, code, row) => {
    const { listed, faults } = readRow(row)
    expect(listed).toEqual([])
    expect(faults).toEqual([{ line: 2, field, code, parameters: expect.anything() }])
    for (const fault of faults) {
      expect(problemText(th, fault.code, fault.parameters)).not.toMatch(/undefined|registry\./)
      expect(problemText(en, fault.code, fault.parameters)).not.toMatch(/undefined|registry\./)
    }
  })

  test('with several faults tells each of them', () => {
    const { faults } = readRow('A 1,,,ship,XL,,,,,')
    expect(faults.map(({ field }) => field)).toEqual(['code', 'name_th', 'type', 'size'])
  })

  test('that repeats the code of another, in any case, is told with both lines', () => {
    const { listed, faults } = read('code,name_th,type\nA1,กรม,department\n\na1,กรมสอง,department\n')
    expect(listed.map(({ line }) => line)).toEqual([2])
    expect(faults).toMatchObject([
      { line: 4, field: 'code', code: 'registry.codeOnTwoLines', parameters: { first: 2, line: 4 } },
    ])
  })
})
