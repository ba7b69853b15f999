/** Joins the files of a year folder into one document, and finds a path's file and line again. */
import { join } from 'node:path'
import type { Finding } from '#base/problem.ts'
import type { Fault } from './fault.ts'
import { fileKeys } from './sources.ts'
import type { Source } from './yaml-source.ts'

export interface Merged {
  readonly values: Readonly<Record<string, unknown>>
  readonly findings: readonly Finding[]
  /** The finding for a fault; none where the file that should hold the section could not be read. */
  readonly locate: (fault: Fault) => Finding[]
}

const knownKeys = new Set(Object.values(fileKeys).flat())

export function mergeSources(folder: string, sources: readonly Source[]): Merged {
  const values: Record<string, unknown> = {}
  const owners = new Map<string, Source>()
  const findings: Finding[] = []
  for (const source of sources) {
    for (const key of Object.keys(source.values)) {
      const place = { file: source.file, line: source.lineOf([key]) }
      const first = owners.get(key)
      if (!knownKeys.has(key)) {
        findings.push({ ...place, code: 'framework.unknownKey', parameters: { place: source.name, key } })
      } else if (first) {
        findings.push({ ...place, code: 'framework.keyInTwoFiles', parameters: { key, file: first.name } })
      } else {
        owners.set(key, source)
        values[key] = source.values[key]
      }
    }
  }
  return { values, findings, locate: (fault) => locate(fault, { folder, sources, owners }) }
}

interface Where {
  readonly folder: string
  readonly sources: readonly Source[]
  readonly owners: ReadonlyMap<string, Source>
}

function locate({ path, code, parameters }: Fault, { folder, sources, owners }: Where): Finding[] {
  const key = String(path[0])
  const owner = owners.get(key)
  if (owner) return [{ file: owner.file, line: owner.lineOf(path), code, parameters }]
  const home = Object.keys(fileKeys).find((name) => fileKeys[name]?.includes(key)) ?? ''
  const isRead = sources.some((source) => source.name === home)
  return isRead ? [{ file: join(folder, home), line: 1, code, parameters }] : []
}
