/** Who is assessed: agencies, and the types, ministries and provinces they belong to. */
import { type SQL, sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'

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
