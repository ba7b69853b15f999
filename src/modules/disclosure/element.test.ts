/** Local authorities and provinces have elements of their own. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readFramework } from '#modules/frameworks/load.ts'
import { agencyTypeCodes } from '#modules/registry/agency-type.ts'
import { frameworksRoot } from '#platform/paths.ts'
import { appliesTo, elementsFor } from './element.ts'

test('of the thirteen types six are local authorities and one is the province', () => {
  const typesOf = (group: 'localAuthority' | 'province' | 'all') =>
    agencyTypeCodes.filter((type) => appliesTo({ appliesTo: group }, type))
  expect(typesOf('localAuthority')).toEqual([
    ...['provincialOrganization', 'cityMunicipality', 'townMunicipality', 'subdistrictMunicipality'],
    ...['subdistrictOrganization', 'specialLocal'],
  ])
  expect(typesOf('province')).toEqual(['province'])
  expect(typesOf('all')).toEqual([...agencyTypeCodes])
})

test('an element keeps its place in the list of the year, whichever others apply', async () => {
  const { framework } = await readFramework(join(frameworksRoot, '2568'))
  const [structure] = framework.disclosureItems
  const placesFor = (type: string) => structure && elementsFor(structure, type).map(({ place }) => place)
  expect(placesFor('department')).toEqual([0, 1, 2, 5])
  expect(placesFor('province')).toEqual([0, 1, 2, 4, 5])
  expect(placesFor('cityMunicipality')).toEqual([0, 1, 2, 3, 5])
})
