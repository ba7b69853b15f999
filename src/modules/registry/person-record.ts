/** An officer as a row of a list: the columns that lists of people are kept in, under the names they are read by. */
import { listColumns } from './list-columns.ts'

export const personFields = ['agency', 'unit', 'name', 'position', 'email', 'phone'] as const

export type PersonField = (typeof personFields)[number]

/** Agency and unit by their codes; no unit for who belongs to the agency as a whole. */
export type PersonRecord = Readonly<Record<PersonField, string | null>> & {
  readonly agency: string
  readonly name: string
  readonly email: string
  /** No column of lists: who is on a list is there, so that one who had left is back. */
  readonly left_on: string | null
}

const headings: Readonly<Record<PersonField, readonly string[]>> = {
  agency: ['agency code', 'รหัสหน่วยงาน', 'หน่วยงาน'],
  unit: ['unit code', 'รหัสส่วนงาน', 'ส่วนงาน', 'สังกัด', 'กอง', 'รหัสหน่วยงานย่อย'],
  name: ['full name', 'ชื่อ', 'ชื่อสกุล', 'ชื่อนามสกุล', 'ชื่อและนามสกุล'],
  position: ['title', 'position title', 'ตำแหน่ง'],
  email: ['mail', 'email address', 'อีเมล', 'อีเมล์', 'ไปรษณีย์อิเล็กทรอนิกส์', 'ที่อยู่อีเมล'],
  phone: ['telephone', 'tel', 'mobile', 'โทรศัพท์', 'เบอร์โทร', 'เบอร์โทรศัพท์', 'หมายเลขโทรศัพท์'],
}

export const personColumnsOfLists = listColumns(personFields, headings, {
  required: ['agency', 'name', 'email'],
  telling: ['agency', 'email'],
})
