/** What an agency hangs up or shows for a link: its QR code, a poster and a slide. */
import { Hono } from 'hono'
import { LRUCache } from 'lru-cache'
import { linkPath, tidyCode } from '#modules/surveys/link.ts'
import type { LinkBook } from '#modules/surveys/link-book.ts'
import { drawQrPng, drawQrSvg, type Paper, renderPaper } from '#modules/surveys/poster.ts'

const keptPapers = 200

const kinds: Readonly<Record<string, { readonly type: string; readonly paper?: Paper }>> = {
  'qr.svg': { type: 'image/svg+xml' },
  'qr.png': { type: 'image/png' },
  'poster.pdf': { type: 'application/pdf', paper: 'poster' },
  'slide.pdf': { type: 'application/pdf', paper: 'slide' },
}

export function paperRoutes({
  book,
  publicUrl,
}: {
  readonly book: LinkBook
  readonly publicUrl: string | undefined
}): Hono {
  const kept = new LRUCache<string, Uint8Array<ArrayBuffer>>({ max: keptPapers })
  const app = new Hono()
  app.get('/go/:survey{iit|eit}/:code/:file{qr\\.svg|qr\\.png|poster\\.pdf|slide\\.pdf}', async (c, next) => {
    const { survey, code, file } = c.req.param()
    const link = await book.find(tidyCode(code))
    const kind = kinds[file]
    if (!kind || link?.survey !== survey || link.isRevoked) return next()
    const url = `${publicUrl ?? new URL(c.req.url).origin}${linkPath(link.survey, link.code)}`
    const name = `${file} ${url} ${link.mode} ${link.closesAt?.getTime()} ${link.agency.name.th}`
    const drawn = kept.get(name) ?? (await draw(url))
    kept.set(name, drawn)
    return c.body(drawn, 200, { 'Content-Type': kind.type, 'Cache-Control': 'public, max-age=300' })

    async function draw(address: string): Promise<Uint8Array<ArrayBuffer>> {
      if (kind?.paper && link) return renderPaper(kind.paper, link, address)
      return file === 'qr.png' ? drawQrPng(address) : new TextEncoder().encode(await drawQrSvg(address))
    }
  })
  return app
}
