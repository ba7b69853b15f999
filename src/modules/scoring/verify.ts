/** Verifies a score sheet: its form, its hash, its framework, and every figure by computing it again. */
import type { z } from 'zod'
import { Problem } from '#base/problem.ts'
import { type ValueFault, valueFault } from '#base/value-fault.ts'
import type { LoadedFramework } from '#modules/frameworks/framework.ts'
import type { ScoringInputs } from './score.ts'
import { makeSheet, sheetHash } from './sheet.ts'
import { type ScoreSheet, sheetSchema } from './sheet-schema.ts'

/** One place where a sheet says something else than its recomputation; null where it, or that, says nothing. */
export interface Difference {
  /** "questions.iit.i1" */
  readonly path: string
  readonly stated: string | null
  readonly recomputed: string | null
}

export interface Verification {
  /** Whether nothing at all differs. */
  readonly ok: boolean
  readonly sheet: ScoreSheet
  /** Whether the sheet was made with the very definitions it is verified with. */
  readonly sameFramework: boolean
  readonly differences: readonly Difference[]
}

/**
 * Reads what claims to be a score sheet.
 * Throws Problem('invalid', 'sheet.invalid') with a finding for each place that is not as a sheet has it.
 */
export function readSheet(json: unknown, file?: string): ScoreSheet {
  const parsed = sheetSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const findings = parsed.error.issues
    .flatMap(issueFaults)
    .map((fault) => ({ ...(file !== undefined && { file }), ...fault }))
  throw Problem.ofFindings('sheet.invalid', findings, { count: findings.length })
}

function issueFaults(issue: z.core.$ZodIssue): ValueFault[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'sheet.unknownKey',
      parameters: { name: pathText([...path, key]) },
    }))
  }
  if (path.length === 0) return [{ code: 'sheet.notSheet', parameters: {} }]
  const { code, parameters } = valueFault(issue)
  return [{ code, parameters: { ...parameters, name: pathText(path) } }]
}

/**
 * Verifies a sheet with the framework of its year. The sentences of its reasons are left aside, because another
 * version of the program may say the same in other words. Throws as `readSheet` does, and nothing else.
 */
export function verifySheet(json: unknown, loaded: LoadedFramework): Verification {
  const sheet = readSheet(json)
  const { hash, ...content } = sheet
  const recomputed = makeSheet(loaded, sheet.inputs, sheet.agency)
  const differences = [
    ...compareJson([], withoutSentences(sheet), withoutSentences(recomputed)),
    ...respondentDifferences(sheet.inputs),
    ...compareJson(['hash'], hash, sheetHash(content)),
  ]
  return {
    ok: differences.length === 0,
    sheet,
    sameFramework: sheet.framework.hash === loaded.hash,
    differences,
  }
}

function withoutSentences({ hash: _hash, reasons, ...sheet }: ScoreSheet) {
  const codes = Object.entries(reasons).map(([id, { code, missing }]) => [id, { code, missing }])
  return { ...sheet, reasons: Object.fromEntries(codes) }
}

/** Every column must have been answered by as many people as are said to have answered. */
function respondentDifferences({ tallies = {} }: ScoringInputs): Difference[] {
  return Object.entries(tallies).flatMap(([part, { respondents, counts }]) => {
    const most = Math.max(
      0,
      ...Object.values(counts).map((own) => own.reduce((sum, count) => sum + count, 0)),
    )
    return compareJson(['inputs', 'tallies', part, 'respondents'], respondents, most)
  })
}

function compareJson(path: readonly string[], stated: unknown, recomputed: unknown): Difference[] {
  if (isNameList(stated) && isNameList(recomputed)) return compareNames(path, stated, recomputed)
  if (isBranch(stated) && isBranch(recomputed)) {
    const keys = new Set([...Object.keys(stated), ...Object.keys(recomputed)])
    return [...keys].flatMap((key) => compareJson([...path, key], own(stated, key), own(recomputed, key)))
  }
  const left = leafText(stated)
  const right = leafText(recomputed)
  return left === right ? [] : [{ path: pathText(path), stated: left, recomputed: right }]
}

function isNameList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

/** The names that one list lacks, or where only their order or number differs, both lists. */
function compareNames(
  path: readonly string[],
  stated: readonly string[],
  recomputed: readonly string[],
): Difference[] {
  if (stated.join('\n') === recomputed.join('\n')) return []
  const at = pathText(path)
  const tooMany = stated.filter((name) => !recomputed.includes(name))
  const missing = recomputed.filter((name) => !stated.includes(name))
  if (tooMany.length + missing.length === 0) {
    return [{ path: at, stated: stated.join(' '), recomputed: recomputed.join(' ') }]
  }
  return [
    ...tooMany.map((name) => ({ path: at, stated: name, recomputed: null })),
    ...missing.map((name) => ({ path: at, stated: null, recomputed: name })),
  ]
}

type Branch = Readonly<Record<string, unknown>>

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null
}

function own(value: Branch, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}

function leafText(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** "derivation[part:iit/question:i1].value" */
function pathText(path: readonly string[]): string {
  return path.reduce((text, key) => {
    if (!/^\w+$/.test(key)) return `${text}[${key}]`
    return text === '' ? key : `${text}.${key}`
  }, '')
}
