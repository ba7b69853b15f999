/** Pages of long lists: the parameters that choose one, and the `Link` header that names those beside it. */
import { z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import { countParameter } from './parameters.ts'

const largestPage = 200
const defaultSize = 50

export const pageParameters = {
  page: countParameter(1, 100_000).optional().openapi({ description: 'From 1', example: 1 }),
  size: countParameter(1, largestPage).optional().openapi({ description: 'Rows on a page', example: 50 }),
}

export const pageFields = {
  page: z.number().int(),
  size: z.number().int(),
  total: z.number().int().openapi({ description: 'Rows on all pages' }),
}

export interface ChosenPage {
  readonly number: number
  readonly size: number
}

interface Asked {
  readonly page?: number | undefined
  readonly size?: number | undefined
}

export function choosePage({ page = 1, size = defaultSize }: Asked): ChosenPage {
  return { number: page, size }
}

/** RFC 8288: first, previous, next and last, as far as there are any. */
export function linkPages(c: RequestContext, { number, size }: ChosenPage, total: number): void {
  const last = Math.max(1, Math.ceil(total / size))
  const pages = [
    ['first', 1],
    ['prev', number > 1 ? Math.min(number - 1, last) : undefined],
    ['next', number < last ? number + 1 : undefined],
    ['last', last],
  ] as const
  const links = pages.flatMap(([name, page]) =>
    page === undefined ? [] : [`<${addressOf(c, page)}>; rel="${name}"`],
  )
  c.header('Link', links.join(', '))
}

/** Relative to the server, which may be reached by another name than it knows. */
function addressOf(c: RequestContext, page: number): string {
  const url = new URL(c.req.url)
  url.searchParams.set('page', String(page))
  return url.pathname + url.search
}
