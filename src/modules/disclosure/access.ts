/** Who may put item scores in as a whole. */
import type { Permission } from '#base/permission.ts'

export const canRecordScores: Permission = {
  name: 'scores.record',
  roles: ['administrator'],
}
