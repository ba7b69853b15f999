/** Which permission each kind of import needs. */
import type { Permission } from '#base/permission.ts'
import { canImportAgencies, canImportPeople, canImportUnits } from '#modules/registry/access.ts'
import type { ImportKind } from '#modules/registry/import-run.ts'

export const importPermissions: Readonly<Record<ImportKind, Permission>> = {
  agencies: canImportAgencies,
  units: canImportUnits,
  people: canImportPeople,
}
