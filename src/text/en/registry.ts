/** Words for agencies, their units and officers, and the problems of the registry and of the lists it is filled from. */
import type { Values } from '../text.ts'

const meant = ({ suggestion }: Values): string => (suggestion ? `: did you mean “${suggestion}”?` : '')

export const registry = {
  imported: ({ added, updated, unchanged, failed }: Values) =>
    `added ${added}, updated ${updated}, unchanged ${unchanged}, failed ${failed}`,
  previewed: ({ added, updated, unchanged, failed }: Values) =>
    `preview, nothing was saved: would add ${added}, update ${updated}, leave ${unchanged} unchanged; ${failed} to mend`,
  refused: ({ failed }: Values) => `nothing was saved: ${failed} row(s) to mend`,
  fault: ({ line, field, reason }: Values) => `line ${line}, ${field}: ${reason}`,
  moreFaults: ({ count }: Values) => `and ${count} more to mend: --json lists them all`,
  unread: ({ columns }: Values) => `columns that are not read: ${columns}`,
  progress: ({ written, total }: Values) => `${written} of ${total} rows written`,
  none: 'no agency is as asked',
  page: ({ page, pages, total }: Values) => `page ${page} of ${pages}, ${total} agencies in all`,
  imaginary: '(imaginary)',
  fields: {
    code: 'Code',
    name_th: 'Thai name',
    name_en: 'English name',
    type: 'Type',
    size: 'Size',
    ministry: 'Ministry',
    province: 'Province',
    website: 'Main website',
    active_from: 'From',
    active_to: 'To',
    agency: 'Agency',
    kind: 'Kind of unit',
    parent: 'Belongs to',
    closed_on: 'Closed on',
    unit: 'Unit',
    name: 'Full name',
    position: 'Position',
    email: 'E-mail',
    phone: 'Telephone',
    left_on: 'Left on',
    row: 'The whole row',
  },
  unitKinds: {
    bureau: 'Bureau',
    division: 'Division',
    centre: 'Centre',
    group: 'Group',
    section: 'Section',
    other: 'Other',
  },
  sizes: { S: 'Small', M: 'Medium', L: 'Large' },
  noUnits: 'no units yet',
  noPeople: 'no officer is as asked',
}

export const registryProblems = {
  'registry.agencyNotFound': ({ code }: Values) => `No agency has the code ${code}`,
  'registry.agenciesInvalid': () => 'Some agencies need mending; none was saved',
  'registry.codeInvalid': ({ value }: Values) =>
    `“${value}” cannot be an agency code: use letters a to z, digits and hyphens, at most 40`,
  'registry.codeTwice': ({ value }: Values) => `The agency code ${value} appears more than once`,
  'registry.codeOnTwoLines': ({ value, first, line }: Values) =>
    `the code ${value} stands on line ${first} and again on line ${line}: keep one of them`,
  'registry.typeUnknown': ({ agency, value }: Values) =>
    `Agency ${agency}: there is no agency type “${value}”`,
  'registry.ministryUnknown': ({ agency, value }: Values) =>
    `Agency ${agency}: there is no ministry “${value}”`,
  'registry.provinceUnknown': ({ agency, value }: Values) =>
    `Agency ${agency}: there is no province “${value}”`,
  'registry.cellMissing': ({ field }: Values) => `${field} is empty: it is needed`,
  'registry.nameTooLong': ({ length, most }: Values) =>
    `this name has ${length} characters: at most ${most} are taken`,
  'registry.noSuchType': (values: Values) => `there is no agency type “${values.value}”${meant(values)}`,
  'registry.noSuchMinistry': (values: Values) => `there is no ministry “${values.value}”${meant(values)}`,
  'registry.noSuchProvince': (values: Values) => `there is no province “${values.value}”${meant(values)}`,
  'registry.sizeInvalid': ({ value }: Values) =>
    `“${value}” is not a size: write S, M or L, or leave it empty`,
  'registry.websiteInvalid': ({ value }: Values) =>
    `“${value}” is not an address of a website: write it whole, such as https://www.example.go.th`,
  'registry.dayInvalid': ({ value }: Values) =>
    `“${value}” is not a day: write 2024-10-01, 1/10/2567 or 1 ตุลาคม 2567`,
  'registry.endsBeforeStart': ({ from, to }: Values) => `it would end on ${to}, before it begins on ${from}`,
  'registry.rowTooWide': ({ found, expected }: Values) =>
    `this row has ${found} cells, the heading has ${expected}: a comma inside a cell needs quotation marks around it`,
  'registry.numberInvalid': ({ option, value, most }: Values) =>
    `${option}: "${value}" will not do, give a whole number from 1 to ${most}`,
  'registry.formInvalid': () => 'Some fields need mending; nothing was saved',
  'registry.codeTaken': ({ value }: Values) => `There is an agency ${value} already; nothing was saved`,
  'registry.endUnchanged': ({ code }: Values) => `The end of ${code} is that already`,
  'registry.noSuchAgency': ({ value }: Values) => `there is no agency “${value}”`,
  'registry.agencyNotYours': ({ value }: Values) => `your roles do not let you change agency ${value}`,
  'registry.unitNotFound': ({ code, agency }: Values) => `Agency ${agency} has no unit ${code}`,
  'registry.unitCodeInvalid': ({ value }: Values) =>
    `“${value}” cannot be the code of a unit: use letters, digits, dots, hyphens or low lines, at most 40`,
  'registry.unitCodeTaken': ({ value }: Values) => `this agency has a unit ${value} already`,
  'registry.unitKindInvalid': ({ value }: Values) =>
    `“${value}” is no kind of unit: write bureau, division, centre, group, section or other, or leave it empty`,
  'registry.noSuchParent': ({ value }: Values) => `there is no unit “${value}” to belong to`,
  'registry.parentClosed': ({ value }: Values) => `unit ${value} is closed, so no unit can belong to it`,
  'registry.unitCycle': ({ value }: Values) =>
    `belonging to ${value}, the unit would come to belong to itself: choose another`,
  'registry.unitTooDeep': () =>
    'the tree would be more than 6 levels deep: let it belong to a unit higher up',
  'registry.unitIsClosed': ({ code, day }: Values) =>
    `Unit ${code} was closed on ${day}: open it again first`,
  'registry.unitInUse': ({ code, units, people }: Values) =>
    `Unit ${code} cannot be closed: ${units} unit(s) and ${people} officer(s) belong to it. Move them first`,
  'registry.noSuchUnit': ({ value }: Values) => `this agency has no unit “${value}”`,
  'registry.unitClosed': ({ value }: Values) => `unit ${value} is closed: choose another`,
  'registry.personNotFound': () => 'There is no such officer',
  'registry.personAnonymised': ({ day }: Values) =>
    `This officer was anonymised on ${day}, so there is nothing left to change`,
  'registry.personStillThere': () =>
    'This officer is still there: say when they left before anonymising them',
  'registry.leaveUnchanged': () => 'The day of leaving is that already',
  'registry.emailInvalid': ({ value }: Values) =>
    `“${value}” is not an e-mail address: write name@example.go.th`,
  'registry.emailTaken': ({ value }: Values) => `this agency has an officer with the e-mail ${value} already`,
  'registry.emailOnTwoLines': ({ value, first, line }: Values) =>
    `the e-mail ${value} stands on line ${first} and again on line ${line}: keep one of them`,
  'registry.phoneInvalid': ({ value }: Values) =>
    `“${value}” is not a telephone number: write it like 0 2123 4567 ext 12`,
  'registry.importNotFound': () => 'There is no such import; it may be more than 30 days ago',
  'registry.referenceInvalid': ({ file }: Values) => `The reference list in ${file} needs mending`,
  'registry.referenceEntry': ({ place, reason }: Values) => `Entry ${place}: ${reason}`,
}

/** Files that are no table, or none that is safe to read. */
export const tableProblems = {
  'table.notTable': ({ file }: Values) =>
    `${file} is not a list that can be read; nothing was saved: save it as XLSX or as CSV UTF-8`,
  'table.tooLarge': ({ file, size, most }: Values) =>
    `${file} has ${size} MB, more than the ${most} MB that are taken; nothing was saved: leave out pictures and other sheets, or split the list`,
  'table.tooManyRows': ({ file, most }: Values) =>
    `${file} has more than ${most} rows; nothing was saved: split the list`,
  'table.tooWide': ({ file, line, most }: Values) =>
    `${file}, line ${line} has more than ${most} cells; nothing was saved: check that this is the list you mean`,
  'table.macros': ({ file }: Values) =>
    `${file} holds macros, which are not taken; nothing was saved: save it as a plain XLSX workbook`,
  'table.encrypted': ({ file }: Values) =>
    `${file} is locked with a password; nothing was saved: take the password off and save it again`,
  'table.oldExcel': ({ file }: Values) =>
    `${file} is in the old XLS format; nothing was saved: open it and save it as XLSX`,
  'table.bomb': ({ file, most }: Values) =>
    `${file} would unpack to far more than a list holds (${most} MB at most), so it was not opened; nothing was saved`,
  'table.broken': ({ file }: Values) =>
    `${file} is damaged and cannot be read; nothing was saved: open it and save it as XLSX again`,
}
