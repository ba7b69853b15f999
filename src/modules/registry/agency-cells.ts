/** Reads one cell of a list of agencies: what it says in the registry's own terms, or what is to be mended. Pure. */
import type { AgencyField } from './agency-record.ts'
import { groupFinder } from './find-group.ts'
import {
  type CellReader,
  cell,
  faultOf,
  type ReadCell,
  readAgencyCode,
  readDay,
  readName,
} from './list-cells.ts'
import type { Reference, ReferenceKind } from './reference.ts'

const longestWebsite = 500

const sizes: ReadonlyMap<string, string> = new Map(
  [
    ['S', ['s', 'small', 'เล็ก', 'ขนาดเล็ก']],
    ['M', ['m', 'medium', 'กลาง', 'ขนาดกลาง']],
    ['L', ['l', 'large', 'ใหญ่', 'ขนาดใหญ่']],
  ].flatMap(([size, words]) => [...(words ?? [])].map((word) => [word, String(size)])),
)

export function agencyCellReaders(reference: Reference): Readonly<Record<AgencyField, CellReader>> {
  return {
    code: cell(readAgencyCode),
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
