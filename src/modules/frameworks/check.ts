/** Checks year folders and tells every fault at once, each with its file, its line and what to change. */
import { readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { canonicalJson, contentHash } from '#base/id.ts'
import type { Finding } from '#base/problem.ts'
import { draftOf } from './draft.ts'
import { formFaults } from './form.ts'
import { frameworkSchema, type LoadedFramework } from './framework.ts'
import { mend } from './mend.ts'
import { mergeSources } from './merge.ts'
import { ruleFaults } from './rules.ts'
import { readSources } from './sources.ts'

/** `loaded` is present exactly when there is nothing to mend. */
export interface CheckedFramework {
  readonly loaded?: LoadedFramework
  readonly findings: readonly Finding[]
}

/**
 * Checks one year folder, such as `frameworks/2568`. Never throws, whatever the folder holds.
 * The files in the findings begin with `folder` as given; the findings are sorted by file and line.
 */
export async function checkFramework(folder: string): Promise<CheckedFramework> {
  const { sources, findings } = await readSources(folder)
  const merged = mergeSources(folder, sources)
  const faults = [
    ...formFaults(merged.values),
    ...ruleFaults(draftOf(mend(merged.values), basename(resolve(folder)))),
  ]
  const all = [...findings, ...merged.findings, ...faults.flatMap(merged.locate)].sort(byPlace)
  const parsed = frameworkSchema.safeParse(merged.values)
  if (all.length > 0 || !parsed.success) return { findings: all }
  return { loaded: { framework: parsed.data, hash: contentHash(canonicalJson(parsed.data)) }, findings: [] }
}

/** Several years checked: those that are sound, and everything to mend in the others. */
export interface CheckedFrameworks {
  readonly loaded: readonly LoadedFramework[]
  readonly findings: readonly Finding[]
}

/** Checks a year folder, or every folder within a folder of year folders. */
export async function checkFrameworks(directory: string): Promise<CheckedFrameworks> {
  const folders = await yearFolders(directory)
  if (folders.length === 0) {
    const parameters = { folder: directory }
    return { loaded: [], findings: [{ file: directory, code: 'framework.noYearFolder', parameters }] }
  }
  const checked = await Promise.all(folders.map(checkFramework))
  return {
    loaded: checked.flatMap((each) => each.loaded ?? []),
    findings: checked.flatMap((each) => each.findings).sort(byPlace),
  }
}

/** A folder that holds YAML files, or cannot be listed, is taken for a year folder itself. */
async function yearFolders(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true })
    if (entries.some((entry) => /\.ya?ml$/i.test(entry.name))) return [directory]
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    return folders.map((entry) => join(directory, entry.name)).sort()
  } catch {
    return [directory]
  }
}

function byPlace(a: Finding, b: Finding): number {
  const [fileA, fileB] = [a.file ?? '', b.file ?? '']
  if (fileA !== fileB) return fileA < fileB ? -1 : 1
  return (a.line ?? 0) - (b.line ?? 0) || (a.code < b.code ? -1 : 1)
}
