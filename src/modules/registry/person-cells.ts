/** Reads one cell of a list of people: what it says in the registry's own terms, or what is to be mended. Pure. */
import { toArabicDigits } from '#base/thai-text.ts'
import { type CellReader, cell, faultOf, type ReadCell, readAgencyCode, readName } from './list-cells.ts'
import type { PersonField } from './person-record.ts'
import { readUnitCode } from './unit-cells.ts'

const longestEmail = 254
const longestPhone = 60
/** One address and nothing else; whether anybody reads it only a letter can tell. */
const emailPattern = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]+$/u
/** Digits with the signs people part them by, and an extension. */
const phonePattern = /^\+?[\d\s().,/#-]+((ต่อ|ext\.?|x)[\d\s,-]+)?$/iu

export const personCellReaders: Readonly<Record<PersonField, CellReader>> = {
  agency: cell(readAgencyCode),
  unit: cell(readUnitCode),
  name: cell(readName),
  position: cell(readName),
  email: cell(readEmail),
  phone: cell(readPhone),
}

function readEmail(text: string): ReadCell {
  const isGood = emailPattern.test(text) && !text.includes('..') && text.length <= longestEmail
  return isGood ? { value: text } : faultOf('registry.emailInvalid', text)
}

function readPhone(text: string): ReadCell {
  const phone = toArabicDigits(text)
  const isGood = phonePattern.test(phone) && /\d{3}|\d.*\d.*\d/.test(phone) && phone.length <= longestPhone
  return isGood ? { value: phone } : faultOf('registry.phoneInvalid', text)
}
