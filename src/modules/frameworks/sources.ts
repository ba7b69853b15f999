/** Reads the YAML files of a year folder. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding, Parameters } from '#base/problem.ts'
import { type ReadSource, readSourceText, type Source } from './yaml-source.ts'

/** Which top-level keys each file of a year folder holds. */
export const fileKeys: Readonly<Record<string, readonly string[]>> = {
  'framework.yaml': [
    'fiscalYear',
    'scheme',
    'name',
    'evidence',
    'instruments',
    'indicators',
    'rounding',
    'rating',
    'measureBands',
    'sampling',
    'phases',
  ],
  'questions.yaml': ['optionSets', 'questions'],
  'disclosure.yaml': ['disclosureItems'],
  'recommendations.yaml': ['recommendations'],
}

const largestFileBytes = 2_000_000

export interface Sources {
  readonly sources: readonly Source[]
  readonly findings: readonly Finding[]
}

/** Reads a year folder. A file that cannot be read or parsed is a finding, never an exception. */
export async function readSources(folder: string): Promise<Sources> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    const code = isErrorCode(error, 'ENOTDIR') ? 'notFolder' : 'folderMissing'
    return { sources: [], findings: [finding(folder, code, { folder })] }
  }
  const strays = names
    .filter((name) => /\.ya?ml$/i.test(name) && !Object.hasOwn(fileKeys, name))
    .map((name) => finding(join(folder, name), 'unknownFile', { file: name, allowed: allowedFiles }))
  const read = await Promise.all(Object.keys(fileKeys).map((name) => readSource(folder, name)))
  return {
    sources: read.flatMap((each) => each.source ?? []),
    findings: [...strays, ...read.flatMap((each) => each.findings)],
  }
}

const allowedFiles = Object.keys(fileKeys).join(', ')

async function readSource(folder: string, name: string): Promise<ReadSource> {
  const file = join(folder, name)
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    const code = isErrorCode(error, 'ENOENT') ? 'fileMissing' : 'fileUnreadable'
    return { findings: [finding(file, code, { file: name })] }
  }
  if (bytes.byteLength > largestFileBytes) {
    return { findings: [finding(file, 'fileTooLarge', { file: name, bytes: bytes.byteLength })] }
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { findings: [finding(file, 'notUtf8', { file: name })] }
  }
  return readSourceText({ file, name, keys: fileKeys[name] ?? [], text })
}

function finding(file: string, code: string, parameters: Parameters): Finding {
  return { file, line: 1, code: `framework.${code}`, parameters }
}

function isErrorCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
