/** Whether a cell holds an amount of money, or the word for none. Pure. */
import { normalise } from './matching-text.ts'

const number = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const unit = `(?:(?:ร้อย|พัน|หมื่น|แสน|ล้าน)*บาท|(?:พัน|หมื่น|แสน|ล้าน)+|baht|thb|฿)`
const numbers = new RegExp(number, 'g')
/** What may stand beside figures in a cell that holds nothing but amounts. */
const besides = new RegExp(`${unit}|[\\s:;,./+=()[\\]*"'“”-]|บาท|ถ้วน|สตางค์|จำนวน|รวม|เป็นเงิน|ประมาณ`, 'g')
const amountWithUnit = new RegExp(`(?:${number})(?:\\.-|-)?\\s?${unit}|[฿]\\s?(?:${number})`)
const groupedAmount = /(?<![\d,.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|(?<![\d,.])\d+\.\d{2}(?!\d)/

/** Further on there is no amount but a story. */
const longestCell = 400

/** Figures alone, or among words with their unit or their commas: "50,000", "๑๒๐๐ บาท", "งบอบรม 3,000". A dash is none. */
export function holdsAmount(cell: string): boolean {
  const text = normalise(cell)
  const begin = text.slice(0, longestCell)
  return (
    (text.length <= longestCell && holdsOnlyAmounts(text)) ||
    amountWithUnit.test(begin) ||
    groupedAmount.test(begin)
  )
}

function holdsOnlyAmounts(text: string): boolean {
  return /\d/.test(text) && text.replace(numbers, '').replace(besides, '') === ''
}

/** The word for none stands first: "ไม่มี", "(ไม่มี)", "ไม่มีค่าใช้จ่าย"; "ไม่มีข้อมูล" says something else. */
export function saysNone(cell: string, none: string): boolean {
  const text = normalise(cell).replace(/^[^\p{L}\p{N}]+/u, '')
  const word = normalise(none)
  return text.startsWith(word) && !/^(?:ข้อมูล|รายละเอียด|กำหนด)/.test(text.slice(word.length))
}

export function isBlank(cell: string): boolean {
  return normalise(cell) === ''
}

/** Signs that stand for nothing: "-", "–", "...", "N/A". */
export function isDash(cell: string): boolean {
  return /^(?:[^\p{L}\p{N}]+|n\/?a)$/u.test(normalise(cell))
}
