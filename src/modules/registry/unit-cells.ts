/** Reads one cell of a list of units: what it says in the registry's own terms, or what is to be mended. Pure. */
import { toArabicDigits } from '#base/thai-text.ts'
import { type CellReader, cell, faultOf, type ReadCell, readAgencyCode, readName } from './list-cells.ts'
import { type UnitKind, unitCodePattern } from './unit.ts'
import type { UnitField } from './unit-record.ts'

const kindsByWord: ReadonlyMap<string, UnitKind> = new Map(
  (
    [
      ['bureau', ['bureau', 'office', 'สำนัก', 'สำนักงาน']],
      ['division', ['division', 'กอง']],
      ['centre', ['centre', 'center', 'ศูนย์']],
      ['group', ['group', 'กลุ่ม', 'กลุ่มงาน']],
      ['section', ['section', 'ฝ่าย', 'งาน']],
      ['other', ['other', 'อื่นๆ', 'อื่น']],
    ] as const
  ).flatMap(([kind, words]) => words.map((word): [string, UnitKind] => [word, kind])),
)

export const unitCellReaders: Readonly<Record<UnitField, CellReader>> = {
  agency: cell(readAgencyCode),
  code: cell(readUnitCode),
  name_th: cell(readName),
  name_en: cell(readName),
  kind: cell(readKind),
  parent: cell(readUnitCode),
}

export function readUnitCode(text: string): ReadCell {
  const code = toArabicDigits(text)
  return unitCodePattern.test(code) ? { value: code } : faultOf('registry.unitCodeInvalid', text)
}

function readKind(text: string): ReadCell {
  const kind = kindsByWord.get(text.toLowerCase().replaceAll(' ', ''))
  return kind === undefined ? faultOf('registry.unitKindInvalid', text) : { value: kind }
}
