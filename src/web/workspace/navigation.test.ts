/** What the menu of the workspace offers, by role and by mode. */
import { describe, expect, test } from 'vitest'
import type { Grant, Person } from '#base/actor.ts'
import { navigationFor } from './navigation.ts'

const person = (...grants: Grant[]): Person => ({ kind: 'person', id: '1', name: 'สมใจ', grants })
const coordinator = person({ role: 'coordinator', scope: { kind: 'agency', agencyId: 'A' } })
const pathsOf = (who: Person, own: { code: string } | null) => navigationFor(who, own).map(({ path }) => path)

describe('the menu of the workspace', () => {
  test('offers nobody what their roles do not open', () => {
    expect(pathsOf(person(), null)).not.toContain('/work/audit')
    expect(pathsOf(coordinator, null)).not.toContain('/work/audit')
    expect(pathsOf(person({ role: 'auditor', scope: { kind: 'centre' } }), null)).toContain('/work/audit')
  })

  test("leads to the list of agencies at a centre, and to the agency itself at an agency's own instance", () => {
    expect(pathsOf(coordinator, null)).toContain('/work/agencies')
    expect(pathsOf(coordinator, { code: 'กรม 1' })).not.toContain('/work/agencies')
    expect(pathsOf(coordinator, { code: 'กรม 1' })).toContain(
      '/work/agencies/%E0%B8%81%E0%B8%A3%E0%B8%A1%201',
    )
  })
})
