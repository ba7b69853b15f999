/** Finds every name under which the product records an act: what is written out as an `event`. */
import { parseSync, Visitor } from 'oxc-parser'
import { readSources } from './sources.ts'

export interface EventSource {
  readonly path: string
  /** Null where the file does not write the name out. */
  readonly event: string | null
}

/** Where acts are done; the trail itself only keeps what it is given. */
const isActing = (path: string) =>
  /^src\/(modules|platform)\//.test(path) &&
  !/\.(test|spec)\.tsx?$/.test(path) &&
  !path.startsWith('src/platform/audit')

export function listEventSources(): EventSource[] {
  return readSources()
    .filter(({ path }) => isActing(path))
    .flatMap(({ path, text }) => eventsIn(path, text).map((event) => ({ path, event })))
}

interface Value {
  readonly type: string
  readonly value?: unknown
  readonly name?: string
  readonly consequent?: Value
  readonly alternate?: Value
}

/** As a property `event`, or as a constant of that name. */
function eventsIn(path: string, text: string): (string | null)[] {
  const found: (string | null)[] = []
  new Visitor({
    ObjectExpression({ properties }) {
      for (const property of properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue
        if (property.key.name === 'event') found.push(...namesIn(property.value as Value))
      }
    },
    VariableDeclarator({ id, init }) {
      if (id.type !== 'Identifier' || id.name !== 'event' || init === null) return
      if (init.type !== 'ObjectExpression') found.push(...namesIn(init as Value))
    },
  }).visit(parseSync(path, text).program)
  return found
}

/** A name, or the two of `condition ? … : …`; none where one is handed on that was written out elsewhere. */
function namesIn({ type, value, name, consequent, alternate }: Value): (string | null)[] {
  if (type === 'Literal' && typeof value === 'string') return [value]
  if (consequent && alternate) return [...namesIn(consequent), ...namesIn(alternate)]
  return type === 'Identifier' && name === 'event' ? [] : [null]
}
