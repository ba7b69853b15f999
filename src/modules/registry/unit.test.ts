/** The units of an agency are a tree: no unit belongs to itself, and none stands lower than the sixth level. */
import { describe, expect, test } from 'vitest'
import { readDelimited } from '#base/delimited-rows.ts'
import { en } from '#text/en.ts'
import { problemText } from '#text/text.ts'
import { th } from '#text/th.ts'
import { readPeople } from './read-people.ts'
import { readUnits } from './read-units.ts'
import { deepest, findTreeFault, kindOfName } from './unit.ts'
import { layOut } from './unit-list.ts'

/** "b>a": b belongs to a. */
const tree = (...links: string[]) =>
  new Map(
    links.map((link): [string, string | null] => {
      const [unit = '', parent] = link.split('>')
      return [unit, parent ?? null]
    }),
  )

describe('the tree of units', () => {
  test('a way to the top that ends is in order', () => {
    expect(findTreeFault('c', tree('a', 'b>a', 'c>b'))).toBeUndefined()
  })

  test('six levels stand, a seventh does not', () => {
    const chain = Array.from({ length: deepest + 1 }, (_, at) => (at === 0 ? 'u0' : `u${at}>u${at - 1}`))
    expect(findTreeFault('u5', tree(...chain))).toBeUndefined()
    expect(findTreeFault('u6', tree(...chain))).toBe('registry.unitTooDeep')
  })

  test.each([
    ['a unit under itself', 'a', tree('a>a')],
    ['two under each other', 'a', tree('a>b', 'b>a')],
    [
      'one under a ring far above',
      'x0',
      tree('x0>x1', 'x1>x2', 'x2>x3', 'x3>x4', 'x4>x5', 'x5>x6', 'x6>x7', 'x7>x5'),
    ],
  ])('%s is a ring', (_, key, parents) => {
    expect(findTreeFault(key, parents)).toBe('registry.unitCycle')
  })

  test('a unit under one that is not there is told', () => {
    expect(findTreeFault('b', tree('b>a'))).toBe('registry.noSuchParent')
  })

  test('a unit whose parent is not shown stands at the top', () => {
    const unit = { agencyId: 'x', nameTh: 'ก', nameEn: 'k', kind: 'group', position: 0, closedOn: null }
    const shown = layOut([{ ...unit, id: '2', code: 'B', parentId: '1' }])
    expect(shown).toMatchObject([{ code: 'B', parent: null, depth: 1 }])
  })
})

test.each([
  ['กองคลัง', 'division'],
  ['สำนักงานเลขานุการ', 'bureau'],
  ['ศูนย์เทคโนโลยี', 'centre'],
  ['กลุ่มตรวจสอบ', 'group'],
  ['ฝ่ายบริหาร', 'section'],
  ['โรงพยาบาล', 'other'],
] as const)('%s is a %s by its name', (name, kind) => {
  expect(kindOfName(name)).toBe(kind)
})

const list = (text: string) => ({
  file: 'list.csv',
  rows: readDelimited(text, { file: 'list.csv', mostRows: 100 }),
})

describe('a list of units', () => {
  test.each([
    ['agency,code,name_th,name_en,kind,parent'],
    ['รหัสหน่วยงาน,รหัสส่วนงาน,ชื่อส่วนงาน,ชื่อภาษาอังกฤษ,ประเภทส่วนงาน,อยู่ภายใต้'],
  ])('is headed %s', (heading) => {
    const { listed, faults } = readUnits(list(`${heading}\nHILL,กค.๑,กองคลัง,Finance,กอง,\n`))
    expect(faults).toEqual([])
    expect(listed[0]?.values).toEqual({
      ...{ agency: 'HILL', code: 'กค.1', name_th: 'กองคลัง', name_en: 'Finance' },
      ...{ kind: 'division', parent: null },
    })
  })

  test('may have the same code in two agencies, not twice in one', () => {
    const rows = 'agency,code,name_th\nHILL,A,ก\nFIELD,A,ข\nhill,a,ค\n'
    expect(readUnits(list(rows))).toMatchObject({
      listed: [{ line: 2 }, { line: 3 }],
      faults: [{ line: 4, field: 'code', code: 'registry.codeOnTwoLines', parameters: { first: 2 } }],
    })
  })

  test.each([
    ['agency', 'registry.cellMissing', ',A,ก,,,'],
    ['code', 'registry.unitCodeInvalid', 'HILL,A/1,ก,,,'],
    ['code', 'registry.unitCodeInvalid', `HILL,${'A'.repeat(41)},ก,,,`],
    ['name_th', 'registry.cellMissing', 'HILL,A,,,,'],
    ['kind', 'registry.unitKindInvalid', 'HILL,A,ก,,แผนกพิเศษ,'],
    ['parent', 'registry.unitCodeInvalid', 'HILL,A,ก,,,a b'],
    ['row', 'registry.rowTooWide', 'HILL,A,ก,,,,more'],
  ])('with a fault in %s says so: %s', (field, code, row) => {
    const { listed, faults } = readUnits(list(`agency,code,name_th,name_en,kind,parent\n${row}\n`))
    expect(listed).toEqual([])
    expect(faults).toMatchObject([{ line: 2, field, code }])
    for (const fault of faults) {
      for (const text of [th, en]) {
        expect(problemText(text, fault.code, fault.parameters)).not.toMatch(/undefined|registry\./)
      }
    }
  })
})

describe('a list of people', () => {
  test.each([['agency,unit,name,position,email,phone'], ['หน่วยงาน,ส่วนงาน,ชื่อ-สกุล,ตำแหน่ง,อีเมล,เบอร์โทรศัพท์']])(
    'is headed %s',
    (heading) => {
      const row = 'HILL,FIN,นางสาวใจดี รักงาน,นักวิชาการ,jaidee@hill.go.th,๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๑๒'
      const { listed, faults } = readPeople(list(`${heading}\n${row}\n`))
      expect(faults).toEqual([])
      expect(listed[0]?.values).toEqual({
        ...{ agency: 'HILL', unit: 'FIN', name: 'นางสาวใจดี รักงาน', position: 'นักวิชาการ' },
        ...{ email: 'jaidee@hill.go.th', phone: '0 2123 4567 ต่อ 12' },
      })
    },
  )

  test.each([
    ['name', 'registry.cellMissing', 'HILL,,,,a@b.go.th,'],
    ['email', 'registry.cellMissing', 'HILL,,ก,,,'],
    ['email', 'registry.emailInvalid', 'HILL,,ก,,a@b,'],
    ['email', 'registry.emailInvalid', 'HILL,,ก,,a b@c.go.th,'],
    ['email', 'registry.emailInvalid', 'HILL,,ก,,<a@b.go.th>,'],
    ['phone', 'registry.phoneInvalid', 'HILL,,ก,,a@b.go.th,call me'],
    ['phone', 'registry.phoneInvalid', 'HILL,,ก,,a@b.go.th,--'],
  ])('with a fault in %s says so: %s', (field, code, row) => {
    const { faults } = readPeople(list(`agency,unit,name,position,email,phone\n${row}\n`))
    expect(faults).toMatchObject([{ line: 2, field, code }])
    for (const fault of faults) {
      for (const text of [th, en]) {
        expect(problemText(text, fault.code, fault.parameters)).not.toMatch(/undefined|registry\./)
      }
    }
  })

  test('that names an address twice in an agency is told both lines', () => {
    const rows = 'agency,name,email\nHILL,ก,a@b.go.th\nHILL,ข,A@B.go.th\n'
    expect(readPeople(list(rows)).faults).toMatchObject([
      { line: 3, code: 'registry.emailOnTwoLines', parameters: { first: 2, line: 3 } },
    ])
  })
})
