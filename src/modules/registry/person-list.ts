/** The officers of an agency, or of all: searched, sorted, a page at a time. Whoever asks must be allowed to see them. */
import { and, asc, count, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { Problem } from '#base/problem.ts'
import { toArabicDigits } from '#base/thai-text.ts'
import type { Queryable } from '#platform/database.ts'
import { getPlacedAgency } from './find-place.ts'
import { agencies, people, units } from './tables.ts'

export const personSorts = ['name', 'position', 'unit', 'agency'] as const
export type PersonSort = (typeof personSorts)[number]

export interface Officer {
  readonly id: string
  /** Codes. */
  readonly agency: string
  readonly unit: string | null
  /** Null, as all that follows but the days, for one that was anonymised. */
  readonly name: string | null
  readonly position: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly leftOn: string | null
  readonly anonymisedOn: string | null
}

export interface PersonListQuery {
  /** Code or id; of all agencies where it is not said. */
  readonly agency?: string | undefined
  /** The unit's code; needs the agency. */
  readonly unit?: string | undefined
  /** Part of a name, position or e-mail. */
  readonly search?: string | undefined
  readonly withLeft?: boolean | undefined
  readonly sort: PersonSort
  readonly isDescending: boolean
  /** From 1; no page means all there are. */
  readonly page?: { readonly number: number; readonly size: number } | undefined
}

export interface PersonList {
  readonly people: readonly Officer[]
  /** How many there are on all pages. */
  readonly total: number
}

const columns = {
  id: people.id,
  agency: agencies.code,
  unit: units.code,
  name: people.name,
  position: people.positionTitle,
  email: people.email,
  phone: people.phone,
  leftOn: people.leftOn,
  anonymisedOn: people.anonymisedOn,
}

const byName = sql`${people.name} collate "th-x-icu"`
const sortColumns: Readonly<Record<PersonSort, SQL>> = {
  name: byName,
  position: sql`${people.positionTitle} collate "th-x-icu"`,
  unit: sql`${units.position}`,
  agency: sql`${agencies.codeKey}`,
}

/** Throws `registry.agencyNotFound`. */
export async function listPeople(db: Queryable, query: PersonListQuery): Promise<PersonList> {
  const where = await conditions(db, query)
  const direction = query.isDescending ? desc : asc
  const rows = select(db)
    .where(where)
    .orderBy(direction(sortColumns[query.sort]), byName, people.id)
    .$dynamic()
  const { page } = query
  const found = await (page ? rows.limit(page.size).offset((page.number - 1) * page.size) : rows)
  if (!page) return { people: found, total: found.length }
  const [counted] = await db
    .select({ total: count() })
    .from(people)
    .leftJoin(units, eq(units.id, people.unitId))
    .where(where)
  return { people: found, total: counted?.total ?? 0 }
}

/** Throws `registry.personNotFound`. */
export async function getPerson(db: Queryable, id: string): Promise<Officer> {
  const [person] = await select(db).where(sql`${people.id}::text = ${id.toLowerCase()}`)
  if (!person) throw new Problem('notFound', 'registry.personNotFound')
  return person
}

function select(db: Queryable) {
  return db
    .select(columns)
    .from(people)
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .leftJoin(units, eq(units.id, people.unitId))
}

async function conditions(db: Queryable, query: PersonListQuery): Promise<SQL | undefined> {
  const { agency, unit, search, withLeft } = query
  const place = agency === undefined ? undefined : (await getPlacedAgency(db, agency)).place
  return and(
    place && eq(people.agencyId, place.agencyId),
    unit === undefined ? undefined : eq(units.codeKey, unit.toLowerCase()),
    withLeft ? undefined : isNull(people.leftOn),
    search === undefined || search.trim() === '' ? undefined : matches(search.trim()),
  )
}

function matches(term: string): SQL | undefined {
  const pattern = `%${toArabicDigits(term).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return or(
    ...[people.name, people.positionTitle, people.email].map(
      (column) => sql`translate(${column}, '๐๑๒๓๔๕๖๗๘๙', '0123456789') ilike ${pattern}`,
    ),
  )
}
