/** The list of types in the code and the list that is installed are one and the same. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seedsRoot } from '#platform/paths.ts'
import { agencyTypeCodes } from './agency-type.ts'
import { readReference } from './reference-files.ts'

test('the types that years may refer to are those the registry installs, in its order', async () => {
  const { types } = await readReference(join(seedsRoot, 'reference'))
  expect(types.map(({ code }) => code)).toEqual([...agencyTypeCodes])
})
