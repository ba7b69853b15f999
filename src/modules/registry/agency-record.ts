/** An agency as a row of a list: the columns that lists of agencies are kept in, under the names they are read by. */
import { listColumns } from './list-columns.ts'

export const agencyFields = [
  'code',
  'name_th',
  'name_en',
  'type',
  'size',
  'ministry',
  'province',
  'website',
  'active_from',
  'active_to',
] as const

export type AgencyField = (typeof agencyFields)[number]

/** Groups by their codes, days as ISO writes them; null where nothing is known. */
export type AgencyRecord = Readonly<Record<AgencyField, string | null>> & {
  readonly code: string
  readonly name_th: string
  readonly type: string
}

const headings: Readonly<Record<AgencyField, readonly string[]>> = {
  code: ['agency code', 'รหัส', 'รหัสหน่วยงาน'],
  name_th: [
    ...['name', 'thai name', 'ชื่อ', 'ชื่อไทย', 'ชื่อภาษาไทย', 'หน่วยงาน'],
    ...['ชื่อหน่วยงาน', 'ชื่อหน่วยงานไทย', 'ชื่อหน่วยงานภาษาไทย'],
  ],
  name_en: [...['english name', 'ชื่ออังกฤษ', 'ชื่อภาษาอังกฤษ'], ...['ชื่อหน่วยงานอังกฤษ', 'ชื่อหน่วยงานภาษาอังกฤษ']],
  type: ['agency type', 'ประเภท', 'ประเภทหน่วยงาน'],
  size: ['ขนาด', 'ขนาดหน่วยงาน'],
  ministry: ['กระทรวง', 'สังกัด', 'สังกัดกระทรวง', 'กระทรวงที่สังกัด', 'กระทรวงต้นสังกัด'],
  province: ['จังหวัด', 'จังหวัดที่ตั้ง', 'ที่ตั้งจังหวัด'],
  website: ['url', 'web', 'main website', 'เว็บไซต์', 'เว็บไซต์หลัก', 'ที่อยู่เว็บไซต์'],
  active_from: ['ตั้งแต่', 'ตั้งแต่วันที่', 'วันที่เริ่ม', 'เริ่มวันที่', 'วันที่จัดตั้ง', 'มีผลตั้งแต่'],
  active_to: ['ถึง', 'ถึงวันที่', 'วันที่สิ้นสุด', 'สิ้นสุดวันที่', 'มีผลถึง'],
}

export const agencyColumnsOfLists = listColumns(agencyFields, headings, {
  required: ['code', 'name_th', 'type'],
  telling: ['code', 'name_th'],
})
