/** Reads one cell of a list of agencies: what it says in the registry's own terms, or what is to be mended. Pure. */
import type { Parameters } from '#base/problem.ts'
import { parseDay } from '#base/thai-date.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import { agencyCodePattern } from './agency.ts'
import type { AgencyField } from './agency-record.ts'
import { groupFinder } from './find-group.ts'
import type { Reference, ReferenceKind } from './reference.ts'
import { tidy } from './tidy.ts'

export type ReadCell =
  | { readonly value: string | null }
  | { readonly fault: string; readonly parameters: Parameters }

export type CellReader = (cell: string) => ReadCell

const longestName = 300
const longestWebsite = 500

const sizes: ReadonlyMap<string, string> = new Map(
  [
    ['S', ['s', 'small', 'เล็ก', 'ขนาดเล็ก']],
    ['M', ['m', 'medium', 'กลาง', 'ขนาดกลาง']],
    ['L', ['l', 'large', 'ใหญ่', 'ขนาดใหญ่']],
  ].flatMap(([size, words]) => [...(words ?? [])].map((word) => [word, String(size)])),
)

/** A reader for each column. An empty cell says nothing: null. */
export function agencyCellReaders(reference: Reference): Readonly<Record<AgencyField, CellReader>> {
  return {
    code: cell(readCode),
    name_th: cell(readName),
    name_en: cell(readName),
    type: cell(readGroup(reference, 'types', 'registry.noSuchType')),
    size: cell(readSize),
    ministry: cell(readGroup(reference, 'ministries', 'registry.noSuchMinistry')),
    province: cell(readGroup(reference, 'provinces', 'registry.noSuchProvince')),
    website: cell(readWebsite),
    active_from: cell(readDay),
    active_to: cell(readDay),
  }
}

function cell(read: (text: string) => ReadCell): CellReader {
  return (raw) => {
    const text = tidy(raw)
    return text === '' ? { value: null } : read(text)
  }
}

function faultOf(code: string, value: string, others: Parameters = {}): ReadCell {
  const shown = value.length > 100 ? `${value.slice(0, 100)}…` : value
  return { fault: code, parameters: { value: shown, ...others } }
}

function readCode(text: string): ReadCell {
  const code = toArabicDigits(text)
  return agencyCodePattern.test(code) ? { value: code } : faultOf('registry.codeInvalid', text)
}

function readName(text: string): ReadCell {
  return text.length <= longestName
    ? { value: text }
    : faultOf('registry.nameTooLong', text, { length: text.length, most: longestName })
}

function readGroup(reference: Reference, kind: ReferenceKind, unknown: string): (text: string) => ReadCell {
  const find = groupFinder(kind, reference[kind])
  return (text) => {
    const found = find(text)
    if (found.code !== null) return { value: found.code }
    return faultOf(unknown, text, { suggestion: found.suggestion ?? '' })
  }
}

function readSize(text: string): ReadCell {
  const size = sizes.get(text.toLowerCase())
  return size === undefined ? faultOf('registry.sizeInvalid', text) : { value: size }
}

/** An address that a browser opens as it stands: http or https, a host with a dot, no account in it. */
function readWebsite(text: string): ReadCell {
  const url = URL.parse(text)
  const isGood =
    url !== null &&
    /^https?:\/\//i.test(text) &&
    !text.includes(' ') &&
    /[^.]\.[^.]/.test(url.hostname) &&
    url.username === '' &&
    url.password === '' &&
    text.length <= longestWebsite
  return isGood ? { value: text } : faultOf('registry.websiteInvalid', text)
}

function readDay(text: string): ReadCell {
  const day = parseDay(text)
  return day === undefined ? faultOf('registry.dayInvalid', text) : { value: day }
}
