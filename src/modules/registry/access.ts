/** Who may change the registry, and who may see the officers in it. */
import type { Permission } from '#base/permission.ts'

/** The registry as the workspace shows it: all of it to those who work with many agencies, its own part to an agency. */
export const canSeeRegistry: Permission = {
  name: 'registry.see',
  roles: ['administrator', 'auditor', 'supervisor', 'leadAssessor', 'executive', 'coordinator'],
  reads: true,
}

export const canInstallReference: Permission = {
  name: 'reference.install',
  roles: ['administrator'],
}

export const canRegisterAgencies: Permission = {
  name: 'agency.register',
  roles: ['administrator'],
}

/** What an agency says of itself: its English name and its website. */
export const canChangeAgency: Permission = {
  name: 'agency.change',
  roles: ['administrator', 'coordinator'],
}

/** What decides with whom an agency is compared and who supervises it, its official name and its days. */
export const canReclassifyAgency: Permission = {
  name: 'agency.reclassify',
  roles: ['administrator'],
}

export const canCloseAgency: Permission = {
  name: 'agency.close',
  roles: ['administrator'],
}

export const canImportAgencies: Permission = {
  name: 'agency.import',
  roles: ['administrator'],
}

export const canAddUnit: Permission = {
  name: 'unit.add',
  roles: ['administrator', 'coordinator'],
}

export const canChangeUnit: Permission = {
  name: 'unit.change',
  roles: ['administrator', 'coordinator'],
}

export const canMoveUnit: Permission = {
  name: 'unit.move',
  roles: ['administrator', 'coordinator'],
}

export const canCloseUnit: Permission = {
  name: 'unit.close',
  roles: ['administrator', 'coordinator'],
}

export const canImportUnits: Permission = {
  name: 'unit.import',
  roles: ['administrator', 'coordinator'],
}

/** Names and addresses of officers are nobody else's business. */
export const canSeePeople: Permission = {
  name: 'person.see',
  roles: ['administrator', 'auditor', 'supervisor', 'executive', 'coordinator'],
  reads: true,
}

export const canAddPerson: Permission = {
  name: 'person.add',
  roles: ['administrator', 'coordinator'],
}

export const canChangePerson: Permission = {
  name: 'person.change',
  roles: ['administrator', 'coordinator'],
}

export const canRemovePerson: Permission = {
  name: 'person.remove',
  roles: ['administrator', 'coordinator'],
}

export const canAnonymisePerson: Permission = {
  name: 'person.anonymise',
  roles: ['administrator', 'coordinator'],
}

export const canImportPeople: Permission = {
  name: 'person.import',
  roles: ['administrator', 'coordinator'],
}
