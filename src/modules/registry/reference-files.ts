/** Reads the reference lists from a folder of YAML files: types.yaml, ministries.yaml, provinces.yaml. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { Problem } from '#base/problem.ts'
import { seedsRoot } from '#platform/paths.ts'
import { groupListSchema, type Reference, type ReferenceKind } from './reference.ts'

/** The lists that come with the product. Throws as `readReference` does. */
export function readShippedReference(): Promise<Reference> {
  return readReference(join(seedsRoot, 'reference'))
}

/** Throws a Problem `file.unreadable`, or `registry.referenceInvalid` with a finding for each place to mend. */
export async function readReference(folder: string): Promise<Reference> {
  const [types, ministries, provinces] = await Promise.all([
    readList(folder, 'types'),
    readList(folder, 'ministries'),
    readList(folder, 'provinces'),
  ])
  return { types, ministries, provinces }
}

async function readList(folder: string, kind: ReferenceKind): Promise<Reference[ReferenceKind]> {
  const file = join(folder, `${kind}.yaml`)
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Problem('invalid', 'file.unreadable', { file })
  })
  const parsed = groupListSchema.safeParse(parse(text))
  if (parsed.success) return parsed.data
  const findings = parsed.error.issues.map((issue) => ({
    file,
    code: 'registry.referenceEntry',
    parameters: { place: issue.path.join('.'), reason: issue.message },
  }))
  throw Problem.ofFindings('registry.referenceInvalid', findings, { file })
}
