/** How a route tells which scopes of a key it needs. */
import { expect, test } from 'vitest'
import { needsScopes } from './scopes.ts'

const read = { name: 'round.see', roles: [], reads: true } as const
const change = { name: 'unit.change', roles: [] } as const
const move = { name: 'unit.move', roles: [] } as const
const close = { name: 'unit.close', roles: [] } as const

test.each([
  [[change], 'A key needs the scope `unit.change`.', ['unit.change']],
  [[change, move], 'A key needs the scopes `unit.change` and `unit.move`.', ['unit.change', 'unit.move']],
  [[read], 'A key needs the scope `read` or `round.see`.', ['read']],
  [
    [change, [move, 'to move it'], [close, 'to close it']],
    'A key needs the scopes `unit.change`, `unit.move` to move it and `unit.close` to close it.',
    ['unit.change'],
  ],
] as const)('of %j it says %s', (needs, description, key) => {
  expect(needsScopes(needs)).toEqual({ description, security: [{ key }] })
})

test('what else there is to say stands before it', () => {
  expect(needsScopes([change], 'At most 50 MB.').description).toBe(
    'At most 50 MB. A key needs the scope `unit.change`.',
  )
})
