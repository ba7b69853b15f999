/** `prongsai agencies import FILE`: takes a CSV or XLSX list of agencies into the registry. */
import type { Command } from 'commander'
import { importAgencies } from '#modules/registry/import-agencies.ts'
import { readShippedReference } from '#modules/registry/reference-files.ts'
import { listImportCommand } from './import-list.ts'

export function agenciesImportCommand(): Command {
  return listImportCommand({
    kind: 'agencies',
    description: 'add the agencies of a CSV or XLSX list, or update those whose code is known',
    columns: 'columns code, name_th, type and, where known, name_en, size, ministry, province, …',
    take: async (context, table, way) =>
      importAgencies(context, { ...table, reference: await readShippedReference() }, way),
  })
}
