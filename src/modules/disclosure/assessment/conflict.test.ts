/** Nobody assesses an agency they belong or belonged to. */
import { describe, expect, test } from 'vitest'
import { conflictWith, refuseConflict } from './conflict.ts'

const none = { grants: [], listings: [] }

describe('conflict of interest', () => {
  test.each([
    ['nothing binds them to any agency', none, null],
    ['only another agency is theirs', { ...none, grants: [{ agencyId: 'hill', hasEnded: false }] }, null],
    ['they have a role there', { ...none, grants: [{ agencyId: 'river', hasEnded: false }] }, 'own'],
    ['their role there has ended', { ...none, grants: [{ agencyId: 'river', hasEnded: true }] }, 'former'],
    ['they are in its list of people', { ...none, listings: [{ agencyId: 'river', hasLeft: false }] }, 'own'],
    ['they have left it', { ...none, listings: [{ agencyId: 'river', hasLeft: true }] }, 'former'],
    [
      'an old role has ended, and they are still in its list',
      { grants: [{ agencyId: 'river', hasEnded: true }], listings: [{ agencyId: 'river', hasLeft: false }] },
      'own',
    ],
  ] as const)('where %s', (_where, ties, conflict) => {
    expect(conflictWith('river', ties)).toBe(conflict)
  })

  test('the refusal names the agency and whether the tie has ended', () => {
    const river = { agencyId: 'river', code: 'RIVER' }
    const former = { ...none, grants: [{ agencyId: 'river', hasEnded: true }] }
    expect(() => refuseConflict(river, former)).toThrow(
      expect.objectContaining({ code: 'assessment.formerAgency', parameters: { agency: 'RIVER' } }),
    )
    expect(() => refuseConflict(river, none)).not.toThrow()
  })
})
