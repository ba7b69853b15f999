/** Who may keep a version of a framework. */
import type { Permission } from '#base/permission.ts'

export const canPinFramework: Permission = {
  name: 'framework.pin',
  roles: ['administrator'],
}
