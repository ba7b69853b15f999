/** An answer to a disclosure item as a program sends it. */
import { z } from '@hono/zod-openapi'
import type { GivenAnswer } from '#modules/disclosure/item.ts'
import { format, kind } from './items-schema.ts'

const link = z.strictObject({
  url: z.string().openapi({ example: 'https://www.example.go.th/oit/o26' }),
  kind,
  format: format.nullable().optional().openapi({ description: 'What it opens as' }),
  place: z.string().optional().openapi({ description: 'Where on the page' }),
})

export const answerBody = z
  .strictObject({
    has: z.boolean().openapi({ description: 'Whether the agency discloses it' }),
    links: z.array(link).optional().openapi({ description: 'At least one where it does, none where not' }),
    explanation: z.string().optional(),
  })
  .openapi('NewItemAnswer')

export function toGivenAnswer({ has, links = [], explanation }: z.infer<typeof answerBody>): GivenAnswer {
  return {
    has,
    links: links.map(({ url, kind: kindOf, format: opensAs, place }) => ({
      ...{ url, kind: kindOf },
      ...(opensAs && { format: opensAs }),
      ...(place !== undefined && { place }),
    })),
    ...(explanation !== undefined && { explanation }),
  }
}
