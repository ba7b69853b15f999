/** Registers agencies, or changes what is known of those whose code is registered already. All or none. */

import { inBatches } from '#base/batches.ts'
import { newId } from '#base/id.ts'
import { authorize } from '#base/permission.ts'
import { type Finding, Problem } from '#base/problem.ts'
import type { Words } from '#base/words.ts'
import { recordEvent } from '#platform/audit.ts'
import type { Context } from '#platform/context.ts'
import { canRegisterAgencies } from './access.ts'
import { type AgencySize, agencyCodePattern } from './agency.ts'
import { type AgencyRow, storeAgencies } from './store-agencies.ts'
import { agencyTypes, ministries, provinces } from './tables.ts'

export interface AgencyEntry {
  /** Letters, digits and hyphens; the same whatever its case. */
  readonly code: string
  readonly name: Words
  readonly type: string
  readonly ministry?: string
  readonly province?: string
  readonly size?: AgencySize
  readonly website?: string
  readonly isImaginary?: boolean
  /** The line of the file it comes from, for the finding. */
  readonly line?: number
}

/** Throws `access.refused`, or `registry.agenciesInvalid` with a finding for each agency to mend. */
export async function registerAgencies(context: Context, entries: readonly AgencyEntry[]): Promise<void> {
  const role = authorize(context.actor, canRegisterAgencies)
  const findings = findFaults(entries, await loadKnown(context))
  if (findings.length > 0) throw Problem.ofFindings('registry.agenciesInvalid', findings)
  for (const batch of inBatches(entries, 1000)) {
    await storeAgencies(context.transaction, batch.map(toRow), 'registered')
  }
  await recordEvent(context, {
    event: 'agencies.registered',
    role,
    subject: 'registry',
    details: { agencies: entries.length },
  })
}

interface Known {
  readonly types: ReadonlySet<string>
  readonly ministries: ReadonlySet<string>
  readonly provinces: ReadonlySet<string>
}

async function loadKnown({ transaction }: Context): Promise<Known> {
  const codesOf = async (table: typeof agencyTypes | typeof ministries | typeof provinces) =>
    new Set((await transaction.select({ code: table.code }).from(table)).map(({ code }) => code))
  return {
    types: await codesOf(agencyTypes),
    ministries: await codesOf(ministries),
    provinces: await codesOf(provinces),
  }
}

function findFaults(entries: readonly AgencyEntry[], known: Known): Finding[] {
  const findings: Finding[] = []
  const seen = new Set<string>()
  for (const { code, type, ministry, province, line } of entries) {
    const add = (fault: string, value: string) =>
      findings.push({ ...(line ? { line } : {}), code: fault, parameters: { agency: code, value } })
    if (!agencyCodePattern.test(code)) add('registry.codeInvalid', code)
    if (seen.has(code.toLowerCase())) add('registry.codeTwice', code)
    seen.add(code.toLowerCase())
    if (!known.types.has(type)) add('registry.typeUnknown', type)
    if (ministry !== undefined && !known.ministries.has(ministry)) add('registry.ministryUnknown', ministry)
    if (province !== undefined && !known.provinces.has(province)) add('registry.provinceUnknown', province)
  }
  return findings
}

function toRow(entry: AgencyEntry): AgencyRow {
  return {
    id: newId(),
    code: entry.code,
    nameTh: entry.name.th,
    nameEn: entry.name.en,
    typeCode: entry.type,
    ministryCode: entry.ministry ?? null,
    provinceCode: entry.province ?? null,
    size: entry.size ?? null,
    website: entry.website ?? null,
    isImaginary: entry.isImaginary ?? false,
  }
}
