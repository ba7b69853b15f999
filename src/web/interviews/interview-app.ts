/** The enumerator's app as it is served: an empty frame, its manifest, and the built files; none of it is anyone's. */
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { buildRoot } from '#platform/paths.ts'
import { en } from '#text/en.ts'
import { th } from '#text/th.ts'

const start = '/interviews/'
/** The service worker has its own way of keeping them; the browser is to ask each time whether they have changed. */
const cacheControl = 'no-cache'

export function interviewApp(): Hono {
  const app = new Hono()
  app.get('/interviews', (c) => c.redirect(start))
  app.get(start, (c) => {
    c.header('Cache-Control', cacheControl)
    return c.html(frame())
  })
  app.get('/interviews/manifest.webmanifest', (c) => {
    const headers = { 'Content-Type': 'application/manifest+json', 'Cache-Control': cacheControl }
    return c.body(JSON.stringify(manifest()), 200, headers)
  })
  app.use(
    '/interviews/*',
    serveStatic({
      root: join(buildRoot, 'client'),
      onFound: (_path, c) => c.header('Cache-Control', cacheControl),
    }),
  )
  return app
}

/** In Thai until the app has read which language was chosen on this device. */
function frame() {
  const words = th.interviews.app
  return html`<!DOCTYPE html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#0f5c6e">
<title>${words.title}</title>
<link rel="manifest" href="/interviews/manifest.webmanifest">
<link rel="icon" href="/interviews/icon-192.png">
<link rel="apple-touch-icon" href="/interviews/icon-192.png">
<link rel="stylesheet" href="/interviews/app.css">
<script type="module" src="/interviews/app.js"></script>
</head>
<body>
<header><a id="brand" href="/work/interviews">${words.brand}</a><button type="button" id="language" lang="en">${words.other}</button></header>
<p id="status" role="status"></p>
<main id="content"><h1>${words.title}</h1><noscript><p>${words.needsScript}</p><p lang="en">${en.interviews.app.needsScript}</p></noscript></main>
</body>
</html>
`
}

function manifest() {
  const { title } = th.interviews.app
  const icon = (size: number) => ({
    ...{ src: `/interviews/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' },
    purpose: 'any maskable',
  })
  return {
    ...{ id: start, start_url: start, scope: start, display: 'standalone', lang: 'th' },
    ...{ name: title, short_name: title, background_color: '#fbfaf7', theme_color: '#0f5c6e' },
    icons: [icon(192), icon(512)],
  }
}
