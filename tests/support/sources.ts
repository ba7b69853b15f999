/** Reads the project's own source files as the architecture test needs them: imports, functions, writes. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { type ParseResult, parseSync, Visitor } from 'oxc-parser'

export interface SourceFunction {
  readonly name: string
  readonly line: number
  readonly lines: number
  readonly parameters: number
}

export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly lines: number
  /** Project files it imports, from the root: `src/base/problem.ts`. Packages keep their bare name. */
  readonly imports: readonly string[]
  readonly functions: readonly SourceFunction[]
  /** Tables it inserts into, updates or deletes from, with the file each table comes from. */
  readonly writes: readonly { readonly table: string; readonly from: string }[]
}

const folders = ['src', 'bin', 'tests', 'bench', 'seeds']

export function readSources(): SourceFile[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => readSource(join(entry.parentPath, entry.name)))
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8')
  const parsed = parseSync(path, text)
  const origins = originsOf(path, parsed)
  return {
    path,
    text,
    lines: text.trimEnd().split('\n').length,
    imports: [...new Set(importsOf(path, parsed))],
    functions: functionsOf(text, parsed),
    writes: writesOf(parsed, origins),
  }
}

function importsOf(path: string, { module }: ParseResult): string[] {
  const requests = [
    ...module.staticImports.map((item) => item.moduleRequest.value),
    ...module.staticExports.flatMap((item) =>
      item.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
  ]
  return requests.map((request) => resolveRequest(path, request))
}

function resolveRequest(path: string, request: string): string {
  if (request.startsWith('#')) return `src/${request.slice(1)}`
  return request.startsWith('.') ? normalize(join(dirname(path), request)) : request
}

function originsOf(path: string, { module }: ParseResult): Map<string, string> {
  return new Map(
    module.staticImports.flatMap((item) =>
      item.entries.map(
        (entry) => [entry.localName.value, resolveRequest(path, item.moduleRequest.value)] as const,
      ),
    ),
  )
}

interface FunctionNode {
  readonly start: number
  readonly end: number
  readonly params: readonly unknown[]
  readonly id?: { readonly name?: string } | null
}

function functionsOf(text: string, { program }: ParseResult): SourceFunction[] {
  const found: SourceFunction[] = []
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  const note = (node: FunctionNode): void => {
    const line = lineAt(node.start)
    found.push({
      name: node.id?.name ?? 'function',
      line,
      lines: lineAt(node.end) - line + 1,
      parameters: node.params.length,
    })
  }
  new Visitor({
    FunctionDeclaration: note,
    FunctionExpression: note,
    ArrowFunctionExpression: note,
  }).visit(program)
  return found
}

function writesOf(
  { program }: ParseResult,
  origins: ReadonlyMap<string, string>,
): { table: string; from: string }[] {
  const found: { table: string; from: string }[] = []
  new Visitor({
    CallExpression(node) {
      const { callee, arguments: given } = node
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      if (!['insert', 'update', 'delete'].includes(callee.property.name)) return
      const [first] = given
      const from = first?.type === 'Identifier' ? origins.get(first.name) : undefined
      if (first?.type === 'Identifier' && from?.endsWith('tables.ts')) found.push({ table: first.name, from })
    },
  }).visit(program)
  return found
}
