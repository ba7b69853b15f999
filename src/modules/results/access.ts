/** Who may compute, freeze, publish and import results, and see scores before they are published. */
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

/** Of parts that are closed, in the round: those who follow the surveys of the agency. */
export const canSeeProvisional: Permission = {
  name: 'results.seeProvisional',
  roles: ['administrator', 'supervisor', 'coordinator', 'executive'],
  reads: true,
}
