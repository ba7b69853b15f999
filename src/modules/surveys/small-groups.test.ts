/** Counts of few people are withheld, and so is what would give them away by subtraction. */
import { expect, test } from 'vitest'
import { withholdSmall } from './small-groups.ts'

test.each([
  ['nothing where all groups are large', [10, 20, 0], [10, 20, 0]],
  ['a small group, and the next one, from which it could be subtracted', [3, 9, 40], [null, null, 40]],
  ['small groups that are together large enough', [3, 2, 40], [null, null, 40]],
  ['another one where the small groups are together too small', [1, 2, 9, 40], [null, null, null, 40]],
  ['everything where few answered at all', [0, 3, 1], [0, null, null]],
  ['the whole of one small group', [0, 4, 0], [0, null, 0]],
])('withheld is %s', (_, counts, expected) => {
  expect(withholdSmall(counts)).toEqual(expected)
})
