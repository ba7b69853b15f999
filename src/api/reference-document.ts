/** Reads of the OpenAPI document what its reference page shows, whatever else is in it. Pure. */
import { z } from 'zod'

export interface Shape {
  readonly type?: string | readonly string[] | undefined
  readonly format?: string | undefined
  readonly description?: string | undefined
  readonly enum?: readonly unknown[] | undefined
  readonly example?: unknown
  readonly default?: unknown
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  readonly items?: Shape | undefined
  readonly properties?: Readonly<Record<string, Shape>> | undefined
  readonly required?: readonly string[] | undefined
  readonly oneOf?: readonly Shape[] | undefined
  readonly anyOf?: readonly Shape[] | undefined
  readonly $ref?: string | undefined
}

const shape: z.ZodType<Shape> = z.lazy(() =>
  z.looseObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    description: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    example: z.unknown().optional(),
    default: z.unknown().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    items: shape.optional(),
    properties: z.record(z.string(), shape).optional(),
    required: z.array(z.string()).optional(),
    oneOf: z.array(shape).optional(),
    anyOf: z.array(shape).optional(),
    $ref: z.string().optional(),
  }),
)

const content = z.record(z.string(), z.looseObject({ schema: shape.optional() }))

const operation = z.looseObject({
  summary: z.string().optional(),
  description: z.string().optional(),
  security: z.array(z.unknown()).optional(),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        description: z.string().optional(),
        schema: shape.optional(),
      }),
    )
    .optional(),
  requestBody: z.looseObject({ content }).optional(),
  responses: z.record(
    z.string(),
    z.looseObject({ description: z.string().optional(), content: content.optional() }),
  ),
})

const documentSchema = z.looseObject({
  info: z.looseObject({ version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), shape).optional() }),
})

export interface Operation extends z.infer<typeof operation> {
  readonly method: string
  readonly path: string
  /** Stands in the address of the page. */
  readonly id: string
}

export interface ReferenceDocument {
  readonly operations: readonly Operation[]
  readonly schemas: readonly (readonly [string, Shape])[]
}

export function readDocument(document: unknown): ReferenceDocument {
  const { paths, components } = documentSchema.parse(document)
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, each]): Operation => ({
        ...each,
        ...{ method: method.toUpperCase(), path },
        id: `${method}${path.replace(/[^\w]+/g, '-')}`.replace(/-$/, ''),
      }),
    ),
  )
  return { operations, schemas: Object.entries(components.schemas ?? {}) }
}

/** The name of a schema that is described elsewhere in the document. */
export function nameOfReference({ $ref }: Shape): string | undefined {
  return $ref?.split('/').at(-1)
}

/** "string or null, one of S, M, L", "list of Agency". */
export function tellShape(each: Shape): string {
  const named = nameOfReference(each)
  if (named !== undefined) return named
  if (each.items) return `[${tellShape(each.items)}]`
  const others = each.oneOf ?? each.anyOf
  if (others) return others.map(tellShape).join(' | ')
  if (each.enum) return each.enum.map(String).join(' | ')
  if (each.properties) {
    const fields = Object.entries(each.properties).map(([name, field]) => `${name}: ${tellShape(field)}`)
    return `{ ${fields.join(', ')} }`
  }
  const types = [each.type ?? 'any'].flat().join(' | ')
  const range = each.maximum === undefined ? '' : ` ${each.minimum ?? ''}–${each.maximum}`
  return each.format ? `${types} (${each.format})` : `${types}${range}`
}

/** The lines of a command that asks for it, with the examples of the document in place of its parameters. */
export function exampleOf({ method, path, parameters = [], requestBody, security }: Operation): string[] {
  const exampleValue = ({ schema }: (typeof parameters)[number]) =>
    String(schema?.example ?? schema?.enum?.[0] ?? '…')
  const filled = parameters
    .filter((each) => each.in === 'path')
    .reduce(
      (address, each) => address.replace(`{${each.name}}`, encodeURIComponent(exampleValue(each))),
      path,
    )
  const query = parameters
    .filter((each) => each.in === 'query' && (each.required || each.schema?.example !== undefined))
    .map((each) => `${each.name}=${encodeURIComponent(exampleValue(each))}`)
    .join('&')
  const [type] = Object.keys(requestBody?.content ?? {})
  const json = type === 'application/json'
  const lines = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} "$PRONGSAI${filled}${query && `?${query}`}"`,
    ...(security ? ['-H "Authorization: Bearer $KEY"'] : []),
    ...(type === undefined
      ? []
      : [`-H "Content-Type: ${type}"`, json ? '-d @body.json' : '--data-binary @list.csv']),
  ]
  return lines.map((line, at) => (at < lines.length - 1 ? `${line} \\` : line))
}
