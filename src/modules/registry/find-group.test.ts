/** A province, ministry or type is known by its code or its name, as people write it. */
import { describe, expect, test } from 'vitest'
import { seedsRoot } from '#platform/paths.ts'
import { groupFinder } from './find-group.ts'
import { otherNames } from './other-names.ts'
import { readReference } from './reference-files.ts'

const reference = await readReference(`${seedsRoot}/reference`)
const find = {
  types: groupFinder('types', reference.types),
  ministries: groupFinder('ministries', reference.ministries),
  provinces: groupFinder('provinces', reference.provinces),
}

describe('finding a group', () => {
  test('every code and every name that is shipped finds its own group', () => {
    for (const kind of ['types', 'ministries', 'provinces'] as const) {
      for (const { code, name } of reference[kind]) {
        expect([code, name.th, name.en].map(find[kind])).toEqual([{ code }, { code }, { code }])
      }
    }
  })

  test.each([
    ['provinces', 'th-20', 'TH-20'],
    ['provinces', 'TH-๒๐', 'TH-20'],
    ['provinces', 'จังหวัด ชลบุรี', 'TH-20'],
    ['provinces', 'จ.ชลบุรี', 'TH-20'],
    ['provinces', 'Chonburi', 'TH-20'],
    ['provinces', 'CHON BURI Province', 'TH-20'],
    ['provinces', 'กทม.', 'TH-10'],
    ['provinces', 'จันทบุรี', 'TH-22'],
    ['provinces', 'เเพร่', 'TH-54'],
    ['provinces', 'ล\u0e4d\u0e32พูน', 'TH-51'],
    ['ministries', 'การคลัง', 'finance'],
    ['ministries', 'finance', 'finance'],
    ['types', 'อบต.', 'subdistrictOrganization'],
    ['types', 'SUBDISTRICTORGANIZATION', 'subdistrictOrganization'],
    ['types', 'กรม', 'department'],
    ['types', 'ส่วนราชการระดับกรม', 'department'],
    ['types', 'หน่วยงานของรัฐอื่น/กองทุน', 'otherStateAgency'],
    ['types', 'รูปแบบพิเศษ', 'specialLocal'],
    ['types', 'มหาวิทยาลัย', 'university'],
    ['types', 'องค์กรอิสระ', 'constitutionalBody'],
    ['ministries', 'มท.', 'interior'],
    ['ministries', 'ก.มหาดไทย', 'interior'],
    ['ministries', 'กระทรวง อว.', 'higher-education'],
    ['ministries', 'สำนักนายกฯ', 'prime-minister'],
    ['provinces', '๕๐', 'TH-50'],
    ['provinces', 'จ.อยุธยา', 'TH-14'],
  ] as const)('%s: %s is %s', (kind, typed, code) => {
    expect(find[kind](typed)).toEqual({ code })
  })

  test.each([
    ['provinces', 'เชียงไหม่', 'เชียงใหม่'],
    ['provinces', 'Chaing Mai', 'Chiang Mai'],
    ['ministries', 'คลัง', 'กระทรวงการคลัง'],
    ['types', 'กรมเทียบเท่า', 'กรมหรือเทียบเท่า'],
    ['types', 'เทศบาล', 'เทศบาลนคร'],
  ] as const)('%s: for %s the nearest, %s, is proposed', (kind, typed, suggestion) => {
    expect(find[kind](typed)).toEqual({ code: null, suggestion })
  })

  test('every other name is that of a group that is shipped, and of one alone', () => {
    for (const kind of ['types', 'ministries', 'provinces'] as const) {
      for (const [name, official] of otherNames[kind]) {
        expect([name, find[kind](name)]).toEqual([name, find[kind](official)])
        expect(find[kind](official).code).not.toBeNull()
      }
    }
  })

  test('nothing is proposed for what is near to nothing', () => {
    expect(find.provinces('ดวงจันทร์')).toEqual({ code: null, suggestion: undefined })
    expect(find.ministries('กระทรวงเวทมนตร์')).toEqual({ code: null, suggestion: undefined })
  })
})
