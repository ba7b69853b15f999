/** Who may compute, freeze, publish and import results. */
import type { Permission } from '#base/permission.ts'

export const canComputeResults: Permission = {
  name: 'results.compute',
  roles: ['administrator'],
}

export const canFreezeResults: Permission = {
  name: 'results.freeze',
  roles: ['administrator'],
}

export const canPublishResults: Permission = {
  name: 'results.publish',
  roles: ['administrator'],
}

export const canImportResults: Permission = {
  name: 'results.import',
  roles: ['administrator'],
}
