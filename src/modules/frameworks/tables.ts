/** Framework versions as rounds used them: kept whole, found by the hash of their content, never changed. */
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Framework } from './framework.ts'

export const frameworkVersions = pgTable('framework_versions', {
  hash: text().primaryKey(),
  fiscalYear: integer().notNull(),
  document: jsonb().$type<Framework>().notNull(),
})
