/** Reads the text of one framework file and remembers on which line each value stands. Pure. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import type { Finding, Parameters } from '#base/problem.ts'
import type { Path } from './fault.ts'

/** One file that could be read: its top-level values, and the 1-based line of the nearest node to a path. */
export interface Source {
  readonly file: string
  readonly name: string
  readonly values: Readonly<Record<string, unknown>>
  readonly lineOf: (path: Path) => number
}

/** `source` is absent where the text is no YAML map. */
export interface ReadSource {
  readonly source?: Source
  readonly findings: readonly Finding[]
}

/** A file's text with its path for findings, its name, and the keys it should hold. */
export interface SourceText {
  readonly file: string
  readonly name: string
  readonly keys: readonly string[]
  readonly text: string
}

/** One slip of syntax can upset all that follows it. */
const mostSyntaxFindings = 20
/** How often one anchor may be used, counting nested use: generous for people, too little for an alias bomb. */
const maxAliasCount = 2_000

interface Parsed {
  readonly document: Document.Parsed
  readonly lineAt: (offset: number) => number
}

export function readSourceText({ file, name, keys, text }: SourceText): ReadSource {
  const tell = (line: number, code: string, parameters: Parameters): ReadSource => ({
    findings: [{ file, line, code: `framework.${code}`, parameters }],
  })
  const parsed = parse(text)
  if (!parsed) return tell(1, 'tooDeep', { file: name })
  const findingsOf = (faults: readonly LineFault[]): Finding[] =>
    faults.flatMap(({ line, code, parameters }) => tell(line, code, parameters).findings)
  const faults = [...syntaxFaults(parsed, text), ...aliasFaults(parsed)]
  const doubles = findingsOf(duplicateKeys(parsed))
  if (faults.length > 0) return { findings: [...findingsOf(faults), ...doubles] }
  const { document, lineAt } = parsed
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount })
  } catch {
    return tell(1, 'aliases', { file: name, limit: maxAliasCount })
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return tell(1, 'notMap', { file: name, keys: keys.join(', ') })
  }
  return {
    source: { file, name, values: { ...value }, lineOf: (path) => lineAt(offsetOf(document, path)) },
    findings: doubles,
  }
}

/** Undefined where the text is nested more deeply than the reader can follow. */
function parse(text: string): Parsed | undefined {
  const lines = new LineCounter()
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: true,
      uniqueKeys: false,
    })
    const isExhausted = document.errors.some((error) => error.code === 'RESOURCE_EXHAUSTION')
    return isExhausted ? undefined : { document, lineAt }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

interface LineFault {
  readonly line: number
  readonly code: string
  readonly parameters: Parameters
}

const syntaxCodes: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'tabIndent',
  BAD_INDENT: 'badIndent',
  MISSING_CHAR: 'missingCharacter',
  MULTIPLE_DOCS: 'severalDocuments',
}

function syntaxFaults({ document, lineAt }: Parsed, text: string): LineFault[] {
  const errors: readonly YAMLError[] = [...document.errors, ...document.warnings]
  return errors.slice(0, mostSyntaxFindings).map((error) => {
    const [offset] = error.pos
    const line = lineAt(offset)
    const column = offset - text.lastIndexOf('\n', offset - 1)
    return { line, code: syntaxCodes[error.code] ?? 'syntax', parameters: { column, detail: error.message } }
  })
}

/** Keys that stand again in one group. They spoil nothing else: the last one is taken, and the file is read on. */
function duplicateKeys({ document, lineAt }: Parsed): LineFault[] {
  const faults: LineFault[] = []
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (keys.has(key.value)) {
          const line = lineAt(startOf(key) ?? 0)
          faults.push({ line, code: 'duplicateKey', parameters: { key: String(key.value) } })
        }
        keys.add(key.value)
      }
    },
  })
  return faults
}

/** Uses (`*name`) of anchors that do not stand earlier in the document. */
function aliasFaults({ document, lineAt }: Parsed): LineFault[] {
  const anchors = new Set<string>()
  const faults: LineFault[] = []
  visit(document, {
    Alias: (_, node) => {
      if (anchors.has(node.source)) return
      faults.push({ line: lineAt(startOf(node) ?? 0), code: 'badAlias', parameters: { alias: node.source } })
    },
    Value: (_, node) => {
      if (node.anchor) anchors.add(node.anchor)
    },
  })
  return faults
}

/** Where the deepest existing node on the path begins: a map entry at its key, a list entry at its value. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents
  let offset = 0
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.findLast((item) => isScalar(item.key) && item.key.value === step)
      if (!pair) break
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item = node.items[Number(step)]
      if (item === undefined) break
      offset = startOf(item) ?? offset
      node = item
    } else break
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}
