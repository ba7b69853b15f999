/** A unit as a row of a list: the columns that lists of units are kept in, under the names they are read by. */
import { listColumns } from './list-columns.ts'

export const unitFields = ['agency', 'code', 'name_th', 'name_en', 'kind', 'parent'] as const

export type UnitField = (typeof unitFields)[number]

/** Agency and parent by their codes; the parent is null for a unit at the top. */
export type UnitRecord = Readonly<Record<UnitField, string | null>> & {
  readonly agency: string
  readonly code: string
  readonly name_th: string
  readonly kind: string
  /** No column of lists: what a list names is there, so that a unit that was closed is opened again. */
  readonly closed_on: string | null
}

const headings: Readonly<Record<UnitField, readonly string[]>> = {
  agency: ['agency code', 'รหัสหน่วยงาน', 'หน่วยงาน'],
  code: ['unit code', 'unit', 'รหัส', 'รหัสส่วนงาน', 'รหัสหน่วยงานย่อย', 'รหัสกอง'],
  name_th: ['name', 'thai name', 'ชื่อ', 'ชื่อไทย', 'ชื่อภาษาไทย', 'ชื่อส่วนงาน', 'ชื่อหน่วยงานย่อย', 'ส่วนงาน'],
  name_en: ['english name', 'ชื่ออังกฤษ', 'ชื่อภาษาอังกฤษ', 'ชื่อส่วนงานภาษาอังกฤษ'],
  kind: ['type', 'ประเภท', 'ชนิด', 'ประเภทส่วนงาน', 'ระดับ'],
  parent: ['parent code', 'สังกัด', 'ส่วนงานต้นสังกัด', 'รหัสส่วนงานต้นสังกัด', 'อยู่ภายใต้', 'รหัสต้นสังกัด'],
}

export const unitColumnsOfLists = listColumns(unitFields, headings, {
  required: ['agency', 'code', 'name_th'],
  telling: ['agency', 'code'],
})
