/** Who is assessed: agencies with their groups, units and people; and how far the imports of lists of them are. */
import { type SQL, sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ImportResult } from './import-run.ts'

/** Reference lists: `position` is the official order. */
const groupColumns = () => ({
  code: text().primaryKey(),
  nameTh: text().notNull(),
  nameEn: text().notNull(),
  position: integer().notNull(),
})

export const agencyTypes = pgTable('agency_types', groupColumns())
export const ministries = pgTable('ministries', groupColumns())
export const provinces = pgTable('provinces', groupColumns())

export const agencies = pgTable(
  'agencies',
  {
    id: uuid().primaryKey(),
    code: text().notNull(),
    /** Codes are one whatever their case. */
    codeKey: text()
      .notNull()
      .unique('agencies_code_key')
      .generatedAlwaysAs((): SQL => sql`lower(code)`),
    nameTh: text().notNull(),
    nameEn: text().notNull(),
    typeCode: text()
      .notNull()
      .references(() => agencyTypes.code),
    ministryCode: text().references(() => ministries.code),
    provinceCode: text().references(() => provinces.code),
    size: text(),
    website: text(),
    isImaginary: boolean().notNull().default(false),
    /** The days between which it exists, both included; null where that is not known or has no end. */
    activeFrom: date(),
    activeTo: date(),
  },
  (agency) => [
    index().on(agency.typeCode),
    index().on(agency.ministryCode),
    index().on(agency.provinceCode),
    check('agencies_size', sql`${agency.size} in ('S', 'M', 'L')`),
    check('agencies_active', sql`${agency.activeFrom} <= ${agency.activeTo}`),
  ],
)

/** A tree inside each agency. A unit that ended keeps its row, with the last day it was there. */
export const units = pgTable(
  'units',
  {
    id: uuid().primaryKey(),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    code: text().notNull(),
    /** Codes are one whatever their case, and each agency has its own. */
    codeKey: text()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`lower(code)`),
    nameTh: text().notNull(),
    nameEn: text().notNull(),
    kind: text().notNull(),
    parentId: uuid(),
    /** Among those under the same parent. */
    position: integer().notNull(),
    closedOn: date(),
  },
  (unit) => [
    unique('units_code_key').on(unit.agencyId, unit.codeKey),
    unique('units_of_agency').on(unit.agencyId, unit.id),
    // A parent is a unit of the same agency.
    foreignKey({
      name: 'units_parent',
      columns: [unit.agencyId, unit.parentId],
      foreignColumns: [unit.agencyId, unit.id],
    }),
    index().on(unit.parentId),
    check('units_kind', sql`${unit.kind} in ('bureau', 'division', 'centre', 'group', 'section', 'other')`),
    check('units_not_own_parent', sql`${unit.parentId} <> ${unit.id}`),
  ],
)

/** Officers. Never deleted: who has left keeps a row, and one that is anonymised says nothing of the person. */
export const people = pgTable(
  'people',
  {
    id: uuid().primaryKey(),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.id),
    unitId: uuid(),
    name: text(),
    positionTitle: text(),
    email: text(),
    emailKey: text().generatedAlwaysAs((): SQL => sql`lower(email)`),
    phone: text(),
    leftOn: date(),
    anonymisedOn: date(),
  },
  (person) => [
    unique('people_email_key').on(person.agencyId, person.emailKey),
    foreignKey({
      name: 'people_unit',
      columns: [person.agencyId, person.unitId],
      foreignColumns: [units.agencyId, units.id],
    }),
    index().on(person.unitId),
    index().on(person.emailKey),
    check(
      'people_known_or_anonymised',
      sql`case when ${person.anonymisedOn} is null then ${person.name} is not null and ${person.email} is not null
        else coalesce(${person.name}, ${person.positionTitle}, ${person.email}, ${person.phone}) is null
          and ${person.leftOn} is not null end`,
    ),
  ],
)

/** One row an import, written beside the import's own transaction so that others see how far it is. */
export const registryImports = pgTable(
  'registry_imports',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    fileName: text().notNull(),
    startedAt: timestamp({ withTimezone: true }).notNull(),
    actorKind: text().notNull(),
    startedBy: text(),
    rowsTotal: integer().notNull(),
    rowsDone: integer().notNull(),
    state: text().notNull(),
    progressedAt: timestamp({ withTimezone: true }).notNull(),
    result: jsonb().$type<ImportResult>(),
  },
  (run) => [
    index().on(run.startedAt),
    check('registry_imports_kind', sql`${run.kind} in ('agencies', 'units', 'people')`),
    check('registry_imports_state', sql`${run.state} in ('running', 'done', 'refused', 'failed')`),
  ],
)
