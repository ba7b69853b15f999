/** Reads the file of a request: the body itself, or the first file of a form. */
import type { Context as RequestContext } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Problem } from '#base/problem.ts'

const megabyte = 1024 * 1024
/** What a list may have; a form adds a little around it. */
const mostMegabytes = 50
const mostBytes = (mostMegabytes + 1) * megabyte

/** Ends the reading of a body as soon as it is too large. Throws `table.tooLarge`. */
export const limitUpload = bodyLimit({
  maxSize: mostBytes,
  onError: (c) => {
    const said = Number(c.req.header('Content-Length') ?? 0)
    const size = Math.ceil(Math.max(said, mostBytes) / megabyte)
    throw new Problem('invalid', 'table.tooLarge', { file: nameOf(c), size, most: mostMegabytes })
  },
})

export interface UploadedFile {
  readonly file: string
  readonly bytes: Uint8Array
}

/** Throws `api.fileMissing` for a form without a file. */
export async function readUpload(c: RequestContext): Promise<UploadedFile> {
  if (!c.req.header('Content-Type')?.startsWith('multipart/form-data')) {
    return { file: nameOf(c), bytes: new Uint8Array(await c.req.arrayBuffer()) }
  }
  const form = await c.req.parseBody().catch(() => {
    throw new Problem('invalid', 'api.bodyUnreadable')
  })
  const file = Object.values(form).find((value) => value instanceof File)
  if (!(file instanceof File)) throw new Problem('invalid', 'api.fileMissing')
  return { file: file.name || nameOf(c), bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** As the caller named it, else by what it says it is. */
function nameOf(c: RequestContext): string {
  const named = /filename="?([^";]+)/.exec(c.req.header('Content-Disposition') ?? '')?.[1]
  if (named) return named
  return c.req.header('Content-Type')?.includes('spreadsheet') ? 'upload.xlsx' : 'upload.csv'
}
