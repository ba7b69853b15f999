/** The database reads exactly what was put into the parameter. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database.ts'
import { openClone } from '../../../tests/support/database.ts'
import { bytesArray } from './bytes-array.ts'

let database: Database
beforeAll(async () => {
  database = await openClone()
})
afterAll(() => database.close())

test.each([
  [
    'bytes of every value and length',
    [Buffer.from([0, 1, 39, 92, 255]), Buffer.alloc(300, 7), Buffer.alloc(0)],
  ],
  ['nulls among others', [null, Buffer.from('ก'), null]],
  ['nothing but nulls', [null]],
])('%s arrive as they were', async (_, values) => {
  const { rows } = await database.pool.query<{ value: Buffer | null }>(
    'select value from unnest($1::bytea[]) with ordinality as given (value, place) order by place',
    [bytesArray(values)],
  )
  expect(rows.map(({ value }) => value)).toEqual(values)
})
